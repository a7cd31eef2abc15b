package gongkai.annualreport.opening;

import static gongkai.annualreport.opening.Parts.shown;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Document;
import java.io.ByteArrayOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class XlsxOpenerTest {
    private static final String WORKBOOK = """
            <workbook xmlns:r="r"><sheets><sheet name="一" sheetId="1" r:id="rId1"/>
            <sheet name="隐" sheetId="2" state="hidden" r:id="rId2"/><sheet name="二" sheetId="3" r:id="rId3"/></sheets></workbook>""";
    private static final String RELATIONSHIPS = """
            <Relationships><Relationship Id="rId1" Type="t" Target="worksheets/sheet1.xml"/>
            <Relationship Id="rId2" Type="t" Target="worksheets/sheet2.xml"/><Relationship Id="rId3" Type="t" Target="/xl/worksheets/sheet3.xml"/></Relationships>""";
    private static final String STYLES = """
            <styleSheet><numFmts><numFmt numFmtId="176" formatCode="0.0000_ "/><numFmt numFmtId="177" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>
            <borders><border><left/></border><border><left style="thin"/></border></borders>
            <cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="176" borderId="0"/><xf numFmtId="177" borderId="0"/><xf numFmtId="10" borderId="0"/></cellXfs></styleSheet>""";

    private static Document open(String sheet) throws UnreadableFileException {
        return open(sheet, "<worksheet/>");
    }

    private static Document open(String sheet, String third) throws UnreadableFileException {
        return XlsxOpener.open(Parts.zip(
                "xl/workbook.xml", WORKBOOK,
                "xl/_rels/workbook.xml.rels", RELATIONSHIPS,
                "xl/styles.xml", STYLES,
                "xl/sharedStrings.xml",
                        "<sst><si><t>规章</t></si><si><r><t>行政</t></r><r><rPr/><t>许可</t></r><rPh><t>xu</t></rPh></si></sst>",
                "xl/worksheets/sheet1.xml", sheet,
                "xl/worksheets/sheet2.xml", rows(row(1, text("A1", "看不见"))),
                "xl/worksheets/sheet3.xml", third));
    }

    private static String rows(String... rows) {
        return "<worksheet><sheetData>" + String.join("", rows) + "</sheetData></worksheet>";
    }

    private static String row(int number, String... cells) {
        return "<row r=\"" + number + "\">" + String.join("", cells) + "</row>";
    }

    private static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String number(String at, String value) {
        return "<c r=\"" + at + "\"><v>" + value + "</v></c>";
    }

    @Test
    void keepsARowOfEmptyCellsThatEndsATable() throws Exception {
        assertThat(shown(open(rows(
                        row(1, text("A1", "维持"), text("B1", "总计")),
                        row(2, text("A2", ""), text("B2", "")),
                        row(3, text("A3", ""), text("B3", "")),
                        row(4, text("A4", "五、存在的主要问题及改进情况"))))))
                .startsWith("| 维持 | 总计 |\n|  |  |");
    }

    @Test
    void showsNumbersAsAPersonSeesThem() throws Exception {
        assertThat(shown(open(rows(
                        row(
                                1,
                                "<c r=\"A1\" t=\"s\"><v>0</v></c>",
                                number("B1", "5.0"),
                                number("C1", "0.37000000000000005"),
                                number("D1", "1.0E+4")),
                        row(
                                2,
                                "<c r=\"A2\" t=\"s\"><v>1</v></c>",
                                "<c r=\"B2\" s=\"2\"><v>0.37</v></c>",
                                "<c r=\"C2\" s=\"3\"><v>44581</v></c>",
                                "<c r=\"D2\" s=\"4\"><v>0.5</v></c>"),
                        row(
                                3,
                                "<c r=\"A3\" t=\"str\"><f>A1</f><v>文</v></c>",
                                "<c r=\"B3\"><f>SUM(B1:B2)</f><v>5.37</v></c>",
                                "<c r=\"C3\"><f>B1</f></c>",
                                "<c r=\"D3\" s=\"2\"><v>12</v></c>")))))
                .containsExactly("""
                        | 规章 | 5 | 0.37 | 10000 |
                        | 行政许可 | 0.3700 | 2022年1月20日 | 50% |
                        | 文 | 5.37 | =B1 | 12 |""");
    }

    @Test
    void tellsTablesFromProseAndSkipsWhatIsHidden() throws Exception {
        var document = open(
                rows(
                        row(1, text("A1", "某局2021年政府信息公开工作年度报告")),
                        row(2, text("A2", "一、总体情况")),
                        row(3, text("A3", "正文第一段。\n正文第二段。")),
                        row(4, text("A4", "二、主动公开政府信息情况")),
                        row(5, text("A5", "信息内容"), text("B5", "本年制发件数"), text("C5", "本年废止件数"), text("D5", "现行有效件数")),
                        row(6, text("A6", "规章"), number("B6", "0")),
                        row(7, text("A7", "行政规范性文件")),
                        "<row r=\"8\" hidden=\"1\">" + text("A8", "隐藏行") + number("B8", "9") + "</row>",
                        row(9, text("A9", "第二十条第（五）项")),
                        row(10, text("A10", "信息内容"), text("B10", "本年处理决定数量")),
                        row(11, text("A11", "行政许可")),
                        row(12, text("A12", "三、收到和处理政府信息公开申请情况")),
                        row(14, text("A14", "无"))),
                rows(row(1, text("A1", "第二张表"))));
        assertThat(shown(document))
                .containsExactly(
                        "某局2021年政府信息公开工作年度报告",
                        "一、总体情况",
                        "正文第一段。",
                        "正文第二段。",
                        "二、主动公开政府信息情况",
                        """
                        | 信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |
                        | 规章 | 0 |  |  |
                        | 行政规范性文件 |  |  |  |
                        | 第二十条第（五）项 |  |
                        | 信息内容 | 本年处理决定数量 |
                        | 行政许可 |  |""",
                        "三、收到和处理政府信息公开申请情况",
                        "无",
                        "第二张表");
        assertThat(document.blocks().getLast().place().page()).isEqualTo(3);
        assertThat(document.blocks().get(5).place().paragraph()).isEqualTo(5);
        assertThat(((Grid) document.blocks().get(5)).aligned()).isTrue();
    }

    @Test
    void followsMergesAlsoWhereRowsAreHidden() throws Exception {
        var sheet = "<worksheet><sheetData>" + row(1, text("A1", "勾稽"), text("C1", "申请人"))
                + row(2, text("C2", "自然人"), text("D2", "总计"))
                + row(3, text("A3", "三"), text("B3", "（一）"), number("C3", "1"), number("D3", "1"))
                + "<row r=\"4\" hidden=\"1\">" + number("C4", "7") + "</row>"
                + row(5, text("B5", "（二）"), "<c r=\"C5\" s=\"1\"/>", "<c r=\"D5\" s=\"1\"/>")
                + "</sheetData><mergeCells><mergeCell ref=\"A1:B2\"/><mergeCell ref=\"C1:D1\"/><mergeCell ref=\"A3:A5\"/></mergeCells></worksheet>";
        assertThat(shown(open(sheet))).containsExactly("""
                | 勾稽 2x2 | 申请人 2x1 |
                |@2 自然人 | 总计 |
                | 三 1x2 | （一） | 1 | 1 |
                |@1 （二） |  |  |""");
    }

    @Test
    @DisplayName("整表空白：有框线的空格是空白，不是缺失")
    void keepsBlankRuledCells() throws Exception {
        var blank = "<c r=\"%s\" s=\"1\"/>";
        assertThat(shown(open(rows(
                        row(1, text("A1", "行政处罚"), blank.formatted("B1")),
                        row(2, text("A2", "行政强制"), blank.formatted("B2"))))))
                .containsExactly("| 行政处罚 |  |\n| 行政强制 |  |");
    }

    @Test
    void readsWhatFastexcelWrites() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "gongkai", "1.0")) {
            var sheet = workbook.newWorksheet("年报");
            sheet.value(0, 0, "行政复议");
            sheet.range(0, 0, 0, 1).merge();
            sheet.value(1, 0, "结果维持");
            sheet.value(1, 1, "总计");
            sheet.value(2, 0, 3);
            sheet.value(2, 1, 0.5);
        }
        assertThat(shown(XlsxOpener.open(bytes.toByteArray()))).containsExactly("行政复议", "| 结果维持 | 总计 |\n| 3 | 0.5 |");
    }
}
