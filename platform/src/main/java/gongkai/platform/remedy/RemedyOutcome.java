package gongkai.platform.remedy;

import java.util.Locale;

/** The columns of table 4. */
public enum RemedyOutcome {
    UPHELD("结果维持"),
    CORRECTED("结果纠正"),
    OTHER("其他结果"),
    PENDING("尚未审结");

    private final String label;

    RemedyOutcome(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** What the keys of the column's cells end with, for example {@code upheld}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True if a case can be closed with it. */
    public boolean closes() {
        return this != PENDING;
    }
}
