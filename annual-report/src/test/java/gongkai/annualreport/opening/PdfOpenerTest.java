package gongkai.annualreport.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Block.Picture;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("打开 pdf")
class PdfOpenerTest {
    @Test
    void readsWhatAPersonSeesOnACroppedAndTurnedPage() throws Exception {
        for (int rotation : List.of(0, 90, 180, 270)) {
            try (var document = new PDDocument()) {
                var page = new PDPage(new PDRectangle(600, 800));
                page.setCropBox(new PDRectangle(50, 50, 500, 700));
                page.setRotation(rotation);
                document.addPage(page);
                write(
                        document,
                        page,
                        "BT /F 12 Tf 100 700 Td (first) Tj 0 -200 Td (second) Tj 0 -490 Td (cut off) Tj ET");
                var texts = texts(document);
                assertThat(texts).hasSize(2).containsExactlyInAnyOrder("first", "second");
            }
        }
    }

    @Test
    void turnsAPageDrawnSideways() throws Exception {
        var lines = "BT /F 12 Tf 100 500 Td (the first line, drawn sideways) Tj 0 -20 Td (the second) Tj ET";
        for (var matrix : List.of("0 1 -1 0 612 0", "0 -1 1 0 0 792", "-1 0 0 -1 612 792")) {
            assertThat(texts(matrix + " cm " + lines))
                    .as(matrix)
                    .containsExactly("the first line, drawn sideways", "the second");
        }
    }

    @Test
    void readsInvisibleTextLaidOverAScan() throws Exception {
        assertThat(texts("BT 3 Tr /F 12 Tf 100 700 Td (under the picture) Tj ET"))
                .containsExactly("under the picture");
    }

    @Test
    void readsTheTextThatSaysWhatItStandsFor() throws Exception {
        assertThat(texts("BT /F 12 Tf 100 700 Td (a) Tj /Span <</ActualText <FEFF4E00>>> BDC (xyz) Tj EMC (b) Tj ET"))
                .containsExactly("a一b");
    }

    @Test
    void doesNotGuessWhatAFontDoesNotTell() throws Exception {
        var font =
                "<</Type/Font/Subtype/Type0/BaseFont/Unknown/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
                        + "/BaseFont/Unknown/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type"
                        + "/FontDescriptor/FontName/Unknown/Flags 4/FontBBox[0 0 1 1]/ItalicAngle 0/Ascent 1/Descent 0/CapHeight 1/StemV 1>>>>]>>";
        var pdf =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                        + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F "
                        + font
                        + ">>>>>>endobj\n4 0 obj<</Length 45>>stream\nBT /F 12 Tf 100 700 Td <00140015> Tj ET      \nendstream endobj\n"
                        + "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF";
        var document = PdfOpener.open(pdf.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(((Paragraph) document.blocks().getFirst()).text()).isEqualTo("\ufffd\ufffd");
    }

    @Test
    void opensAFileLockedAgainstChangesOnlyAndRefusesOneThatNeedsAPassword() throws Exception {
        assertThat(PdfOpener.open(locked("")).blocks()).hasSize(1);
        assertThatThrownBy(() -> PdfOpener.open(locked("secret")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessage("PDF 已加密，需要密码才能打开");
    }

    private static byte[] locked(String password) throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            write(document, page, "BT /F 12 Tf 100 700 Td (text) Tj ET");
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            return saved(document);
        }
    }

    @Test
    void tellsOfPagesThatArePicturesOnly() throws Exception {
        try (var document = new PDDocument()) {
            var scan =
                    LosslessFactory.createFromImage(document, new BufferedImage(60, 80, BufferedImage.TYPE_BYTE_GRAY));
            for (int i = 0; i < 2; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(scan, 0, 0, 612, 792);
                }
            }
            assertThat(PdfOpener.open(saved(document)).blocks()).hasSize(2).allMatch(Picture.class::isInstance);
        }
    }

    @Test
    void refusesABook() throws Exception {
        try (var document = new PDDocument()) {
            for (int i = 0; i < 500; i++) {
                document.addPage(new PDPage());
            }
            var book = saved(document);
            assertThatThrownBy(() -> PdfOpener.open(book)).hasMessage("页数过多（500 页），年度报告一般不超过 200 页");
        }
    }

    @Test
    void refusesAFormThatUnfoldsWithoutEnd() throws Exception {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            write(document, page, "/X Do");
            var form = document.getDocument().createCOSStream();
            form.setItem(COSName.TYPE, COSName.XOBJECT);
            form.setItem(COSName.SUBTYPE, COSName.FORM);
            form.setItem(COSName.BBOX, PDRectangle.A4);
            try (var out = form.createOutputStream(COSName.FLATE_DECODE)) {
                var blank = new byte[1 << 20];
                Arrays.fill(blank, (byte) ' ');
                for (int i = 0; i < 120; i++) {
                    out.write(blank);
                }
            }
            page.getResources().getCOSObject().setItem(COSName.XOBJECT, objects(form));
            var bomb = saved(document);
            assertThatThrownBy(() -> PdfOpener.open(bomb)).hasMessage("PDF 展开后过大，不像一份年度报告");
        }
    }

    private static org.apache.pdfbox.cos.COSDictionary objects(COSStream form) {
        var objects = new org.apache.pdfbox.cos.COSDictionary();
        objects.setItem(COSName.getPDFName("X"), form);
        return objects;
    }

    @Test
    void refusesPagesThatRunInCircles() {
        var pdf =
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\n"
                        + "trailer<</Root 1 0 R>>\nstartxref\n0\n%%EOF";
        assertThatThrownBy(() -> PdfOpener.open(pdf.getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(UnreadableFileException.class);
    }

    @Test
    void letsNothingButASentenceOutOfBrokenFiles() throws Exception {
        byte[] whole;
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            write(
                    document,
                    page,
                    "q 1 0 0 1 0 0 cm 10 10 m 200 10 l S 10 10 100 50 re f BT /F 12 Tf 100 700 Td (text 123) Tj ET Q");
            whole = saved(document);
        }
        for (int seed = 0; seed < 300; seed++) {
            var mutant = mutant(whole, seed);
            try {
                PdfOpener.open(mutant);
            } catch (UnreadableFileException e) {
                assertThat(e).message().contains("PDF");
            }
        }
        assertThatThrownBy(() -> PdfOpener.open(Arrays.copyOf(whole, whole.length - 40)))
                .hasMessage("PDF 不完整，可能没有下载完，请重新获取原文件后再试");
    }

    private static byte[] mutant(byte[] whole, int seed) {
        var lot = new Random(seed);
        var mutant = whole.clone();
        for (int i = 0; i <= lot.nextInt(20); i++) {
            mutant[lot.nextInt(mutant.length)] = (byte) lot.nextInt(256);
        }
        return mutant;
    }

    private static List<String> texts(String content) throws IOException, UnreadableFileException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            write(document, page, content);
            return texts(document);
        }
    }

    private static List<String> texts(PDDocument document) throws IOException, UnreadableFileException {
        return PdfOpener.open(saved(document)).blocks().stream()
                .map(Paragraph.class::cast)
                .map(Paragraph::text)
                .toList();
    }

    private static void write(PDDocument document, PDPage page, String content) throws IOException {
        var resources = new org.apache.pdfbox.pdmodel.PDResources();
        resources.put(COSName.getPDFName("F"), new PDType1Font(FontName.HELVETICA));
        page.setResources(resources);
        var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
        try (var out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        page.setContents(stream);
    }

    private static byte[] saved(PDDocument document) throws IOException {
        var bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
