package gongkai.annualreport.writing;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.ReportJson;
import java.util.List;

/**
 * Writes reports in the official layout. Every kind of file is written from the same {@link OfficialLayout}, and every figure stands
 * visibly in it as it stands in the report.
 */
public final class ReportWriter {
    /** Stands in the place of a cell that the report does not have, so that it is not taken for a blank one. */
    public static final String MISSING_MARK = "〔缺〕";

    private ReportWriter() {}

    /** The tables of the report as they are drawn in every kind of file, for those who draw them elsewhere. */
    public static List<LayoutTable> tables(AnnualReport report) {
        return OfficialLayout.of(report).blocks().stream()
                .filter(LayoutBlock.Table.class::isInstance)
                .map(block -> ((LayoutBlock.Table) block).table())
                .toList();
    }

    /** The report as a file of that kind. Throws {@link IllegalArgumentException} for {@link FileKind#DOC}, which is read only. */
    public static byte[] write(AnnualReport report, FileKind kind) {
        return switch (kind) {
            case JSON -> ReportJson.pretty(report);
            case TXT -> TxtWriter.write(OfficialLayout.of(report));
            case HTML -> HtmlWriter.write(OfficialLayout.of(report));
            case XLSX -> XlsxWriter.write(OfficialLayout.of(report));
            case DOCX -> DocxWriter.write(OfficialLayout.of(report));
            case PDF -> PdfWriter.write(OfficialLayout.of(report));
            case OFD -> OfdWriter.write(OfficialLayout.of(report));
            case DOC -> throw new IllegalArgumentException("doc is read only");
        };
    }
}
