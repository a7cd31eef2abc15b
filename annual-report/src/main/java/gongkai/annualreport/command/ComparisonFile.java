package gongkai.annualreport.command;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.merging.Comparison;
import java.nio.charset.StandardCharsets;

/** A comparison as a file. */
final class ComparisonFile {
    private ComparisonFile() {}

    static byte[] write(Comparison comparison, FileKind kind) {
        return switch (kind) {
            case TXT -> new ComparisonPage(comparison, new Ink(false)).text().getBytes(StandardCharsets.UTF_8);
            case JSON -> ComparisonJson.write(comparison);
            case HTML -> ComparisonHtml.write(comparison);
            case XLSX -> ComparisonSheet.write(comparison);
            case DOCX, DOC, PDF, OFD -> throw new IllegalArgumentException("no comparison as " + kind);
        };
    }
}
