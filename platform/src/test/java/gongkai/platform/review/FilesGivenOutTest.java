package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.answer;
import static gongkai.platform.review.ReviewOffice.stored;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.access.SignedInAs;
import gongkai.platform.disclosures.Disclosures;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.core.context.SecurityContextHolder;

/** What of a file is not given out with an answer, or published, unless somebody knows and wants it. */
class FilesGivenOutTest {
    private static final String ORGAN = "demo-d09";

    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice(ORGAN);

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(ReviewOffice.platform(), "office@" + ORGAN));
    }

    @Test
    @DisplayName("遮盖前的原件、它的 Word 稿、标记以后没有重新生成的遮盖版，都不能随答复提供")
    void whatIsWithheldIsNotGivenOutByMistake() throws Exception {
        var number = request();
        var word = upload(number, "纪要.docx", word(false));
        OFFICE.as("officer").post(here(number) + "/" + word.id() + "/conversion", Map.of());
        var pdf = materials(number).getLast();
        assertThat(OFFICE.as("officer")
                        .post(
                                here(number) + "/" + pdf.id() + "/marks",
                                Map.of(
                                        "page", "1", "left", "10", "top", "10", "right", "60", "bottom", "20", "ground",
                                        "PRIVACY"))
                        .statusCode())
                .isEqualTo(303);
        for (var withheld : List.of(word, pdf)) {
            OFFICE.draft(
                    "officer", number, Map.of("given", List.of(withheld.id().toString())), 303);
            OFFICE.submit("officer", number, 422);
            assertThat(toGive().objection(withheld))
                    .hasValueSatisfying(why -> assertThat(why).contains("遮盖前的原件"));
        }
        OFFICE.draft("officer", number, Map.of("given", List.of("00000000-0000-0000-0000-000000000000")), 303);
        OFFICE.submit("officer", number, 422);
        OFFICE.draft("officer", number);
        OFFICE.submit("officer", number, 303);
    }

    @Test
    void aWordFileThatTellsItsChangesIsNotGivenOut() throws Exception {
        var number = request();
        assertThat(toGive().objection(upload(number, "修订.docx", word(true))))
                .hasValueSatisfying(why -> assertThat(why).contains("修订记录"));
        assertThat(toGive().objection(upload(number, "干净.docx", word(false)))).isEmpty();
    }

    @Test
    @DisplayName("PDF、照片的作者、拍摄地点在提供前另存去除，经办人知道；原件标了遮盖的，提供件也不能给")
    void whatAFileTellsOfItsMakerIsNotGivenOut() throws Exception {
        var number = request();
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor("李四");
            document.save(out);
        }
        assertThat(OFFICE.as("secrecy")
                        .get("/office/requests/" + number + "/answer/secrecy-sheet")
                        .statusCode())
                .as("nothing to review yet")
                .isEqualTo(303);
        assertThat(OFFICE.as("secrecy")
                        .get("/office/requests/" + number + "/answer")
                        .body())
                .contains("拟好答复稿以后再打印保密审查表");
        var original = upload(number, "检测报告.pdf", out.toByteArray());
        OFFICE.draft("officer", number, Map.of("given", List.of(original.id().toString())), 303);
        var given = ReviewOffice.bean(AnswerDrafts.class)
                .latest(stored(number))
                .orElseThrow()
                .content()
                .given();
        var copy = materials(number).getLast();
        assertThat(copy.name()).isEqualTo("检测报告（提供件）.pdf");
        assertThat(given).containsExactly(copy.id().toString());
        assertThat(OFFICE.as("officer")
                        .get("/office/requests/" + number + "/answer")
                        .body())
                .contains("“检测报告.pdf”里有作者，已另存");
        assertThat(OFFICE.as("secrecy")
                        .get("/office/requests/" + number + "/answer/secrecy-sheet")
                        .body())
                .contains("政府信息公开保密审查表", "检测报告（提供件）.pdf", "第十七条");
        OFFICE.draft("officer", number, Map.of("given", List.of(original.id().toString())), 303);
        assertThat(materials(number)).as("one copy is enough").hasSize(2);
        assertThat(toGive().objection(copy)).isEmpty();
        OFFICE.as("officer")
                .post(
                        here(number) + "/" + original.id() + "/marks",
                        Map.of(
                                "page", "1", "left", "10", "top", "10", "right", "60", "bottom", "20", "ground",
                                "PRIVACY"));
        assertThat(toGive().objection(copy))
                .hasValueSatisfying(why -> assertThat(why).contains("遮盖前的原件"));
    }

    @Test
    @DisplayName("有签章的文件去不掉作者：拟稿、公布都要经办人知道后确认；要密码的、限制编辑的不能给")
    void whatCannotLoseItsAuthorGoesOutOnlyKnowingly() throws Exception {
        var number = granted();
        var signed = upload(number, "证照.pdf", pdf(true, null));
        var form = Map.of("request", number, "title", "证照", "question", "证照", "answer", "见附件", "checked", "true");
        assertThat(publish(form, "files", signed).body()).contains("证照.pdf（", "有电子签章，其中的作者不能去除");
        var open = request();
        var toSign = upload(open, "证照.pdf", pdf(true, null)).id().toString();
        var asked = OFFICE.draft("officer", open, Map.of("given", toSign), 422);
        assertThat(asked.body()).contains("确认照原样提供", "证照.pdf（有电子签章，其中的作者不能去除，对方能看到）", "没有外部效力");
        OFFICE.draft("officer", open, Map.of("given", toSign, "asIs", toSign), 303);
        assertThat(OFFICE.as("officer")
                        .get("/office/requests/" + open + "/answer")
                        .body())
                .contains("拟稿人已确认照原样提供");
        OFFICE.submit("officer", open, 303);
        assertThat(toGive().objection(upload(number, "限制.pdf", pdf(false, ""))))
                .hasValueSatisfying(why -> assertThat(why).contains("编辑限制", "打印成新的 PDF"));
        assertThat(toGive().objection(upload(number, "密码.pdf", pdf(false, "open"))))
                .hasValueSatisfying(why -> assertThat(why).contains("打开密码"));
    }

    /** With an author; signed, or locked for those without that password. */
    private static byte[] pdf(boolean signed, @Nullable String password) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setAuthor("李四");
            if (signed) {
                var signature = new PDSignature();
                signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
                var field = new PDSignatureField(new PDAcroForm(document));
                field.setValue(signature);
                field.getAcroForm().setFields(List.of(field));
                document.getDocumentCatalog().setAcroForm(field.getAcroForm());
            }
            if (password != null) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    @Test
    @DisplayName("公布前读 Word、Excel、文本里的字；读不出的，要经办人看过")
    void whoAskedIsLookedForInFilesOfEveryKind() throws Exception {
        var number = granted();
        var form = Map.of("request", number, "title", "补偿方案", "question", "补偿方案", "answer", "见附件", "checked", "true");
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            var paragraph = document.createParagraph();
            paragraph.createRun().setText("申请人：李大");
            paragraph.createRun().setText("海");
            document.write(out);
        }
        for (var telling : List.of(
                upload(number, "答复.docx", out.toByteArray()),
                upload(number, "名单.txt", "补偿名单\n李 大海 300元".getBytes(Charset.forName("GB18030"))),
                upload(number, "联系.csv", "户号,电话\n12,13812345678\n".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(publish(form, "files", telling).body())
                    .as(telling.name())
                    .contains("“" + telling.name() + "”中有");
        }
        var picture = upload(number, "平面图.png", png());
        var asked = publish(form, "files", picture);
        assertThat(asked.statusCode()).isEqualTo(422);
        assertThat(asked.body()).contains("平面图.png（是图片）", "请打开看过");
        var looked = new HashMap<String, Object>(form);
        looked.put("lookedAt", picture.id());
        assertThat(publish(looked, "files", picture).statusCode()).isEqualTo(303);
        assertThat(ReviewOffice.bean(Disclosures.class)
                        .current(number)
                        .orElseThrow()
                        .files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("平面图.png"));
    }

    private static HttpResponse<String> publish(Map<String, ?> form, String field, StoredFile file) {
        var all = new HashMap<String, Object>(form);
        all.put(field, file.id());
        return OFFICE.as("office").post("/office/disclosures", all);
    }

    private static byte[] png() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static StoredFile upload(String number, String name, byte[] content) {
        assertThat(OFFICE.as("officer")
                        .upload(here(number) + "/files", name, content, Map.of())
                        .statusCode())
                .isEqualTo(303);
        return materials(number).getLast();
    }

    private static byte[] word(boolean changed) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("会议纪要：与会人员李小红");
            if (changed) {
                document.createParagraph().getCTP().addNewIns().setAuthor("李四");
            }
            document.write(out);
        }
        return out.toByteArray();
    }

    private static String here(String number) {
        return answer(number) + "/redaction";
    }

    private static List<StoredFile> materials(String number) {
        return ReviewOffice.bean(StoredFiles.class).of(FilePurpose.CASE_MATERIAL, number);
    }

    private static FilesToGive toGive() {
        return ReviewOffice.bean(FilesToGive.class);
    }

    private static String granted() {
        return ReviewOffice.granted(request());
    }

    private static String request() {
        return OFFICE.request("李大海", "示例路2025年补偿方案");
    }
}
