package gongkai.annualreport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.planted.PlantedFiles;
import gongkai.annualreport.reading.ReportReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not reports, or no longer, or meant to do harm: each is refused with one Chinese sentence, in time. */
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final String LAUGHS = laughs();

    @TempDir
    Path folder;

    @TestFactory
    @DisplayName("坏文件：一句中文说明，十秒之内")
    Stream<DynamicTest> areRefusedWithOneSentence() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        files.put("空文件.docx", new byte[0]);
        files.put("图片.png", png());
        files.put("视频.mp4", bytes("000000206674797069736f6d0000020069736f6d69736f32617663316d703431", 4000));
        files.put("程序.docx", bytes("7f454c4602010100000000000000000003003e0001000000", 9000));
        files.put("程序.exe", bytes("4d5a90000300000004000000ffff0000b8000000", 9000));
        for (var file : PlantedFiles.all()) {
            if (!file.name().matches("docx/plain|xlsx/one_sheet|ofd/placed|pdf/placed")) {
                continue;
            }
            var content = file.content();
            var ending = "." + file.kind().name().toLowerCase(java.util.Locale.ROOT);
            files.put("截断一半" + ending, Arrays.copyOf(content, content.length / 2));
            files.put("只剩开头" + ending, Arrays.copyOf(content, 40));
            switch (file.kind()) {
                case DOCX, XLSX -> files.put("加密" + ending, encrypted(content));
                case PDF -> files.put("加密" + ending, encryptedPdf(content));
                case OFD -> files.put("加密" + ending, flaggedEncrypted(content));
                default -> {}
            }
        }
        files.put("截断.doc", bytes("d0cf11e0a1b11ae1000000000000000000000000000000003e000300feff0900", 3000));
        files.put("炸弹.docx", bomb("word/document.xml"));
        files.put("炸弹.xlsx", bomb("xl/worksheets/sheet1.xml"));
        files.put("外部实体.docx", word("<!DOCTYPE w:document [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>", "&x;"));
        files.put("实体膨胀.docx", word(LAUGHS, "&l9;"));
        files.put("别的压缩包.zip", zip(Map.of("说明.txt", "你好".getBytes(StandardCharsets.UTF_8))));
        return files.entrySet().stream()
                .map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
                    var path = folder.resolve(entry.getKey());
                    Files.write(path, entry.getValue());
                    refused(path);
                }));
    }

    @Test
    @DisplayName("文件夹、不见了的文件")
    void refusesWhatIsNoFile() throws IOException {
        refused(Files.createDirectory(folder.resolve("文件夹.docx")));
        refused(folder.resolve("不存在.pdf"));
    }

    @Test
    @DisplayName("只有图片的 PDF：说明是图片，绝不当作 0")
    void neverMakesZerosOfPictures() throws Exception {
        var path = folder.resolve("扫描件.pdf");
        try (var document = new PDDocument()) {
            for (int i = 0; i < 5; i++) {
                var page = new PDPage();
                document.addPage(page);
                var image = LosslessFactory.createFromImage(
                        document, new BufferedImage(900, 1200, BufferedImage.TYPE_BYTE_GRAY));
                try (var content = new PDPageContentStream(document, page)) {
                    content.drawImage(image, 0, 0, 612, 792);
                }
            }
            document.save(path.toFile());
        }
        refused(path, "图片");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<html><body><img src=a.png><p>&nbsp;</p></body></html>", "<html><body><p> </p></body></html>"})
    @DisplayName("网页里没有文字：说明没有文字，不当作一份空的年报")
    void refusesPagesWithoutText(String page) throws IOException {
        refused(Files.writeString(folder.resolve("空.html"), page), "没有");
    }

    @Test
    @DisplayName("五百页的 PDF：十秒内读完或拒绝")
    void readsOrRefusesLongFilesInTime() throws Exception {
        var path = folder.resolve("五百页.pdf");
        try (var document = new PDDocument()) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 0; i < 500; i++) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    for (int line = 0; line < 60; line++) {
                        content.beginText();
                        content.setFont(font, 9);
                        content.newLineAtOffset(40, 750 - line * 12);
                        content.showText(
                                "page " + i + " line " + line + " the quick brown fox jumps over the lazy dog 12345");
                        content.endText();
                        content.moveTo(40, 748 - line * 12);
                        content.lineTo(560, 748 - line * 12);
                        content.stroke();
                    }
                }
            }
            document.save(path.toFile());
        }
        assertTimeoutPreemptively(LIMIT, () -> {
            try {
                ReportReader.read(Documents.open(path));
            } catch (UnreadableFileException refused) {
                assertSentence(refused);
            }
        });
    }

    @Test
    @DisplayName("HTML 里的外部实体和膨胀实体不起作用")
    void webPagesCannotReachOut() throws IOException {
        var page = "<?xml version=\"1.0\"?>" + LAUGHS + "<html><body><p>&l9;</p></body></html>";
        refused(Files.writeString(folder.resolve("实体.html"), page), "不安全");
        refused(Files.writeString(folder.resolve("实体.xml"), LAUGHS + "<a>&l9;</a>"), "不安全");
    }

    @Test
    @DisplayName("别的 XML、JSON 数组：说明是什么")
    void namesOtherData() throws IOException {
        refused(Files.writeString(folder.resolve("数据.xml"), "<?xml version=\"1.0\"?><a><b>1</b></a>"), "XML");
        refused(Files.writeString(folder.resolve("数据.json"), "[{\"year\": 2024}]"), "数组");
    }

    private static void refused(Path path, String word) {
        refused(path);
        assertThatThrownBy(() -> Documents.open(path)).hasMessageContaining(word);
    }

    private static void refused(Path path) {
        assertTimeoutPreemptively(LIMIT, () -> {
            var thrown = catchThrowable(() -> ReportReader.read(Documents.open(path)));
            assertThat(thrown).as(String.valueOf(path.getFileName())).isInstanceOf(UnreadableFileException.class);
            assertSentence(thrown);
        });
    }

    /** One line, Chinese, and no exception's own words. */
    private static void assertSentence(Throwable refused) {
        assertThat(refused.getMessage())
                .matches("(?s).*\\p{IsHan}.*")
                .doesNotContain("\n", "Exception", "java.", "org.")
                .hasSizeBetween(4, 120);
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static byte[] bytes(String hex, int length) {
        var head = java.util.HexFormat.of().parseHex(hex);
        var content = new byte[length];
        new java.util.Random(7).nextBytes(content);
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static byte[] encrypted(byte[] content) throws Exception {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var in = encryptor.getDataStream(files)) {
                new ByteArrayInputStream(content).transferTo(in);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static byte[] encryptedPdf(byte[] content) throws IOException {
        try (var document = org.apache.pdfbox.Loader.loadPDF(content);
                var out = new ByteArrayOutputStream()) {
            var policy = new StandardProtectionPolicy("owner", "user", new AccessPermission());
            policy.setEncryptionKeyLength(128);
            document.protect(policy);
            document.save(out);
            return out.toByteArray();
        }
    }

    /** A zip whose entries all say that they are encrypted. */
    private static byte[] flaggedEncrypted(byte[] zip) {
        var flagged = zip.clone();
        for (int i = 0; i + 12 < flagged.length; i++) {
            if (flagged[i] == 'P' && flagged[i + 1] == 'K') {
                if (flagged[i + 2] == 3 && flagged[i + 3] == 4) {
                    flagged[i + 6] |= 1;
                } else if (flagged[i + 2] == 1 && flagged[i + 3] == 2) {
                    flagged[i + 8] |= 1;
                }
            }
        }
        return flagged;
    }

    /** A quarter of a gigabyte in a few hundred kilobytes. */
    private static byte[] bomb(String part) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry(part));
            zip.write("<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                    .getBytes(StandardCharsets.UTF_8));
            var block = "<w:p><w:r><w:t>0</w:t></w:r></w:p>".repeat(30_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 260; i++) {
                zip.write(block);
            }
        }
        return out.toByteArray();
    }

    private static byte[] word(String doctype, String text) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "[Content_Types].xml",
                ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                                + "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "_rels/.rels",
                ("<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>")
                        .getBytes(StandardCharsets.UTF_8));
        parts.put(
                "word/document.xml",
                ("<?xml version=\"1.0\"?>" + doctype
                                + "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>"
                                + text + "</w:t></w:r></w:p></w:body></w:document>")
                        .getBytes(StandardCharsets.UTF_8));
        return zip(parts);
    }

    private static byte[] zip(Map<String, byte[]> parts) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static String laughs() {
        var doctype = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            doctype.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return doctype.append("]>").toString();
    }
}
