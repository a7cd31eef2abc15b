package gongkai.platform.review;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.writing.Typefaces;
import gongkai.platform.files.FileKind;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("第三十七条 区分处理")
class RedactionWorkspaceTest {
    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice("demo-d08");

    private static Officer officer;

    @BeforeAll
    static void signIn() {
        officer = OFFICE.as("officer");
    }

    @Test
    @DisplayName("标出的文字在遮盖版里既看不见也搜不到，原件不变")
    void whatIsMarkedIsGoneFromTheVersionGivenOut() throws Exception {
        var number = request();
        var here = here(number);
        var pdf = pdf("被征收人王小明的补偿金额", "身份证号码 11010519491231002X", "征收范围为示例路东侧");
        upload(number, "补偿协议.pdf", pdf);
        var original = materials(number).getFirst();
        var found = officer.get(here + "/" + original.id() + "?find=" + Officer.encoded("王小明"))
                .body();
        assertThat(found).contains("找到 1 处", "被征收人王小明的补偿");
        var hit = Pattern.compile("name=\"hit\" value=\"([^\"]+)\"").matcher(found);
        assertThat(hit.find()).isTrue();
        post(here + "/" + original.id() + "/marks", Map.of("hit", hit.group(1), "ground", "PRIVACY", "page", "1"), 303);
        post(here + "/batch", Map.of("chosen", original.id(), "numbers", "true", "act", "mark"), 303);
        var page = officer.get(here + "/" + original.id()).body();
        assertThat(page).contains("个人隐私（第十五条）", "class=\"marked\"");
        assertThat(officer.bytes(here + "/" + original.id() + "/pages/1").statusCode())
                .isEqualTo(200);
        post(here + "/batch", Map.of("chosen", original.id(), "act", "make"), 303);
        var version = result(number, "补偿协议（遮盖版）.pdf");
        var bytes = bytes(version);
        try (var document = Loader.loadPDF(bytes)) {
            var text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
            assertThat(text).doesNotContain("王小明").doesNotContain("11010519491231002X");
            assertThat(text).contains("征收范围为示例路东侧");
            var image = new PDFRenderer(document).renderImageWithDPI(0, 100);
            var at = hit.group(1).split(":");
            int x = (int) ((Double.parseDouble(at[1]) + Double.parseDouble(at[3])) / 2 * image.getWidth());
            int y = (int) ((Double.parseDouble(at[2]) + Double.parseDouble(at[4])) / 2 * image.getHeight());
            assertThat(image.getRGB(x, y) & 0xff).isLessThan(16);
        }
        assertThat(bytes(original)).isEqualTo(pdf);
        assertThat(officer.get(here).body()).contains("遮盖 2 处");
    }

    @Test
    @DisplayName("不能直接遮盖的文件，写明怎样补救")
    void aFileThatCannotBeMarkedTellsItsMend() throws Exception {
        var number = request();
        var sheet = new org.apache.poi.xssf.usermodel.XSSFWorkbook();
        sheet.createSheet("补偿").createRow(0).createCell(0).setCellValue("王小明");
        var xlsx = new ByteArrayOutputStream();
        sheet.write(xlsx);
        sheet.close();
        upload(number, "补偿明细.xlsx", xlsx.toByteArray());
        assertThat(officer.get(here(number)).body()).contains("表格不能直接遮盖", "取消隐藏的行、列", "另存为 PDF");
        var opened =
                officer.get(here(number) + "/" + materials(number).getFirst().id());
        assertThat(opened.statusCode()).isEqualTo(409);
        assertThat(opened.body()).contains("表格不能直接遮盖");
        assertThat(Originals.mend(FileKind.WEBP)).contains("PNG");
        assertThat(Originals.mend(FileKind.OFD)).contains("导出");
    }

    @Test
    void aPictureIsMarkedByTypedPlaces() throws Exception {
        var number = request();
        var image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.fillRect(0, 0, 400, 200);
        pen.dispose();
        var png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        upload(number, "照片.png", png.toByteArray());
        var original = materials(number).getFirst();
        var marks = here(number) + "/" + original.id() + "/marks";
        assertThat(post(marks, place("80", "20", "50", "60"), 422).body()).contains("位置读不懂", "value=\"80\"");
        post(marks, place("25", "25", "75", "75"), 303);
        post(here(number) + "/batch", Map.of("chosen", original.id(), "act", "make"), 303);
        try (var document = Loader.loadPDF(bytes(result(number, "照片（遮盖版）.pdf")))) {
            var burnt = new PDFRenderer(document).renderImageWithDPI(0, 200);
            assertThat(burnt.getRGB(burnt.getWidth() / 2, burnt.getHeight() / 2) & 0xff)
                    .isLessThan(16);
            assertThat(burnt.getRGB(10, 10) & 0xff).isGreaterThan(240);
        }
    }

    @Test
    void aMarkTakenBackStaysOnRecord() throws Exception {
        var number = request();
        upload(number, "通知.pdf", pdf("示例通知"));
        var original = materials(number).getFirst();
        var sheet = here(number) + "/" + original.id();
        post(sheet + "/marks", place("10", "10", "20", "20"), 303);
        var removal = Pattern.compile("(/marks/\\d+/removal)")
                .matcher(officer.get(sheet).body());
        assertThat(removal.find()).isTrue();
        post(sheet + removal.group(1), Map.of("page", "1"), 303);
        assertThat(officer.get(sheet).body()).contains("已取消").doesNotContain("class=\"marked\"");
        assertThat(post(here(number) + "/batch", Map.of("chosen", original.id(), "act", "make"), 422)
                        .body())
                .contains("还没有标出要遮盖的内容");
    }

    @Test
    void aWordDocumentIsMadeAPdfFirst() throws Exception {
        var number = request();
        var docx = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("会议纪要：与会人员李小红");
            document.write(docx);
        }
        upload(number, "纪要.docx", docx.toByteArray());
        var original = materials(number).getFirst();
        post(here(number) + "/" + original.id() + "/conversion", Map.of(), 303);
        assertThat(materials(number).stream().map(StoredFile::name)).contains("纪要（转换）.pdf");
        var converted = materials(number).getLast();
        assertThat(officer.get(here(number) + "/" + converted.id() + "?find=" + Officer.encoded("李小红"))
                        .body())
                .contains("找到 1 处");
    }

    @Test
    void nobodyElseSeesOrMarksIt() throws Exception {
        var number = request();
        upload(number, "通知.pdf", pdf("示例通知"));
        var sheet = here(number) + "/" + materials(number).getFirst().id();
        try (var stranger = ReviewOffice.signIn("officer@demo-d09")) {
            var secrecy = OFFICE.as("secrecy");
            assertThat(stranger.get(sheet).statusCode()).isEqualTo(404);
            assertThat(stranger.bytes(sheet + "/pages/1").statusCode()).isEqualTo(404);
            assertThat(secrecy.get(sheet).statusCode()).isEqualTo(200);
            assertThat(secrecy.post(sheet + "/marks", place("10", "10", "20", "20"))
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static Map<String, String> place(String left, String top, String right, String bottom) {
        return Map.of(
                "page", "1", "left", left, "top", top, "right", right, "bottom", bottom, "ground", "TRADE_SECRET");
    }

    private static String here(String number) {
        return "/office/requests/" + number + "/answer/redaction";
    }

    private static java.net.http.HttpResponse<String> post(String path, Map<String, ?> form, int status) {
        return OFFICE.post("officer", path, form, status);
    }

    private static void upload(String number, String name, byte[] content) {
        assertThat(officer.upload(here(number) + "/files", name, content, Map.of())
                        .statusCode())
                .isEqualTo(303);
    }

    private static List<StoredFile> materials(String number) {
        return ReviewOffice.bean(StoredFiles.class).of(FilePurpose.CASE_MATERIAL, number);
    }

    private static byte[] bytes(StoredFile file) throws IOException {
        try (var in = ReviewOffice.bean(StoredFiles.class).open(file.id())) {
            return in.readAllBytes();
        }
    }

    private static StoredFile result(String number, String name) {
        long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (System.nanoTime() < patience) {
            var found = materials(number).stream()
                    .filter(file -> file.name().equals(name))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        throw new AssertionError("no " + name + " among " + materials(number));
    }

    private static byte[] pdf(String... lines) throws IOException {
        try (var document = new PDDocument()) {
            var font = PDType0Font.load(document, new ByteArrayInputStream(Typefaces.song()), true);
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                for (int i = 0; i < lines.length; i++) {
                    content.beginText();
                    content.setFont(font, 14);
                    content.newLineAtOffset(72, 700 - 30 * i);
                    content.showText(lines[i]);
                    content.endText();
                }
            }
            var out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String request() {
        return OFFICE.request("张三", "示例路征收补偿协议");
    }
}
