package gongkai.annualreport;

/** The six parts of a report (第五十条 of the Regulation and the official format), in their statutory order. */
public enum SectionKey {
    OVERVIEW,
    PROACTIVE,
    REQUESTS,
    REMEDIES,
    PROBLEMS,
    OTHER
}
