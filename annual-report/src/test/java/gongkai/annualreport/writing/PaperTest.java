package gongkai.annualreport.writing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
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
}
