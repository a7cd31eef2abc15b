package gongkai.annualreport.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PaperTest {
    private static final String PAGE = """
            <html lang="zh-CN"><head><title>示例</title><style>@page { size: A4; } body { font-family: Song; }</style></head>\
            <body><p>张三：经审查，予以公开。</p></body></html>
            """;

    @Test
    void anotherDocumentIsPrintedWithOurFonts() throws IOException {
        var pdf = Paper.pdf("示例", PAGE);
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("张三：经审查，予以公开。");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("示例");
        }
        assertThat(Paper.ofd("示例", pdf)).startsWith('P', 'K');
    }

    @Test
    @DisplayName("基本平面以外的人名用字照印：𠮷（U+20BB7）、𬭎（U+2CB4E）；字库都没有的，能事先说出来")
    void rareCharactersOfNamesArePrinted() throws IOException {
        var pdf = Paper.pdf("示例", PAGE.replace("张三", "𠮷田𬭎"));
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("𠮷田𬭎：经审查");
        }
        assertThat(Typefaces.undrawable("张三\n𠮷田𬭎")).isEmpty();
        assertThat(Typefaces.undrawable("甲\uDBFF\uDFFD")).containsExactly("\uDBFF\uDFFD");
        try (var ofd = new ZipInputStream(new ByteArrayInputStream(Paper.ofd("示例", pdf)))) {
            var names = new ArrayList<String>();
            for (var entry = ofd.getNextEntry(); entry != null; entry = ofd.getNextEntry()) {
                names.add(entry.getName());
            }
            assertThat(names).contains("Doc_0/Res/font_4.ttf");
        }
    }
}
