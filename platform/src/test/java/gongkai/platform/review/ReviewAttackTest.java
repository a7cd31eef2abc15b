package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.take;
import static gongkai.platform.review.ReviewOffice.stored;
import static gongkai.platform.review.ReviewOffice.round;
import static gongkai.platform.review.ReviewOffice.requests;
import static gongkai.platform.review.ReviewOffice.answer;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.disclosures.Disclosures;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.letter.Letter;
import gongkai.platform.letter.Letters;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Two at once, the wrong file given out, an answer taken back after it was published: what goes wrong between officers. */
class ReviewAttackTest {
    private static final String ORGAN = "demo-d06";

    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice(ORGAN);

    @BeforeEach
    void signIn() {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(ReviewOffice.platform(), "office@" + ORGAN));
    }

    @RepeatedTest(5)
    void whoApprovesAndWhoWithdrawsAtTheSameMomentDoNotBlockEachOther() throws Exception {
        var number = request();
        OFFICE.draft("officer", number);
        OFFICE.submit("officer", number, 303);
        var round =
                ReviewOffice.bean(Reviews.class).of(stored(number)).getFirst().id();
        var codes = atOnce(List.of(
                () -> OFFICE.as("head")
                        .post("/office/reviews/" + round + "/approval", Map.of("stage", "0"))
                        .statusCode(),
                () -> OFFICE.as("officer")
                        .post("/office/requests/" + number + "/answer/recall", Map.of())
                        .statusCode(),
                () -> requests().take(number, new Step.Withdraw(requests().today(), "不需要了"), false, null)
                                instanceof Requests.Outcome.Taken
                        ? 200
                        : 409));
        assertThat(codes).allMatch(code -> code == 303 || code == 422 || code == 200 || code == 409);
    }

    @Test
    @DisplayName("分管领导点了两次，公开工作机构负责人同时签发或者退回：只有一个办成，只有一份答复书")
    void whoSignAtTheSameMomentSignOnce() throws Exception {
        for (var other : List.of("approval", "return")) {
            var number = request();
            var round = atTheLeader(number);
            Callable<Integer> sign = () ->
                    OFFICE.as("leader").post(round + "/approval", Map.of("stage", "3")).statusCode();
            var codes = atOnce(List.of(
                    sign,
                    sign,
                    () -> OFFICE.as("office")
                            .post(round + "/" + other, Map.of("stage", "3", "remark", "请再核对"))
                            .statusCode()));
            assertThat(codes).as(other).containsExactlyInAnyOrder(303, 422, 422);
            var request = stored(number);
            long decisions = requests().steps(request).stream()
                    .filter(recorded -> recorded.step() instanceof Step.Decide)
                    .count();
            assertThat(decisions).isEqualTo(request.state() == RequestState.DECIDED ? 1 : 0);
            assertThat(answers(number)).hasSize((int) decisions);
        }
    }

    @Test
    @DisplayName("批量延期与签发同时进行：不论谁先，决定作出一次，决定以后不再延期")
    void aBulkExtensionDoesNotOverlapADecision() throws Exception {
        for (int i = 0; i < 3; i++) {
            var number = request();
            var round = atTheLeader(number);
            var codes = atOnce(List.of(
                    () -> OFFICE.as("leader")
                            .post(round + "/approval", Map.of("stage", "3"))
                            .statusCode(),
                    () -> OFFICE.as("office")
                            .post(
                                    "/office/requests/bulk",
                                    Map.of(
                                            "act",
                                            "EXTEND",
                                            "chosen",
                                            number,
                                            "workingDays",
                                            "20",
                                            "approvedBy",
                                            "王五",
                                            "reason",
                                            "情况复杂"))
                            .statusCode()));
            assertThat(codes.getFirst()).isEqualTo(303);
            finishedJobs();
            var steps = requests().steps(stored(number)).stream()
                    .map(recorded -> StepType.of(recorded.step()))
                    .toList();
            assertThat(stored(number).state()).isEqualTo(RequestState.DECIDED);
            assertThat(steps).filteredOn(StepType.DECIDE::equals).hasSize(1);
            assertThat(steps).last().isEqualTo(StepType.DECIDE);
        }
    }

    /** @return the address of its review, before the last stage */
    private static String atTheLeader(String number) {
        OFFICE.draft("officer", number);
        OFFICE.submit("officer", number, 303);
        OFFICE.approveAllButTheLast(number);
        return "/office/reviews/" + round(number).id();
    }

    private static List<Letter> answers(String number) {
        return ReviewOffice.bean(Letters.class).of(stored(number)).stream()
                .filter(letter -> letter.decision() != null)
                .toList();
    }

    private static void finishedJobs() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (ReviewOffice.bean(JdbcClient.class)
                        .sql("select count(*) from jobs.job where finished_at is null")
                        .query(Long.class)
                        .single()
                > 0) {
            assertThat(System.nanoTime()).as("time to finish the job").isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
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
            OFFICE.draft("officer", number, Map.of("given", List.of(withheld.id().toString())), 303);
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
    void anAnswerIsPublishedOnceAndGoesWhenItsDecisionIsTakenBack() throws Exception {
        var number = granted();
        var today = requests().today();
        var form = Map.of("request", number, "title", "补偿方案", "question", "补偿方案", "answer", "见附件", "checked", "true");
        Callable<Integer> publish =
                () -> OFFICE.as("office").post("/office/disclosures", form).statusCode();
        assertThat(atOnce(List.of(publish, publish, publish))).containsExactlyInAnyOrder(303, 422, 422);
        var entry = ReviewOffice.bean(Disclosures.class).current(number).orElseThrow();
        take(number, new Step.Undo(today, "没有寄出"));
        take(number, new Step.Undo(today, "决定有误"));
        assertThat(ReviewOffice.bean(Disclosures.class).current(number)).isEmpty();
        assertThat(OFFICE.as("office").get(entry.link()).statusCode()).isEqualTo(410);
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
        assertThat(OFFICE.as("secrecy").get("/office/requests/" + number + "/answer").body())
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
        assertThat(OFFICE.as("officer").get("/office/requests/" + number + "/answer").body())
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
        assertThat(OFFICE.as("officer").get("/office/requests/" + open + "/answer").body())
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

    @Test
    void pagesOfManyRowsNeedOneConnectionOnly() throws Exception {
        var number = granted();
        OFFICE.as("office")
                .post(
                        "/office/disclosures",
                        Map.of("request", number, "title", "水质", "question", "水质", "answer", "合格", "checked", "true"));
        var reviewed = request();
        OFFICE.draft("officer", reviewed);
        OFFICE.submit(reviewed);
        requestOf("王小兰");
        var waiting = granted();
        assertThat(OFFICE.as("office").get("/office/disclosures/suggestions").body())
                .as("the same matter asked for by somebody else, and an answer that is not published")
                .contains(waiting)
                .doesNotContain(">" + number + "<");
        var pool = ReviewOffice.bean(HikariDataSource.class);
        var taken = new ArrayList<Connection>();
        try {
            while (taken.size() < pool.getMaximumPoolSize() - 1) {
                taken.add(pool.getConnection());
            }
            for (var page :
                    List.of("/disclosures", "/office/disclosures", "/office/requests/" + reviewed + "/answer")) {
                assertThat(OFFICE.as("office").get(page).statusCode()).as(page).isEqualTo(200);
            }
        } finally {
            for (var connection : taken) {
                connection.close();
            }
        }
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

    private static String granted() {
        var number = request();
        var today = requests().today();
        take(
                number,
                new Step.Decide(
                        today,
                        DecisionType.GRANTED,
                        Step.Granting.PROVIDED,
                        "可以公开。",
                        "由本机关制作",
                        List.of("第三十六条第（二）项"),
                        "李四",
                        "",
                        ""));
        take(number, new Step.Dispatch(today, DeliveryMethod.DIRECT, ""));
        return number;
    }

    @Test
    void aCaseIsEnteredOnce() throws Exception {
        var form = Map.of(
                "kind",
                "RECONSIDERATION",
                "caseNo",
                "示复〔2026〕9号",
                "acceptedOn",
                requests().today().toString(),
                "hearing",
                "ORDINARY",
                "decider",
                "示例市人民政府",
                "about",
                "主动公开");
        Callable<Integer> enter =
                () -> OFFICE.as("office").post("/office/remedies", form).statusCode();
        assertThat(atOnce(List.of(enter, enter, enter))).containsExactlyInAnyOrder(303, 422, 422);
    }

    private static List<Integer> atOnce(List<Callable<Integer>> acts) throws Exception {
        var codes = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(acts.size())) {
            for (var answer : pool.invokeAll(acts)) {
                codes.add(answer.get());
            }
        }
        return codes;
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

    private static String request() {
        return requestOf("李大海");
    }

    private static String requestOf(String applicant) {
        return OFFICE.request(applicant, "示例路2025年补偿方案");
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
}
