package gongkai.annualreport.opening;

import static gongkai.annualreport.opening.Parts.shown;
import static gongkai.annualreport.opening.Parts.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {
    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String refusal(byte[] content) {
        try {
            Documents.open(content);
        } catch (UnreadableFileException e) {
            return String.valueOf(e.getMessage());
        }
        return "opened";
    }

    @Nested
    class Kinds {
        @Test
        void areToldFromTheContent() throws Exception {
            assertThat(Documents.kind(bytes("\uFEFF \n{\"format\": \"2021\"}"))).isEqualTo(FileKind.JSON);
            assertThat(Documents.kind(bytes("{{organ}}2021年"))).isEqualTo(FileKind.TXT);
            assertThat(Documents.kind(bytes("[bookmark: _GoBack]本年度"))).isEqualTo(FileKind.TXT);
            assertThat(Documents.kind(bytes("<?xml version=\"1.0\"?>\n<!-- a -->\n<!DOCTYPE html><html>")))
                    .isEqualTo(FileKind.HTML);
            assertThat(Documents.kind(bytes("<p>一、总体情况</p>"))).isEqualTo(FileKind.HTML);
            assertThat(Documents.kind(bytes("一、总体情况<br>残留&nbsp;<p>标记"))).isEqualTo(FileKind.TXT);
            assertThat(Documents.kind(bytes("<规章>三件"))).isEqualTo(FileKind.TXT);
            assertThat(Documents.kind(bytes("说明：\n<table><tr><td>1</td></tr></table>")))
                    .isEqualTo(FileKind.HTML);
            assertThat(Documents.kind(bytes("%PDF-1.7 …"))).isEqualTo(FileKind.PDF);
            assertThat(Documents.kind(zip("OFD.xml", "", "Doc_0/Document.xml", "")))
                    .isEqualTo(FileKind.OFD);
            assertThat(Documents.kind(zip("xl/workbook.xml", ""))).isEqualTo(FileKind.XLSX);
            assertThat(Documents.kind(zip("word/document.xml", ""))).isEqualTo(FileKind.DOCX);
        }

        static Stream<Arguments> foreign() throws IOException {
            return Stream.of(
                    Arguments.of(new byte[0], "文件是空的"),
                    Arguments.of(bytes(" \n\t"), "没有任何文字"),
                    Arguments.of(latin("\u0089PNG\r\n\u001A\n"), "图片（png）"),
                    Arguments.of(latin("\u00FF\u00D8\u00FF\u00E0"), "图片（jpeg）"),
                    Arguments.of(latin("BM\u0036\0\0\0"), "图片（bmp）"),
                    Arguments.of(latin("RIFF\0\0\0\0WEBP"), "图片（webp）"),
                    Arguments.of(latin("\0\0\0\u0018ftypmp42"), "视频（mp4）"),
                    Arguments.of(latin("RIFF\0\0\0\0AVI LIST"), "视频（avi）"),
                    Arguments.of(latin("\u001AE\u00DF\u00A3"), "视频（mkv）"),
                    Arguments.of(latin("\u007FELF\u0002"), "可执行程序"),
                    Arguments.of(latin("MZ\u0090\0"), "可执行程序"),
                    Arguments.of(latin("Rar!\u001A\u0007\0"), "压缩包（rar）"),
                    Arguments.of(latin("7z\u00BC\u00AF'\u001C"), "压缩包（7z）"),
                    Arguments.of(latin("\u001F\u008B\u0008"), "压缩包（gz）"),
                    Arguments.of(bytes("{\\rtf1\\ansi}"), "RTF"),
                    Arguments.of(bytes("MIME-Version: 1.0\r\nContent-Type: multipart/related;"), "mht"),
                    Arguments.of(
                            bytes(
                                    "<?xml version=\"1.0\"?><w:wordDocument xmlns:o=\"urn:schemas-microsoft-com:office:office\"/>"),
                            "XML"),
                    Arguments.of(zip("mimetype", "application/vnd.oasis.opendocument.text", "content.xml", ""), "ODT"),
                    Arguments.of(
                            zip(
                                    "[Content_Types].xml",
                                    "…presentationml.presentation.main+xml",
                                    "ppt/presentation.xml",
                                    ""),
                            "pptx"),
                    Arguments.of(zip("a.docx", "x"), "压缩包（zip）"),
                    Arguments.of(compound("EncryptedPackage"), "已加密"),
                    Arguments.of(compound("Workbook"), "xls"),
                    Arguments.of(compound("PowerPoint Document"), "ppt"),
                    Arguments.of(latin("\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1 cut"), "不完整"),
                    Arguments.of(rubbish(), "不认识"));
        }

        @ParameterizedTest
        @MethodSource("foreign")
        void saysWhatIsWrongWithOthers(byte[] content, String word) {
            assertThat(refusal(content)).contains(word);
        }

        private static byte[] latin(String text) {
            return text.getBytes(StandardCharsets.ISO_8859_1);
        }

        private static byte[] rubbish() {
            var rubbish = new byte[5000];
            new Random(7).nextBytes(rubbish);
            return rubbish;
        }

        private static byte[] compound(String entry) throws IOException {
            var bytes = new ByteArrayOutputStream();
            try (var container = new POIFSFileSystem()) {
                container.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
                container.writeFilesystem(bytes);
            }
            return bytes.toByteArray();
        }
    }

    @Nested
    class Texts {
        @ParameterizedTest
        @ValueSource(strings = {"UTF-8", "GBK", "GB2312", "GB18030", "UTF-16LE", "UTF-16BE", "UTF-16"})
        void areReadInAnyEncoding(String encoding) throws Exception {
            for (var text : List.of(
                    "一、总体情况\r\n规章\t0\t12\n", "行政规范性文件现行有效件数", "0\t0\t1\t\u00A0\n收到申请1件", "本年度收到申请３件，同比增长50%。")) {
                if (encoding.equals("GB2312") && text.contains("\u00A0")
                        || encoding.equals("GBK") && text.contains("\u00A0")) {
                    continue;
                }
                var expected = text.lines().toList();
                assertThat(shown(Documents.open(text.getBytes(Charset.forName(encoding)))))
                        .as(text)
                        .isEqualTo(expected);
            }
            var marked = ("\uFEFF" + "年报0件").getBytes(Charset.forName(encoding));
            if (!encoding.startsWith("GB2") && !encoding.equals("GBK") && !encoding.equals("UTF-16")) {
                assertThat(shown(Documents.open(marked))).containsExactly("年报0件");
            }
        }

        @Test
        void survivesACharacterBrokenByCopying() throws Exception {
            var content = bytes("洛阳市司法局2021年政府信息公开工作年度报告一、总体情况二、主动公开政府信息情况收到申请0件");
            content[1] = 'x';
            assertThat(shown(Documents.open(content)).getFirst()).endsWith("收到申请0件");
        }

        @Test
        void keepEveryLineAsItStands() throws Exception {
            var document = TxtOpener.open("一\r\n\r\n\t二 \u00A0|　3\r四\f五\u000B六\n\n\u001A");
            assertThat(shown(document)).containsExactly("一", "", "\t二 \u00A0|　3", "四", "五", "六", "");
            assertThat(document.blocks().get(2).place().line()).isEqualTo(3);
            assertThat(document.blocks().get(5).place().line()).isEqualTo(4);
        }

        @Test
        void areReadFromTheRealSamples() throws Exception {
            var samples = Path.of(System.getProperty("gongkai.samples", "samples"));
            Assumptions.assumeThat(samples).isDirectory();
            try (var files = Files.list(samples)) {
                for (var file : files.toList()) {
                    var text = Files.readString(file);
                    var expected = shown(Documents.open(file));
                    assertThat(expected)
                            .isEqualTo(text.replace("\f", "\n").lines().toList());
                    for (var encoding : List.of("GB18030", "UTF-16LE", "UTF-16BE")) {
                        assertThat(shown(Documents.open(text.getBytes(Charset.forName(encoding)))))
                                .isEqualTo(expected);
                    }
                    var page = "<html><body><p>"
                            + text.replace("&", "&amp;").replace("<", "&lt;").replaceAll("\\R", "</p>\n<p>")
                            + "</p></body></html>";
                    assertThat(shown(Documents.open(page.getBytes(Charset.forName("GB18030")))).stream()
                                    .map(DocumentsTest::bare))
                            .isEqualTo(expected.stream()
                                    .filter(line -> !bare(line).isEmpty())
                                    .map(DocumentsTest::bare)
                                    .toList());
                }
            }
        }
    }

    private static String bare(String text) {
        return text.replaceAll("[ \\t]+", "");
    }

    @Nested
    class RegularFiles {
        @TempDir
        Path folder;

        @Test
        void thatCannotBeReadAreRefused() throws Exception {
            assertThatThrownBy(() -> Documents.open(folder)).hasMessageContaining("文件夹");
            assertThatThrownBy(() -> Documents.open(folder.resolve("无.txt"))).hasMessageContaining("不存在");
            var link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("gone"));
            assertThatThrownBy(() -> Documents.open(link)).hasMessageContaining("链接");
            Assumptions.assumeThat(Path.of("/dev/zero")).exists();
            var device = Files.createSymbolicLink(folder.resolve("zero"), Path.of("/dev/zero"));
            assertThatThrownBy(() -> Documents.open(device)).hasMessageContaining("管道或设备");
            assertThatThrownBy(() -> Documents.open(Path.of("/dev/zero"))).hasMessageContaining("管道或设备");
        }

        @Test
        void areOpenedThroughLinks() throws Exception {
            var file = Files.writeString(folder.resolve("a.docx"), "其实是文本");
            assertThat(Documents.open(Files.createSymbolicLink(folder.resolve("b"), file))
                            .kind())
                    .isEqualTo(FileKind.TXT);
        }
    }

    @Nested
    @Timeout(30)
    class HostileArchives {
        private static final String LAUGHS =
                "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;\">]>";

        @ParameterizedTest
        @CsvSource({"word/document.xml", "xl/workbook.xml"})
        void withDocumentTypesAreRefused(String part) {
            assertThat(refusal(zip(part, LAUGHS + "<x>&b;</x>"))).contains("不安全的 XML");
            assertThat(refusal(zip(part, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><x/>")))
                    .contains("不安全的 XML");
        }

        @Test
        void thatInflateTooFarAreRefused() throws IOException {
            assertThat(refusal(bomb("word/document.xml", 300))).contains("解压后过大");
            assertThat(refusal(bomb("xl/workbook.xml", 40))).contains("解压后过大");
        }

        private static byte[] bomb(String part, int megabytes) throws IOException {
            var bytes = new ByteArrayOutputStream();
            var blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) ' ');
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write(bytes("<x>"));
                for (var i = 0; i < megabytes; i++) {
                    zip.write(blanks);
                }
                zip.closeEntry();
            }
            return bytes.toByteArray();
        }

        @Test
        void thatAreCutOrDamagedAreRefused() {
            var whole = Parts.docx("<w:p><w:r><w:t>文</w:t></w:r></w:p>".repeat(50));
            for (var length = 5; length < whole.length; length += 7) {
                assertThat(refusal(Arrays.copyOf(whole, length))).contains("不完整");
            }
            var damaged = whole.clone();
            damaged[60] ^= 0x55;
            assertThat(refusal(damaged)).contains("损坏");
            var locked = whole.clone();
            for (var i = 0; i < locked.length - 10; i++) {
                if (locked[i] == 'P' && locked[i + 1] == 'K' && locked[i + 2] == 1 && locked[i + 3] == 2) {
                    locked[i + 8] |= 1;
                }
            }
            assertThat(refusal(locked)).contains("已加密");
        }

        @Test
        void nestedDeeplyDoNotExhaustTheStack() {
            assertThat(refusal(Parts.docx("<w:sdt>".repeat(200_000))))
                    .isNotEqualTo("opened")
                    .doesNotContain("Exception");
            var nested = "<w:tbl><w:tr><w:tc>".repeat(63) + "</w:tc></w:tr></w:tbl>".repeat(63);
            assertThat(refusal(Parts.docx(nested))).contains("嵌套过深");
            assertThat(refusal(Parts.docx("<w:p/>".repeat(500_000)))).contains("内容过多");
        }

        @Test
        void withManyCharacterReferencesAreNotTakenForAttacks() {
            var text = "<w:p><w:r><w:t>" + "甲&amp;乙&#19968;".repeat(200) + "</w:t></w:r></w:p>";
            assertThat(refusal(Parts.docx(text.repeat(1000)))).isEqualTo("opened");
        }

        @Test
        void neverLetAnythingButASentenceOut() {
            var sources = List.of(
                    Parts.docx("<w:p><w:r><w:t>规章</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
                    zip(
                            "xl/workbook.xml",
                            "<workbook><sheets><sheet id=\"a\"/></sheets></workbook>",
                            "xl/_rels/workbook.xml.rels",
                            "<R><Relationship Id=\"a\" Target=\"worksheets/s.xml\"/></R>",
                            "xl/worksheets/s.xml",
                            "<w><sheetData><row><c><v>1</v></c></row></sheetData></w>"),
                    bytes("<html><table><tr><td rowspan=2>规章</td></tr></table>"),
                    bytes("一、总体情况\n规章\t0"));
            var random = new Random(2021);
            for (var source : sources) {
                for (var i = 0; i < 1500; i++) {
                    var mutant = source.clone();
                    for (var n = random.nextInt(6); n >= 0; n--) {
                        mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                    }
                    var refusal = refusal(mutant);
                    assertThat(refusal).matches("opened|.*[\\u4e00-\\u9fff].*");
                }
            }
        }
    }
}
