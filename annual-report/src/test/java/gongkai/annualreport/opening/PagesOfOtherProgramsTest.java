package gongkai.annualreport.opening;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("其他程序生成的 pdf、doc、ofd：表中每个数都在原位")
class PagesOfOtherProgramsTest {
    private static final String RULED =
            "table{border-collapse:collapse;width:100%} td{border:1px solid black;padding:2px} @page{size:A4;margin:20mm}";

    @TempDir
    Path folder;

    static List<ReportFormat> formats() {
        return ReportFormats.official().all();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void readsWhatAnOfficeProgramWrites(ReportFormat format) throws Exception {
        var tables = OfficialTables.of(format, 11);
        var files = OfficeProgram.convert(
                folder,
                tables.html("").replace("<table>", "<table border=\"1\" cellspacing=\"0\">"),
                List.of("pdf", "doc"));
        tables.assertStandIn(PdfOpener.open(files.get(0)));
        tables.assertStandIn(DocOpener.open(files.get(1)));
        for (var way : OfdDrawing.Way.values()) {
            var ofd = OfdOpener.open(OfdDrawing.of(pages(files.getFirst()), way));
            tables.assertStandIn(ofd);
            assertThat(ofd.pageTitle()).isEqualTo("某局2021年政府信息公开工作年度报告");
        }
    }

    @ParameterizedTest
    @EnumSource(Rules.class)
    void readsWhatAWebPageIsPrintedTo(Rules rules) throws Exception {
        for (var format : formats()) {
            var tables = OfficialTables.of(format, 5);
            tables.assertStandIn(PdfOpener.open(printed(tables.html(RULED + rules.style))));
        }
    }

    /** Ways to draw the lines of a table. */
    enum Rules {
        PLAIN(""),
        DOUBLE("td{border:3px double black}"),
        APART("table{border-collapse:separate;border-spacing:1px}"),
        DOTTED("td{border:1px dotted gray}"),
        DASHED("td{border:1px dashed gray}"),
        OPEN_SIDES(
                "table{border-collapse:collapse;border-left:none} td:first-child{border-left:none} td:last-child{border-right:none}"),
        SHADED("td{background:#eee} td.figure{background:#ddf}"),
        BACKGROUND_ONLY("table{border-collapse:separate;border-spacing:2px} td{border:none;background:#ddd}"),
        BETWEEN_ROWS(
                "td{border:none;border-bottom:1px solid black;padding:2px 6px} table{border-top:1px solid black} @page{size:210mm 900mm}"),
        CENTRED("td{text-align:center} td.figure{text-align:right}"),
        SMALL("td{font-size:6pt;padding:0}"),
        BOLD("td{font-weight:bold}");

        final String style;

        Rules(String style) {
            this.style = style;
        }
    }

    private static byte[] printed(String html) throws IOException {
        var bytes = new ByteArrayOutputStream();
        new PdfRendererBuilder()
                .useFont(
                        () -> PDDocument.class.getResourceAsStream(
                                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"),
                        "plain")
                .withHtmlContent(html.replace("<body>", "<body style=\"font-family:plain\">"), "/")
                .toStream(bytes)
                .run();
        return bytes.toByteArray();
    }

    private static List<PageContent> pages(byte[] pdf) throws IOException {
        var pages = new ArrayList<PageContent>();
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new PdfPageReader(new Deadline());
            for (var page : document.getPages()) {
                pages.add(reader.read(page, pages.size() + 1));
            }
        }
        return pages;
    }

    @Test
    void everyFormatHasItsFigures() {
        assertThat(OfficialTables.of(ReportFormats.official().all().getFirst(), 1)
                        .figures())
                .hasSizeGreaterThan(20);
    }
}
