package gongkai.platform.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class LongWordFileTest {
    @Test
    void aParagraphOfManyPagesIsPrintedWhole() throws Exception {
        var word = word("𠮷甲乙".repeat(30_000));
        var pdf = assertTimeout(Duration.ofSeconds(90), () -> PrintedDocx.pdf(word, "材料"));
        try (var read = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(read).replaceAll("\\s", "");
            assertThat(text.chars().filter(c -> c == '乙').count()).isEqualTo(30_000);
        }
    }

    @Test
    void moreTextThanFitsIsRefusedWithWhatToDo() throws Exception {
        var word = word("甲".repeat(600_000));
        assertThatThrownBy(() -> PrintedDocx.pdf(word, "材料")).hasMessageContaining("请分成几个文件");
    }

    private static byte[] word(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
        }
        return out.toByteArray();
    }
}
