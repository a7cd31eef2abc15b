package gongkai.platform.remedy;

/** The three groups of table 4. */
public enum RemedyKind {
    RECONSIDERATION("行政复议", "rc"),
    LITIGATION_DIRECT("未经复议直接起诉", "ld"),
    LITIGATION_AFTER_RECON("复议后起诉", "la");

    private final String label;
    private final String group;

    RemedyKind(String label, String group) {
        this.label = label;
        this.group = group;
    }

    public String label() {
        return label;
    }

    /** What the keys of the group's cells begin with: {@code rc}, {@code ld}, {@code la}. */
    public String group() {
        return group;
    }
}
