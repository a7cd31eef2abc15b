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

    /** The name of its sign among the icons. */
    public String icon() {
        return switch (this) {
            case ACTION, CLOSED -> "info";
            case DONE -> "done";
            case WARNING -> "warning";
            case ERROR -> "error";
        };
    }

    /** Its name in the stylesheet. */
    public String css() {
        return "tone-" + name().toLowerCase(java.util.Locale.ROOT);
    }
}
