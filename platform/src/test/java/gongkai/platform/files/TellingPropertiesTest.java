package gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;

/** What a picture or a PDF tells of whoever made it is found and taken away; the picture stays. */
class TellingPropertiesTest {
    @Test
    void aPhotographLosesPlaceAndAuthorAndStaysTurned() throws IOException {
        var plain = picture("jpg");
        assertThat(TellingProperties.in(FileKind.JPG, plain)).isEmpty();
        var taken = inserted(plain, 2, exif());
        assertThat(TellingProperties.in(FileKind.JPG, taken)).containsExactlyInAnyOrder("拍摄地点", "作者");
        var clean = TellingProperties.without(FileKind.JPG, taken).orElseThrow();
        assertThat(TellingProperties.in(FileKind.JPG, clean)).isEmpty();
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Zhang San");
        assertThat(clean).as("turned as before").containsSequence(0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0, 6);
        assertThat(points(clean)).isEqualTo(points(plain));
    }

    @Test
    void aPictureLosesItsTexts() throws IOException {
        var plain = picture("png");
        var text = "Author\0Zhang San".getBytes(StandardCharsets.ISO_8859_1);
        var chunk = ByteBuffer.allocate(12 + text.length)
                .putInt(text.length)
                .put("tEXt".getBytes(StandardCharsets.US_ASCII));
        chunk.put(text);
        var crc = new CRC32();
        crc.update(chunk.array(), 4, 4 + text.length);
        chunk.putInt((int) crc.getValue());
        var told = inserted(plain, 33, chunk.array());
        assertThat(TellingProperties.in(FileKind.PNG, told)).containsExactly("说明文字、作者");
        assertThat(TellingProperties.without(FileKind.PNG, told).orElseThrow()).isEqualTo(plain);
        assertThat(TellingProperties.without(FileKind.PNG, plain)).isEmpty();
    }

    @Test
    void aDocumentLosesItsAuthorAndKeepsItsTitle() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor("张三");
            document.getDocumentInformation().setTitle("检测报告");
            document.save(out);
        }
        assertThat(TellingProperties.in(FileKind.PDF, out.toByteArray())).containsExactly("作者");
        var clean = TellingProperties.without(FileKind.PDF, out.toByteArray()).orElseThrow();
        try (var document = Loader.loadPDF(clean)) {
            assertThat(document.getDocumentInformation().getAuthor()).isNull();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("检测报告");
        }
    }

    @Test
    void whatIsDamagedIsLeftAlone() {
        assertThat(TellingProperties.in(
                        FileKind.JPG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 99, 99}))
                .isEmpty();
        assertThat(TellingProperties.without(FileKind.PDF, new byte[] {1, 2, 3}))
                .isEmpty();
    }

    /** How it is turned, where it was taken, and who took it. */
    private static byte[] exif() {
        var author = "Zhang San\0".getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 3 * 12 + 4 + author.length)
                .put("MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 3)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0)
                .putShort((short) 0x013b)
                .putShort((short) 2)
                .putInt(author.length)
                .putInt(50)
                .putShort((short) 0x8825)
                .putShort((short) 4)
                .putInt(1)
                .putInt(0)
                .putInt(0)
                .put(author)
                .array();
        return ByteBuffer.allocate(10 + tiff.length)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff)
                .array();
    }

    private static byte[] inserted(byte[] content, int at, byte[] more) {
        return ByteBuffer.allocate(content.length + more.length)
                .put(content, 0, at)
                .put(more)
                .put(content, at, content.length - at)
                .array();
    }

    private static byte[] picture(String format) throws IOException {
        var image = new BufferedImage(24, 16, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillOval(2, 2, 12, 12);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private static int[] points(byte[] picture) throws IOException {
        var image = ImageIO.read(new ByteArrayInputStream(picture));
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
