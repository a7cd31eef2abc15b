package gongkai.annualreport.opening;

import static gongkai.annualreport.opening.Parts.docx;
import static gongkai.annualreport.opening.Parts.shown;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Document;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

class DocxOpenerTest {
    private static String p(String text) {
        return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
    }

    private static String tc(String properties, String text) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + p(text) + "</w:tc>";
    }

    private static String tr(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String tbl(String... rows) {
        return "<w:tbl><w:tblPr/><w:tblGrid/>" + String.join("", rows) + "</w:tbl>";
    }

    private static Document open(String body) throws UnreadableFileException {
        return DocxOpener.open(docx(body));
    }

    @Test
    void readsRunsTabsBreaksAndHyphens() throws Exception {
        assertThat(
                        shown(
                                open(
                                        "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t>一、总体</w:t></w:r>"
                                                + "<w:r><w:t>情况</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t><w:noBreakHyphen/><w:t>1</w:t></w:r></w:p><w:p/>")))
                .containsExactly("一、总体情况\ta", "b-1", "");
    }

    @Test
    void takesTrackedChangesAsAccepted() throws Exception {
        assertThat(shown(open("<w:p><w:r><w:t>收到</w:t></w:r><w:del><w:r><w:delText>3</w:delText></w:r></w:del>"
                        + "<w:ins><w:r><w:t>5</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom>"
                        + "<w:moveTo><w:r><w:t>件</w:t></w:r></w:moveTo></w:p>")))
                .containsExactly("收到5件");
        assertThat(shown(open("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>一、</w:t></w:r></w:p>" + p("总体情况"))))
                .containsExactly("一、总体情况");
        assertThat(shown(open(tbl(
                        tr(tc("", "a"), tc("", "b")),
                        "<w:tr><w:trPr><w:del/></w:trPr>" + tc("", "x") + tc("", "y") + "</w:tr>"))))
                .containsExactly("| a | b |");
    }

    @Test
    void leavesOutWhatIsNotSeen() throws Exception {
        assertThat(
                        shown(
                                open(
                                        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr>"
                                                + "<w:t>可见</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>PAGE</w:instrText>"
                                                + "<w:t>代码</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>7</w:t></w:r>"
                                                + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r><w:fldSimple w:instr=\"DATE\"><w:r><w:t>页</w:t></w:r></w:fldSimple></w:p>")))
                .containsExactly("可见7页");
        assertThat(shown(open("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + p("单击此处输入文字")
                        + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" + p("内容") + "</w:sdtContent></w:sdt>")))
                .containsExactly("", "内容");
    }

    @Test
    void takesOneBranchOfAlternativesAndReadsTextBoxes() throws Exception {
        assertThat(shown(open("<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><w:txbxContent>"
                        + p("框内") + tbl(tr(tc("", "a"), tc("", "b")))
                        + "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict>"
                        + "<w:txbxContent>" + p("框内") + "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>"
                        + "<w:t>正文</w:t></w:r></w:p>")))
                .containsExactly("正文", "框内", "| a | b |");
    }

    @Test
    void knowsLargePicturesFromSmallOnes() throws Exception {
        var drawing =
                "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"%d\" cy=\"%d\"/><a:blip/></wp:inline></w:drawing></w:r></w:p>";
        assertThat(
                        shown(
                                open(
                                        drawing.formatted(5400000, 3600000) + drawing.formatted(1500000, 1500000)
                                                + "<w:p><w:r><w:pict><v:shape style=\"width:415.3pt;height:200pt\"><v:imagedata/></v:shape></w:pict></w:r></w:p>")))
                .containsExactly("", "[picture]", "", "", "[picture]");
    }

    @Test
    void followsSpansAndMerges() throws Exception {
        var document = open(tbl(
                tr(
                        tc("<w:gridSpan w:val=\"2\"/><w:vMerge w:val=\"restart\"/>", "勾稽"),
                        tc("<w:gridSpan w:val=\"2\"/>", "申请人")),
                tr(tc("<w:gridSpan w:val=\"2\"/><w:vMerge/>", ""), tc("", "自然人"), tc("", "总计")),
                tr(tc("<w:vMerge w:val=\"restart\"/>", "三"), tc("", "（一）"), tc("", "1"), tc("", "")),
                tr(tc("<w:vMerge w:val=\"continue\"/>", "看不见"), tc("", "（二）"), tc("", "2"), tc("", "　"))));
        assertThat(shown(document)).containsExactly("""
                        | 勾稽 2x2 | 申请人 2x1 |
                        |@2 自然人 | 总计 |
                        | 三 1x2 | （一） | 1 |  |
                        |@1 （二） | 2 | 　 |""");
        assertThat(((Grid) document.blocks().getFirst()).aligned()).isTrue();
    }

    @Test
    void followsOlderMergesAndIndentedRows() throws Exception {
        assertThat(shown(open(tbl(
                        tr(tc("<w:hMerge w:val=\"restart\"/>", "合并"), tc("<w:hMerge/>", ""), tc("", "c")),
                        "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/></w:trPr>" + tc("", "中")
                                + "</w:tr>"))))
                .containsExactly("| 合并 2x1 | c |\n|@1 中 |");
        assertThat(shown(open(tbl(tr(tc("", "a")), tr(tc("", "b"), tc("", "c"))))))
                .containsExactly("~| a |\n| b | c |");
    }

    @Test
    void tellsTheContentOfALayoutTableInOrder() throws Exception {
        var inner = tbl(tr(tc("", "规章"), tc("", "0")), tr(tc("", "行政规范性文件"), tc("", "1")));
        assertThat(shown(open(tbl(tr("<w:tc>" + p("标题") + p("一、总体情况") + inner + p("后") + "</w:tc>")))))
                .containsExactly("标题", "一、总体情况", "| 规章 | 0 |\n| 行政规范性文件 | 1 |", "后");
        assertThat(shown(open(tbl(tr(tc("", "只有文字")))))).containsExactly("只有文字");
    }

    @Test
    void keepsATableOfDataWholeWhenOneValueStandsInAFrame() throws Exception {
        var framed = "<w:tc>" + tbl(tr(tc("", "7"))) + "<w:p/></w:tc>";
        assertThat(shown(open(tbl(tr(tc("", "a"), tc("", "b"), tc("", "c")), tr(tc("", "1"), framed, tc("", "3"))))))
                .containsExactly("| a | b | c |\n| 1 | 7 | 3 |");
    }

    @Test
    @DisplayName("自动编号：一、（一）1. 由文字处理软件加上，正文里没有")
    void countsAutomaticNumbers() throws Exception {
        var numbering = Parts.wordPart("numbering", """
                <w:abstractNum w:abstractNumId="3">
                  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl>
                  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:pStyle w:val="H2"/><w:lvlText w:val="（%2）"/></w:lvl>
                  <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3"/></w:lvl>
                  <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="●"/></w:lvl>
                </w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>
                <w:num w:numId="2"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
                """);
        var styles = Parts.wordPart(
                "styles",
                "<w:style w:styleId=\"H2\"><w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:styleId=\"H2a\"><w:basedOn w:val=\"H2\"/></w:style>");
        var body = item(1, 0, "总体情况")
                + styled("H2", "主动公开")
                + styled("H2a", "依申请")
                + item(1, 2, "2021年")
                + item(1, 0, "主动公开")
                + styled("H2", "又")
                + item(1, 3, "点")
                + item(2, 0, "问题")
                + item(2, 0, "其他")
                + item(0, 0, "无号");
        assertThat(shown(DocxOpener.open(Parts.zip(
                        "word/document.xml",
                        Parts.wordDocument(body),
                        "word/numbering.xml",
                        numbering,
                        "word/styles.xml",
                        styles))))
                .containsExactly("一、总体情况", "（一）主动公开", "（二）依申请", "1 2021年", "二、主动公开", "（一）又", "点", "五、问题", "六、其他", "无号");
    }

    private static String item(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%d\"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                .formatted(level, list, text);
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val=\"%s\"/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(style, text);
    }

    @Test
    void writesNumbersAsListsDo() {
        assertThat(Numerals.write(12, "chineseCounting")).isEqualTo("十二");
        assertThat(Numerals.write(105, "chineseCountingThousand")).isEqualTo("一百零五");
        assertThat(Numerals.write(10, "chineseLegalSimplified")).isEqualTo("壹拾");
        assertThat(Numerals.write(3, "decimalEnclosedCircleChinese")).isEqualTo("③");
        assertThat(Numerals.write(4, "ideographDigital")).isEqualTo("四");
        assertThat(Numerals.write(14, "upperRoman")).isEqualTo("XIV");
        assertThat(Numerals.write(27, "lowerLetter")).isEqualTo("aa");
    }

    @Test
    void readsStrictFilesMovedMainPartsAndTheTitle() throws Exception {
        var document = DocxOpener.open(Parts.zip(
                "[Content_Types].xml", "<Types>wordprocessingml.document.main+xml</Types>",
                "_rels/.rels",
                        "<Relationships><Relationship Type=\"x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>",
                "docProps/core.xml", "<cp:p xmlns:cp=\"c\" xmlns:dc=\"d\"><dc:title>某局2021年报</dc:title></cp:p>",
                "word/document2.xml",
                        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>" + p("严格")
                                + "</w:body></w:document>"));
        assertThat(shown(document)).containsExactly("严格");
        assertThat(document.pageTitle()).isEqualTo("某局2021年报");
    }

    @Test
    void readsWhatPoiWrites() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var docx = new XWPFDocument()) {
            docx.createParagraph().createRun().setText("一、总体情况");
            var table = docx.createTable(2, 3);
            for (var r = 0; r < 2; r++) {
                for (var c = 0; c < 3; c++) {
                    table.getRow(r).getCell(c).setText(r + "," + c);
                }
            }
            table.getRow(0).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.RESTART);
            table.getRow(1).getCell(0).getCTTc().addNewTcPr().addNewVMerge().setVal(STMerge.CONTINUE);
            table.getRow(0).getCell(1).getCTTc().addNewTcPr().addNewGridSpan().setVal(BigInteger.TWO);
            table.getRow(0).removeCell(2);
            docx.write(bytes);
        }
        var document = DocxOpener.open(bytes.toByteArray());
        assertThat(shown(document)).containsExactly("一、总体情况", "| 0,0 1x2 | 0,1 2x1 |\n|@1 1,1 | 1,2 |");
        assertThat(document.blocks().getFirst().place().paragraph()).isEqualTo(1);
        assertThat(((Paragraph) document.blocks().getFirst()).text()).isEqualTo("一、总体情况");
    }
}
