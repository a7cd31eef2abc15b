package gongkai.annualreport;

/** How much a finding matters. */
public enum Severity {
    /** The law or the official format says must: the report may not be submitted as it is. */
    ERROR,
    /** Likely wrong; the organ corrects it or explains it. */
    WARN,
    /** Worth a look; needs no answer. */
    INFO
}
