package gongkai.annualreport.writing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.ReportJson;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.reading.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

class ReportWriterTest {
    /** Only what other systems write: no preamble, no closing. */
    private static final String CONTRACT_ONLY = """
            {"format": "%s", "year": %s, "organ": "乐清市司法局", "title": "乐清市司法局%2$s年政府信息公开工作年度报告",
             "period": {"from": "%2$s-01-01", "to": "%2$s-12-31"}, "publishedOn": "2022-01-27",
             "sections": [
              {"key": "OVERVIEW", "heading": "一、总体情况", "text": "（一）主动公开情况\\n公开政策文件 21 件。"},
              {"key": "PROACTIVE", "heading": "二、主动公开政府信息情况", "text": ""},
              {"key": "REQUESTS", "heading": "三、收到和处理政府信息公开申请情况", "text": ""},
              {"key": "REMEDIES", "heading": "四、政府信息公开行政复议、行政诉讼情况", "text": ""},
              {"key": "PROBLEMS", "heading": "五、存在的主要问题及改进情况", "text": "%3$s"},
              {"key": "OTHER", "heading": "六、其他需要报告的事项", "text": "本年度未收取信息处理费。"}],
             "cells": {%4$s}}
            """;

    @Test
    void tellsTheScreenReaderWhichLabelsAFigureStandsUnder() {
        var page = Jsoup.parse(new String(ReportWriter.write(report("2021"), FileKind.HTML), StandardCharsets.UTF_8));
        assertThat(page.select("html").attr("lang")).isEqualTo("zh-CN");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h2")).hasSize(6);
        assertThat(page.select("table td")).hasSize(200);
        var labels = List.of(page.select("#t3 td").get(9).attr("headers").split(" ")).stream()
                .map(id -> page.select("#" + id).text())
                .toList();
        assertThat(labels).containsExactly("申请人情况", "法人或其他组织", "科研机构", "二、上年结转政府信息公开申请数量");
        assertThat(page.select("#t3 thead tr")).hasSize(3);
    }

    @Test
    void mergesTheCellsOfAWordTableAndRepeatsItsHeader() throws IOException {
        try (var word = new XWPFDocument(new ByteArrayInputStream(ReportWriter.write(report("2021"), FileKind.DOCX)))) {
            assertThat(word.getProperties().getCoreProperties().getTitle()).isEqualTo("乐清市司法局2021年政府信息公开工作年度报告");
            assertThat(word.getTables()).hasSize(3);
            var requests = word.getTables().get(1);
            assertThat(IntStream.range(0, 28)
                            .filter(row -> requests.getRow(row).isRepeatHeader())
                            .toArray())
                    .containsExactly(0, 1, 2);
            assertThat(requests.getRows()).allMatch(row -> row.isCantSplitRow());
            assertThat(spans(requests, 0)).containsExactly(3, 6, 1);
            assertThat(spans(requests, 3)).startsWith(3, 1);
            assertThat(spans(requests, 5)).startsWith(1, 2, 1);
            assertThat(requests.getRow(5).getCell(0).getCTTc().getTcPr().isSetVMerge())
                    .isTrue();
            assertThat(spans(word.getTables().get(2), 0)).containsExactly(5, 10);
            assertThat(spans(word.getTables().get(0), 5)).containsExactly(1, 3);
        }
    }

    private static List<Integer> spans(XWPFTable table, int row) {
        return table.getRow(row).getTableCells().stream()
                .map(cell -> cell.getCTTc().getTcPr())
                .map(cell -> cell.isSetGridSpan() ? cell.getGridSpan().getVal().intValue() : 1)
                .toList();
    }

    @Test
    void embedsTheFontsOfATaggedPdf() throws IOException {
        try (var pdf = Loader.loadPDF(ReportWriter.write(report("2021"), FileKind.PDF))) {
            assertThat(pdf.getDocumentInformation().getTitle()).contains("乐清市司法局");
            assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            for (var page : pdf.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
                }
            }
        }
    }

    @Test
    void theTextOfAnOfdIsText() throws IOException {
        try (var reader = new OFDReader(new ByteArrayInputStream(ReportWriter.write(report("2021"), FileKind.OFD)))) {
            var text = new StringBuilder();
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(String.join("", new ContentExtractor(reader).getPageContent(page)));
            }
            assertThat(text).contains("公开政策文件 21 件。").contains("结转下年度继续办理");
        }
    }

    @Test
    void aSheetHoldsNumbersAsNumbers() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(ReportWriter.write(report("2021"), FileKind.XLSX)))) {
            assertThat(book.getNumberOfSheets()).isEqualTo(4);
            var requests = book.getSheet("表三");
            assertThat(requests.getRow(3).getCell(3).getNumericCellValue()).isZero();
            assertThat(requests.getMergedRegions()).hasSizeGreaterThan(10);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TXT", "DOCX", "PDF", "OFD"})
    void showsWhatTheOtherSystemKnewOnlyAsFields(FileKind kind) throws UnreadableFileException {
        var report = report("2021");
        var read = ReportReader.read(Documents.open(ReportWriter.write(report, kind)))
                .report();
        assertThat(read.period()).isEqualTo(report.period());
        assertThat(read.publishedOn()).isEqualTo(report.publishedOn());
        assertThat(read.sections()).isEqualTo(report.sections());
        assertThat(read.cells()).isEqualTo(report.cells());
    }

    @Test
    @DisplayName("字库外的字：有系统字体则用之，没有则画□，不失败")
    void drawsACharacterThatNoFontHas() throws IOException, UnreadableFileException {
        var report = parse("2021", "姓名用字\uD842\uDFB7\uDBFF\uDFFD。");
        try (var pdf = Loader.loadPDF(ReportWriter.write(report, FileKind.PDF))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("姓名用字").contains("□。");
        }
        assertThat(ReportWriter.write(report, FileKind.OFD)).isNotEmpty();
    }

    @Test
    void everyFigureOfAMixedReportStandsInIt() throws UnreadableFileException {
        var mixed = new LinkedHashMap<>(report("2021").cells());
        for (var column : List.of("made", "new_public", "total_public")) {
            mixed.put(CellKey.of("t2.regulation." + column), Cell.of(3));
            mixed.put(CellKey.of("t2.normative." + column), Cell.of(4));
        }
        for (var column : List.of("issued", "repealed", "effective")) {
            mixed.put(CellKey.of("t2.regulation." + column), Cell.MISSING);
            mixed.put(CellKey.of("t2.normative." + column), Cell.MISSING);
        }
        var report = withCells(report("2021"), mixed);
        assertThat(new String(ReportWriter.write(report, FileKind.TXT), StandardCharsets.UTF_8))
                .contains("信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t3\t3\t3\n规范性文件\t4\t4\t4\n第二十条第（五）项")
                .doesNotContain("本年制发件数");
    }

    @Test
    void aTableThatIsNotThereStaysAway() throws UnreadableFileException {
        var cells = new LinkedHashMap<>(report("2021").cells());
        cells.replaceAll((key, cell) -> key.table().equals("t4") ? Cell.MISSING : cell);
        cells.put(CellKey.of("t3.granted.total"), Cell.MISSING);
        var text =
                new String(ReportWriter.write(withCells(report("2021"), cells), FileKind.TXT), StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("结果维持").contains("（一）予以公开\t0\t0\t0\t0\t0\t0\t〔缺〕");
    }

    @Test
    void theSameReportGivesTheSameFile() {
        for (var kind : List.of(FileKind.DOCX, FileKind.HTML, FileKind.TXT)) {
            assertThat(ReportWriter.write(report("2019"), kind)).isEqualTo(ReportWriter.write(report("2019"), kind));
        }
    }

    @Test
    void docIsReadOnly() {
        assertThatThrownBy(() -> ReportWriter.write(report("2021"), FileKind.DOC))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static AnnualReport withCells(AnnualReport report, Map<CellKey, Cell> cells) {
        return new AnnualReport(
                report.format(),
                report.year(),
                report.organ(),
                report.title(),
                report.innerTitle(),
                report.period(),
                report.publishedOn(),
                report.preamble(),
                report.sections(),
                report.closing(),
                cells);
    }

    private static AnnualReport report(String format) {
        try {
            return parse(format, "一是公开的内容不够丰富；下一步将加强培训。");
        } catch (UnreadableFileException e) {
            throw new AssertionError(e);
        }
    }

    private static AnnualReport parse(String format, String problems) throws UnreadableFileException {
        var cells = ReportFormats.official().byKey(format).orElseThrow().cells().stream()
                .map(key -> "\"" + key + "\": 0")
                .collect(Collectors.joining(","));
        return ReportJson.parse(
                CONTRACT_ONLY.formatted(format, format, problems, cells).getBytes(StandardCharsets.UTF_8));
    }
}
