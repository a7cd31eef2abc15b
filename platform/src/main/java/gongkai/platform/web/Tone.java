package gongkai.platform.web;

/** What a colour means. A word or sign always stands beside it. */
public enum Tone {
    /** Something to do; blue. */
    ACTION,
    /** Done; green. */
    DONE,
    /** Within three working days, or a warning; orange. */
    WARNING,
    /** Overdue, or an error; red. */
    ERROR,
    /** Closed; grey. */
    CLOSED;

    /** Its name in the stylesheet. */
    public String css() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
