package gongkai.platform.redaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.writing.Typefaces;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents in which something hides that must not come out of the version that is given out. */
class RedactionAttackTest {
    private static final float HEIGHT = PDRectangle.A4.getHeight();
    private static final float SIZE = 16;

    /** Draws on a page of A4. */
    private interface Drawing {
        void on(PDDocument document, PDPageContentStream content, PDType0Font font) throws IOException;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void textBelowATightBarOfTheOriginalIsNotCarriedOver(int rotation) throws Exception {
        var original = drawn(rotation, (document, content, font) -> {
            write(content, font, 80, 700, "公开的内容");
            write(content, font, 80, 600, "盖住的秘密");
            content.setNonStrokingColor(Color.BLACK);
            content.addRect(80, 600 - 0.15f * SIZE, 5 * SIZE, SIZE);
            content.fill();
        });
        assertThat(text(Redaction.pdf(original, List.of()).pdf()))
                .contains("公开的内容")
                .doesNotContain("秘", "密", "盖");
    }

    @Test
    void whiteTextBesideALineIsNotCarriedOver() throws Exception {
        var original = drawn(0, (document, content, font) -> {
            write(content, font, 80, 700, "公开，内容。");
            content.setNonStrokingColor(Color.WHITE);
            write(content, font, 80, 600, "白字秘密");
            content.setNonStrokingColor(Color.BLACK);
            content.addRect(60, 600 - 0.22f * SIZE, 300, 0.5f);
            content.addRect(60, 600 + 0.95f * SIZE, 300, 0.5f);
            content.fill();
        });
        assertThat(text(Redaction.pdf(original, List.of()).pdf()))
                .contains("公开，内容。")
                .doesNotContain("秘", "密", "白");
    }

    @Test
    void aHiddenLayerIsNotCarriedOver() throws Exception {
        var original = drawn(0, (document, content, font) -> {
            var layers = new PDOptionalContentProperties();
            var hidden = new PDOptionalContentGroup("隐藏");
            layers.addGroup(hidden);
            layers.setGroupEnabled(hidden, false);
            document.getDocumentCatalog().setOCProperties(layers);
            write(content, font, 80, 700, "公开的内容");
            content.beginMarkedContent(COSName.OC, hidden);
            write(content, font, 80, 700, "隐层的秘密");
            content.endMarkedContent();
        });
        assertThat(text(Redaction.pdf(original, List.of()).pdf()))
                .contains("公开的内容")
                .doesNotContain("秘", "密", "隐");
    }

    @Test
    void whatLiesOutsideThePageShownIsNotCarriedOver() throws Exception {
        var original = drawn(0, (document, content, font) -> {
            write(content, font, 80, 700, "公开的内容");
            write(content, font, 80, 20, "裁掉的秘密");
            content.addRect(0, 99, 600, 3);
            content.fill();
            document.getPage(0).setCropBox(new PDRectangle(0, 100, PDRectangle.A4.getWidth(), HEIGHT - 100));
        });
        assertThat(text(Redaction.pdf(original, List.of()).pdf()))
                .contains("公开的内容")
                .doesNotContain("秘", "密", "裁");
    }

    @Test
    void textReadFromAScanDoesNotOutliveTheBarOnTheScan() throws Exception {
        var scan = new BufferedImage(1240, 1754, BufferedImage.TYPE_INT_RGB);
        var pen = scan.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 1240, 1754);
        pen.setColor(new Color(12, 12, 12));
        int top = (int) ((HEIGHT - 600 - 0.85f * SIZE) / HEIGHT * 1754);
        pen.fillRect(166, top, 168, (int) (SIZE / HEIGHT * 1754));
        pen.dispose();
        var original = drawn(0, (document, content, font) -> {
            content.drawImage(LosslessFactory.createFromImage(document, scan), 0, 0, PDRectangle.A4.getWidth(), HEIGHT);
            content.beginText();
            content.setRenderingMode(RenderingMode.NEITHER);
            content.setFont(font, SIZE);
            content.newLineAtOffset(80, 600);
            content.showText("识别的秘密");
            content.endText();
        });
        assertThat(text(Redaction.pdf(original, List.of()).pdf())).doesNotContain("秘", "密", "识");
    }

    @Test
    void turnedTextStaysReadableAndGoesBelowItsMark() throws Exception {
        var original = drawn(0, (document, content, font) -> {
            for (int i = 0; i < 4; i++) {
                content.beginText();
                content.setFont(font, SIZE);
                content.setTextMatrix(Matrix.getRotateInstance(i * Math.PI / 2, 300, 200 + i * 150));
                content.showText("甲乙丙丁".substring(i, i + 1));
                content.endText();
            }
        });
        assertThat(text(Redaction.pdf(original, List.of()).pdf())).contains("甲", "乙", "丙", "丁");
        double middle = (HEIGHT - 350) / HEIGHT;
        var marked = Redaction.pdf(original, List.of(new Mark(1, 0.4, middle - 0.03, 0.6, middle + 0.03, "", "")));
        assertThat(text(marked.pdf())).contains("甲", "丙", "丁").doesNotContain("乙");
    }

    @Test
    void aHugePageIsMadeSmallerInsteadOfFillingTheMemory() throws Exception {
        byte[] original;
        try (var document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(14_400, 14_400)));
            original = saved(document);
        }
        assertThat(Redaction.pdf(original, List.of(new Mark(1, 0.1, 0.1, 0.2, 0.2, "", "")))
                        .pages())
                .isEqualTo(1);
        assertThat(Redaction.preview(original, 1).getWidth()).isLessThanOrEqualTo(5000);
    }

    @Test
    void aPictureLargerThanAnyScanIsRefusedBeforeItIsUnpacked() throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(20_000, 20_000, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        assertThatThrownBy(() -> Redaction.picture(out.toByteArray(), List.of()))
                .hasMessageContaining("太大");
    }

    @Test
    void aScanOfManyPagesIsReadPageByPage() throws Exception {
        var out = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 40; i++) {
                writer.writeToSequence(
                        new IIOImage(new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_BINARY), null, null), null);
            }
            writer.endWriteSequence();
        }
        assertThat(Redaction.picture(out.toByteArray(), List.of(new Mark(40, 0, 0, 1, 1, "", "")))
                        .pages())
                .isEqualTo(40);
    }

    private static void write(PDPageContentStream content, PDType0Font font, float x, float y, String text)
            throws IOException {
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    private static byte[] drawn(int rotation, Drawing drawing) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage(PDRectangle.A4);
            page.setRotation(rotation);
            document.addPage(page);
            var font = PDType0Font.load(document, new ByteArrayInputStream(Typefaces.song()), true);
            try (var content = new PDPageContentStream(document, page)) {
                drawing.on(document, content, font);
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
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }
}
