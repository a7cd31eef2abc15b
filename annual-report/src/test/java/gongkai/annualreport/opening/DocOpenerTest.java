package gongkai.annualreport.opening;

import static gongkai.annualreport.opening.Parts.shown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.UnreadableFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("办公软件另存的文件：所见即所读")
class DocOpenerTest {
    private static final String TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
            <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
            ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override
            PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>""";
    private static final String RELATIONSHIPS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>""";
    private static final String NUMBERING = Parts.wordPart(
            "numbering",
            "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCountingThousand\"/>"
                    + "<w:suff w:val=\"nothing\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>"
                    + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    private static final String BODY = heading("总体情况")
            + "<w:p><w:r><w:t>公开</w:t></w:r><w:del w:id=\"1\"><w:r><w:delText>旧9件</w:delText></w:r></w:del>"
            + "<w:ins w:id=\"2\"><w:r><w:t>12件</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐99</w:t></w:r></w:p>"
            + heading("主动公开政府信息情况")
            + "<w:tbl><w:tblPr><w:tblW w:w=\"9000\" w:type=\"dxa\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>"
            + "<w:tr>" + cell("<w:gridSpan w:val=\"3\"/>", "第二十条") + "</w:tr>"
            + "<w:tr>" + cell("<w:vMerge w:val=\"restart\"/>", "不予公开") + cell("", "规章") + cell("", "0") + "</w:tr>"
            + "<w:tr>" + cell("<w:vMerge/>", "") + cell("", "文件") + cell("", "35") + "</w:tr></w:tbl>"
            + "<w:p><w:r><w:t>完。</w:t></w:r></w:p>";

    @TempDir
    Path folder;

    private static String heading(String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>" + text
                + "</w:t></w:r></w:p>";
    }

    private static String cell(String properties, String text) {
        return "<w:tc><w:tcPr><w:tcW w:w=\"3000\" w:type=\"dxa\"/>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text
                + "</w:t></w:r></w:p></w:tc>";
    }

    private byte[] savedAs(String kind) throws Exception {
        var docx = Parts.zip(
                "[Content_Types].xml", TYPES,
                "_rels/.rels", RELATIONSHIPS.formatted("officeDocument", "word/document.xml"),
                "word/_rels/document.xml.rels", RELATIONSHIPS.formatted("numbering", "numbering.xml"),
                "word/numbering.xml", NUMBERING,
                "word/document.xml", Parts.wordDocument(BODY));
        return OfficeProgram.convert(folder, docx, "docx", kind);
    }

    @Test
    void readsADocWithListsChangesHiddenTextAndMerges() throws Exception {
        assertThat(shown(Documents.open(savedAs("doc"))))
                .containsExactly(
                        "一、总体情况",
                        "公开12件",
                        "二、主动公开政府信息情况",
                        "| 第二十条 3x1 |\n| 不予公开 1x2 | 规章 | 0 |\n| 文件 | 35 |".replace("| 文件", "|@1 文件"),
                        "完。");
    }

    @Test
    void readsAPageSavedFromADocument() throws Exception {
        assertThat(shown(Documents.open(savedAs("html"))))
                .contains("| 第二十条 3x1 |\n| 不予公开 1x2 | 规章 | 0 |\n|@1 文件 | 35 |", "完。");
    }

    @Test
    void refusesASheetOfAnotherKindClearly() throws Exception {
        var page = "规章,0\n文件,35".getBytes(StandardCharsets.UTF_8);
        var sheet = OfficeProgram.convert(folder, page, "csv", "ods");
        assertThatThrownBy(() -> Documents.open(sheet))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("ODS");
    }
}
