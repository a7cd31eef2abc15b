package gongkai.platform.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a picture or a document tells of whoever made it is found and taken away; what it shows stays. */
class TellingPropertiesTest {
    @Test
    @DisplayName("照片里的缩略图也要去掉；格式有损坏的照片不能核对")
    void seesTheSmallCopyAndWhatCannotBeRead() throws IOException {
        var plain = picture("jpg");
        var small = inserted(plain, 2, smallCopy());
        assertThat(TellingProperties.in(FileKind.JPG, small)).containsExactly("缩略图");
        assertThat(TellingProperties.without(FileKind.JPG, small)).hasValue(plain);
        var stray = inserted(inserted(plain, 2, exif()), 2, new byte[] {1});
        assertThat(TellingProperties.readable(FileKind.JPG, stray)).isFalse();
        assertThat(TellingProperties.readable(FileKind.JPG, small)).isTrue();
    }

    /** A segment whose first directory says nothing and leads to a second. */
    private static byte[] smallCopy() {
        var tiff = ByteBuffer.allocate(8 + 2 + 4 + 2 + 4)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 0)
                .putInt(14)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(10 + tiff.length)
                .put(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (8 + tiff.length)})
                .put("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1))
                .put(tiff)
                .array();
    }

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
    @DisplayName("照片后面附带的影片、各软件留下的数据一并去掉")
    void whatSoftwareHangsOnAPictureGoes() throws IOException {
        var plain = picture("jpg");
        var film = inserted(plain, plain.length, "ftyp GPS Zhang San".getBytes(StandardCharsets.US_ASCII));
        assertThat(TellingProperties.without(FileKind.JPG, film)).hasValue(plain);
        var provenance = inserted(plain, 2, new byte[] {(byte) 0xff, (byte) 0xeb, 0, 4, 'J', 'P'});
        assertThat(TellingProperties.without(FileKind.JPG, provenance)).hasValue(plain);
    }

    @Test
    @DisplayName("TIFF 去掉作者、时间、拍摄地点，图像一个点不变")
    void aScanLosesItsTagsAndStaysWhereItIs() throws IOException {
        var scan = ScannedTiff.telling();
        assertThat(TellingProperties.in(FileKind.TIF, scan)).contains("作者", "拍摄时间、相机", "拍摄地点", "编辑记录（XMP）", "说明文字");
        var clean = TellingProperties.without(FileKind.TIF, scan).orElseThrow();
        assertThat(TellingProperties.in(FileKind.TIF, clean)).isEmpty();
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Zhang San", "2026:03:02", "39N");
        assertThat(points(clean)).isEqualTo(points(scan));
        var endless = scan.clone();
        ByteBuffer.wrap(endless).putInt(ScannedTiff.NEXT, 8);
        assertThat(TellingProperties.without(FileKind.TIF, endless)).isEmpty();
    }

    @Test
    void aWebPictureLosesItsTagsAndStaysTurned() {
        var looks = new byte[] {'V', 'P', '8', 'L', 5, 0, 0, 0, 0x2f, 1, 2, 3, 4, 0};
        var exif = Arrays.copyOfRange(exif(), 4, exif().length);
        var told = webp(
                chunk("VP8X", 0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0),
                looks,
                chunk("EXIF", exif),
                chunk("XMP ", "<x:xmpmeta>Zhang San</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII)));
        assertThat(TellingProperties.in(FileKind.WEBP, told)).containsExactlyInAnyOrder("拍摄地点", "作者", "编辑记录（XMP）");
        var clean = TellingProperties.without(FileKind.WEBP, told).orElseThrow();
        assertThat(clean)
                .isEqualTo(
                        webp(chunk("VP8X", 0x08, 0, 0, 0, 0, 0, 0, 0, 0, 0), looks, chunk("EXIF", Exif.onlyTurned(6))));
        assertThat(TellingProperties.without(FileKind.WEBP, clean)).isEmpty();
    }

    @Test
    @DisplayName("OFD 去掉作者、自定义数据、标引和批注人；标题、页面和页里的照片不变")
    void anOfdLosesItsAuthors() throws IOException {
        var photograph = inserted(picture("jpg"), 2, exif());
        var told = ofd("", photograph);
        assertThat(TellingProperties.in(FileKind.OFD, told))
                .containsExactlyInAnyOrder("作者", "自定义属性", "自定义标引", "批注人", "拍摄地点");
        var clean = TellingProperties.without(FileKind.OFD, told).orElseThrow();
        assertThat(TellingProperties.in(FileKind.OFD, clean)).isEmpty();
        var parts = parts(clean);
        assertThat(parts.keySet())
                .containsExactly(
                        "OFD.xml",
                        "Doc_0/Document.xml",
                        "Doc_0/Pages/Content.xml",
                        "Doc_0/Annots/Annotation.xml",
                        "Doc_0/Res/1.jpg");
        assertThat(String.join("", parts.values()))
                .contains("检测报告", "水质合格")
                .doesNotContain("张三", "李四", "王五", "CustomTags");
        assertThat(TellingProperties.lock(FileKind.OFD, clean)).isEqualTo(TellingProperties.Lock.NONE);
        var signed = ofd("<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures>", photograph);
        assertThat(TellingProperties.lock(FileKind.OFD, signed)).isEqualTo(TellingProperties.Lock.SIGNED);
        assertThat(TellingProperties.without(FileKind.OFD, signed)).isEmpty();
    }

    @Test
    @DisplayName("Word、Excel 文件去掉作者、单位、自定义属性和存放路径，标题和正文不变")
    void officeDocumentsLoseTheirAuthors() throws IOException {
        var word = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("水质合格");
            document.getProperties().getCoreProperties().setCreator("张三");
            document.getProperties().getCoreProperties().setTitle("检测报告");
            document.getProperties().getExtendedProperties().setCompany("某某咨询公司");
            document.getProperties().getCustomProperties().addProperty("经办人", "李四");
            document.write(word);
        }
        assertThat(TellingProperties.in(FileKind.DOCX, word.toByteArray()))
                .containsExactlyInAnyOrder("作者", "单位", "自定义属性");
        var clean = TellingProperties.without(FileKind.DOCX, word.toByteArray()).orElseThrow();
        try (var document = new XWPFDocument(new ByteArrayInputStream(clean))) {
            assertThat(document.getProperties().getCoreProperties().getCreator())
                    .isNull();
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("检测报告");
            assertThat(document.getProperties().getExtendedProperties().getCompany())
                    .isNull();
            assertThat(document.getProperties().getCustomProperties().getProperty("经办人"))
                    .isNull();
            assertThat(document.getParagraphArray(0).getText()).isEqualTo("水质合格");
        }
        var workbook = FileSamples.office(
                "spreadsheetml.sheet",
                "xl/workbook.xml",
                "<workbook xmlns:mc='mc'><mc:AlternateContent><mc:Choice><absPath url='D:\\张三\\'/></mc:Choice></mc:AlternateContent><sheets/></workbook>");
        assertThat(TellingProperties.in(FileKind.XLSX, workbook)).containsExactly("存放路径");
        assertThat(parts(TellingProperties.without(FileKind.XLSX, workbook).orElseThrow())
                        .get("xl/workbook.xml"))
                .contains("sheets")
                .doesNotContain("张三", "AlternateContent");
    }

    @Test
    void anOldWorkbookLosesItsAuthorAndKeepsItsCells() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new HSSFWorkbook()) {
            workbook.createSheet("水质").createRow(0).createCell(0).setCellValue("合格");
            workbook.createInformationProperties();
            workbook.getSummaryInformation().setAuthor("张三");
            workbook.getSummaryInformation().setTitle("检测报告");
            workbook.getDocumentSummaryInformation().setCompany("某某咨询公司");
            workbook.write(out);
        }
        assertThat(TellingProperties.in(FileKind.XLS, out.toByteArray())).containsExactlyInAnyOrder("作者", "单位");
        var clean = TellingProperties.without(FileKind.XLS, out.toByteArray()).orElseThrow();
        assertThat(TellingProperties.in(FileKind.XLS, clean)).isEmpty();
        try (var workbook = new HSSFWorkbook(new ByteArrayInputStream(clean))) {
            assertThat(workbook.getSheetAt(0).getRow(0).getCell(0).getStringCellValue())
                    .isEqualTo("合格");
            assertThat(workbook.getSummaryInformation().getTitle()).isEqualTo("检测报告");
        }
    }

    @Test
    @DisplayName("PDF 里的照片、制作软件留下的数据也去掉；加了密的、要密码的认得出")
    void aDocumentLosesWhatItsPartsTell() throws IOException {
        var photograph = inserted(picture("jpg"), 2, exif());
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            page.getCOSObject().setItem(COSName.PIECE_INFO, new COSDictionary());
            document.getDocumentInformation().setCustomMetadataValue("Company", "某某咨询公司");
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(PDImageXObject.createFromByteArray(document, photograph, "1.jpg"), 20, 20);
            }
            document.save(out);
        }
        assertThat(TellingProperties.in(FileKind.PDF, out.toByteArray()))
                .containsExactlyInAnyOrder("单位", "制作软件附带的数据", "拍摄地点", "作者");
        var clean = TellingProperties.without(FileKind.PDF, out.toByteArray()).orElseThrow();
        assertThat(TellingProperties.in(FileKind.PDF, clean)).isEmpty();
        assertThat(new String(clean, StandardCharsets.ISO_8859_1)).doesNotContain("Zhang San");
        assertThat(TellingProperties.lock(FileKind.PDF, clean)).isEqualTo(TellingProperties.Lock.NONE);
        assertThat(TellingProperties.lock(FileKind.PDF, locked(out.toByteArray(), "")))
                .isEqualTo(TellingProperties.Lock.RESTRICTED);
        assertThat(TellingProperties.without(FileKind.PDF, locked(out.toByteArray(), "")))
                .isEmpty();
        assertThat(TellingProperties.lock(FileKind.PDF, locked(out.toByteArray(), "开门")))
                .isEqualTo(TellingProperties.Lock.PASSWORD);
    }

    @Test
    void whatIsDamagedIsLeftAlone() {
        assertThat(TellingProperties.in(
                        FileKind.JPG, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe1, 99, 99}))
                .isEmpty();
        assertThat(TellingProperties.without(FileKind.PDF, new byte[] {1, 2, 3}))
                .isEmpty();
    }

    private static byte[] locked(byte[] pdf, String password) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(pdf)) {
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            document.save(out);
        }
        return out.toByteArray();
    }

    private static byte[] ofd(String more, byte[] photograph) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            var texts = FileSamples.zip(
                    "OFD.xml",
                    "<ofd:OFD xmlns:ofd='o'><ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID><ofd:Title>检测报告</ofd:Title>"
                            + "<ofd:Author>张三</ofd:Author><ofd:CustomDatas><ofd:CustomData Name='x'>李四</ofd:CustomData></ofd:CustomDatas>"
                            + "</ofd:DocInfo>" + more + "</ofd:DocBody></ofd:OFD>",
                    "Doc_0/Document.xml",
                    "<ofd:Document xmlns:ofd='o'><ofd:CustomTags>Tags/CustomTags.xml</ofd:CustomTags></ofd:Document>",
                    "Doc_0/Tags/CustomTags.xml",
                    "<ofd:CustomTags xmlns:ofd='o'><ofd:CustomTag><ofd:FileLoc>../Tags/one.xml</ofd:FileLoc></ofd:CustomTag></ofd:CustomTags>",
                    "Doc_0/Tags/one.xml",
                    "<签发人>王五</签发人>",
                    "Doc_0/Pages/Content.xml",
                    "<ofd:Page xmlns:ofd='o'>水质合格</ofd:Page>",
                    "Doc_0/Annots/Annotation.xml",
                    "<ofd:PageAnnot xmlns:ofd='o'><ofd:Annot Type='Stamp' Creator='张三'/></ofd:PageAnnot>");
            for (var part : parts(texts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry("Doc_0/Res/1.jpg"));
            zip.write(photograph);
        }
        return out.toByteArray();
    }

    private static Map<String, String> parts(byte[] archive) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static byte[] webp(byte[]... chunks) {
        var all = new ByteArrayOutputStream();
        for (var chunk : chunks) {
            all.writeBytes(chunk);
        }
        return ByteBuffer.allocate(12 + all.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + all.size())
                .put("WEBP".getBytes(StandardCharsets.US_ASCII))
                .put(all.toByteArray())
                .array();
    }

    private static byte[] chunk(String name, int... data) {
        var bytes = new byte[data.length];
        for (int i = 0; i < data.length; i++) {
            bytes[i] = (byte) data[i];
        }
        return chunk(name, bytes);
    }

    private static byte[] chunk(String name, byte[] data) {
        return ByteBuffer.allocate(8 + data.length + (data.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .putInt(data.length)
                .put(data)
                .array();
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
