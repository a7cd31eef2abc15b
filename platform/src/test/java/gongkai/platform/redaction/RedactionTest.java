package gongkai.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.writing.Typefaces;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RedactionTest {
    /** Lines stand 100 points apart, the first 100 below the upper edge of A4. */
    private static final float STEP = 100;

    private static final float HEIGHT = PDRectangle.A4.getHeight();

    @Test
    @DisplayName("遮盖处的文字从图像和文字层中都去除，其余仍可检索")
    void removesWhatIsBelowAMarkAndKeepsTheRest() throws Exception {
        var result = Redaction.pdf(pdf(0, "补偿标准如下", "张三 11010119000101001X", "特此答复"), List.of(line(2)));
        assertThat(result.pages()).isEqualTo(1);
        assertThat(result.removed()).isEqualTo(20);
        assertThat(text(result.pdf())).contains("补偿标准如下", "特此答复").doesNotContain("张三", "110101", "001X");
        var picture = picture(result.pdf(), 1);
        assertThat(new Color(picture.getRGB(picture.getWidth() / 2, (int) (2 * STEP / HEIGHT * picture.getHeight()))))
                .isEqualTo(Color.BLACK);
    }

    @Test
    @DisplayName("原件中用黑条盖住的文字并未真正去除，处理后不得再现")
    void doesNotCarryOverTextThatCannotBeSeen() throws Exception {
        try (var document = Loader.loadPDF(pdf(0, "公开的内容", "盖住的秘密"))) {
            try (var content = new PDPageContentStream(
                    document, document.getPage(0), PDPageContentStream.AppendMode.APPEND, true, true)) {
                content.addRect(0, HEIGHT - 2 * STEP - 20, 500, 50);
                content.fill();
            }
            var result = Redaction.pdf(saved(document), List.of());
            assertThat(text(result.pdf())).contains("公开的内容").doesNotContain("秘密");
        }
    }

    @Test
    @DisplayName("批注、附件、文档属性不带入")
    void carriesNothingElseOver() throws Exception {
        try (var document = Loader.loadPDF(pdf(0, "正文"))) {
            document.getDocumentInformation().setAuthor("SECRETAUTHOR");
            var note = new PDAnnotationText();
            note.setContents("SECRETNOTE");
            note.setRectangle(new PDRectangle(10, 10, 20, 20));
            document.getPage(0).getAnnotations().add(note);
            var result = Redaction.pdf(saved(document), List.of());
            assertThat(new String(result.pdf(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET");
            try (var out = Loader.loadPDF(result.pdf())) {
                assertThat(out.getDocumentInformation().getAuthor()).isNull();
                assertThat(out.getPage(0).getAnnotations()).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("旋转的页面按看到的样子遮盖")
    void marksATurnedPageAsItIsSeen() throws Exception {
        // Turned by a right angle, the line that stood 200 points from above stands 200 points from the right.
        double fromLeft = (HEIGHT - 2 * STEP) / HEIGHT;
        var mark = new Mark(1, fromLeft - 0.03, 0, fromLeft + 0.03, 1, "个人隐私", "第十五条");
        var result = Redaction.pdf(pdf(90, "补偿标准如下", "张三住址", "特此答复"), List.of(mark));
        assertThat(result.removed()).isEqualTo(4);
        assertThat(text(result.pdf())).doesNotContain("张").doesNotContain("址");
    }

    @Test
    void burnsIntoAPicture() throws Exception {
        var image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_ARGB);
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        var result =
                Redaction.picture(bytes.toByteArray(), List.of(new Mark(1, 0.25, 0.25, 0.75, 0.75, "个人隐私", "第十五条")));
        var picture = picture(result.pdf(), 1);
        assertThat(new Color(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2)))
                .isEqualTo(Color.BLACK);
        assertThat(new Color(picture.getRGB(5, 5))).isEqualTo(Color.WHITE);
    }

    @Test
    void saysWhatIsWrong() throws Exception {
        var locked = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf(0, "正文"))) {
            document.protect(new StandardProtectionPolicy("a", "b", new AccessPermission()));
            document.save(locked);
        }
        assertThatThrownBy(() -> Redaction.pdf(locked.toByteArray(), List.of())).hasMessageContaining("密码");
        assertThatThrownBy(() -> Redaction.pdf(new byte[] {1, 2, 3}, List.of())).hasMessageContaining("不是 PDF");
        assertThatThrownBy(() -> Redaction.picture(new byte[] {1, 2, 3}, List.of()))
                .hasMessageContaining("不是能处理的格式");
        var one = pdf(0, "正文");
        assertThatThrownBy(() -> Redaction.pdf(one, List.of(new Mark(2, 0, 0, 1, 1, "个人隐私", "第十五条"))))
                .hasMessageContaining("只有 1 页");
    }

    private static Mark line(int number) {
        double middle = (number * STEP - 5) / HEIGHT;
        return new Mark(1, 0.05, middle - 0.015, 0.95, middle + 0.015, "个人隐私", "第十五条");
    }

    private static byte[] pdf(int rotation, String... lines) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            var font = PDType0Font.load(document, new ByteArrayInputStream(Typefaces.song()), true);
            try (var content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < lines.length; i++) {
                    content.beginText();
                    content.setFont(font, 16);
                    content.newLineAtOffset(80, HEIGHT - (i + 1) * STEP);
                    content.showText(lines[i]);
                    content.endText();
                }
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static BufferedImage picture(byte[] pdf, int page) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImage(page - 1);
        }
    }
}
