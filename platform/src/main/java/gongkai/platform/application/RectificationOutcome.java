package gongkai.platform.application;

/** What an organ may do about a record that somebody says is wrong about them (条例第四十一条). */
public enum RectificationOutcome {
    CORRECTED("已经更正", "有权更正，审核属实"),
    FORWARDED("不属于本机关职能范围，已转送有权更正的行政机关", "不属于本机关职能范围"),
    REFERRED("不属于本机关职能范围，请向有权更正的行政机关提出", "不属于本机关职能范围"),
    KEPT("没有更正", "有权更正，审核后记录无误或者没有证据");

    private final String told;
    private final String when;

    RectificationOutcome(String told, String when) {
        this.told = told;
        this.when = when;
    }

    /** As the applicant reads it. */
    public String told() {
        return told;
    }

    /** When it is for the officer to choose. */
    public String when() {
        return when;
    }
}
