package gongkai.annualreport;

/** A report as JSON. */
public final class ReportJson {
    private ReportJson() {}

    /** Reads the JSON this class writes. */
    public static AnnualReport parse(byte[] json) throws UnreadableFileException {
        throw new UnreadableFileException("不是年度报告的 JSON");
    }
}
