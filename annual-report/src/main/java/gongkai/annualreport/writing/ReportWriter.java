package gongkai.annualreport.writing;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.FileKind;

/** Writes reports in the official layout. */
public final class ReportWriter {
    private ReportWriter() {}

    /** The report as a file of that kind. Throws {@link IllegalArgumentException} for {@link FileKind#DOC}, which is read only. */
    public static byte[] write(AnnualReport report, FileKind kind) {
        throw new UnsupportedOperationException();
    }
}
