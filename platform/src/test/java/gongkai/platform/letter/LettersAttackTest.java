package gongkai.platform.letter;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.OfficeBrowser;
import gongkai.platform.files.FileKind;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people do to letters who are clumsy, curious or in a hurry. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersAttackTest {
    private static final String ORGAN = "demo-d01";

    private LetterCase platform;
    private final Map<String, OfficeBrowser> browsers = new HashMap<>();

    @BeforeAll
    void start() throws Exception {
        platform = new LetterCase();
    }

    @BeforeEach
    void signIn() {
        platform.as("office@demo-d01");
    }

    @AfterAll
    void stop() {
        browsers.values().forEach(OfficeBrowser::close);
        platform.close();
    }

    @Test
    @DisplayName("没有“查看个人信息原文”权限的，文书、卷宗、附件中都看不到申请人是谁，也看不到查询码")
    void nobodyWithoutTheRightLearnsWhoAskedFromLetters() throws IOException {
        var request = answered();
        platform.take(request, new Step.Dispatch(today(), DeliveryMethod.POST, "XA00000001"));
        var answer = platform.letter(request, LetterKind.REPLY_DENIED);
        platform.bean(LetterFiles.class).print(answer.id());
        var receipt = platform.letter(request, LetterKind.REGISTRATION_RECEIPT);
        var code = receipt.content().values().get("查询码");
        assertThat(code).hasSize(10);
        var file = "/files/" + platform.letters.byId(answer.id()).orElseThrow().pdf();
        for (var curious : List.of("secrecy", "legal", "leader", "head")) {
            assertThat(as(curious).get(file).statusCode()).as(curious).isEqualTo(404);
            assertThat(as(curious).get(receipt.path()).body()).as(curious).doesNotContain(code);
            assertThat(as(curious)
                            .get("/office/requests/" + request.number() + "?tab=letters")
                            .body())
                    .contains("查看个人信息原文")
                    .doesNotContain(file);
        }
        assertThat(as("office").get(file).statusCode()).isEqualTo(200);
        assertThat(as("office").get(receipt.path()).body()).contains(code);
        try (var pdf = Loader.loadPDF(platform.bean(CaseFiles.class).masked(request))) {
            assertThat(new PDFTextStripper().getText(pdf).replaceAll("\\s", ""))
                    .contains("政府信息公开申请答复书（不予公开）", "张*")
                    .doesNotContain("张三", code);
        }
    }

    @Test
    void anEndedCaseGetsNoMoreLettersOfItsCourse() {
        var request = platform.received(ORGAN);
        platform.take(request, new Step.RequestExplanation(today(), "一个月内申请五十件", today().plusDays(10)));
        var notice = platform.letter(request, LetterKind.EXPLAIN_REASON_NOTICE);
        platform.take(request, new Step.Withdraw(today(), "申请人撤回"));
        assertThat(platform.letters.sign(notice.id(), null))
                .isInstanceOfSatisfying(
                        Letters.Outcome.Incomplete.class,
                        no -> assertThat(no.problems()).anyMatch(text -> text.contains("已经办结")));
        assertThat(platform.letters.giveUp(notice.id(), "申请已撤回", notice.changes()))
                .isInstanceOf(Letters.Outcome.Done.class);
    }

    @Test
    void aSignedAnswerIsNotGivenUpWhileItsDecisionStands() {
        var request = answered();
        var answer = platform.letter(request, LetterKind.REPLY_DENIED);
        assertThat(as("leader")
                        .post(answer.path() + "/annulment", "reason", "写错了", "changes", "" + answer.changes())
                        .body())
                .contains("不能单独作废");
        assertThat(platform.letters.byId(answer.id()).orElseThrow().holds()).isTrue();
        platform.take(request, new Step.Undo(today(), "决定有误"));
        assertThat(platform.letters.byId(answer.id()).orElseThrow().state()).isEqualTo(Letter.State.VOID);
    }

    @Test
    void oneCorrectionAtATimeTakesThePlaceOfASignedLetter() {
        var answer = platform.letter(answered(), LetterKind.REPLY_DENIED);
        var first = ((Letters.Outcome.Done) platform.letters.correct(answer.id())).letter();
        var second = ((Letters.Outcome.Done) platform.letters.correct(answer.id())).letter();
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(platform.letters.sign(first.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        assertThat(platform.letters.correct(answer.id())).isInstanceOf(Letters.Outcome.Changed.class);
    }

    @Test
    void whoGivesUpALetterThatWasSignedMeanwhileIsTold() {
        var receipt = platform.letter(platform.received(ORGAN), LetterKind.REGISTRATION_RECEIPT);
        platform.letters.sign(receipt.id(), null);
        assertThat(platform.letters.giveUp(receipt.id(), "不要了", receipt.changes()))
                .isInstanceOf(Letters.Outcome.Changed.class);
        assertThat(platform.letters.byId(receipt.id()).orElseThrow().holds()).isTrue();
    }

    @Test
    void twoWhoHandOverTheSameLetterMakeOneDelivery() {
        var request = platform.received(ORGAN);
        var receipt = platform.letter(request, LetterKind.REGISTRATION_RECEIPT);
        platform.letters.sign(receipt.id(), null);
        var path = receipt.path() + "/delivery";
        assertThat(as("office").get(path).body()).contains("name=\"seen\" value=\"\"");
        var day = today().toString();
        for (var expected : List.of(303, 422)) {
            var answer = as("office")
                    .post(path, "seen", "", "method", "DIRECT", "sentOn", day, "deliveredOn", day, "signer", "张三");
            assertThat(answer.statusCode()).isEqualTo(expected);
            if (expected == 422) {
                assertThat(answer.body()).contains(Handover.OVERTAKEN, "value=\"张三\"");
            }
        }
        var deliveries = platform.bean(Deliveries.class);
        assertThat(deliveries.of(request)).hasSize(1);
        var again = deliveries.of(request).getFirst();
        assertThat(platform.bean(Handover.class).handOver(request, receipt, again, null, ""))
                .as("entered since the page was shown")
                .isInstanceOf(Requests.Outcome.Unfit.class);
    }

    @Test
    void theAnswerLeavesOnlyByItsStep() {
        var request = answered();
        var answer = platform.letter(request, LetterKind.REPLY_DENIED);
        var sent = as("office")
                .post(answer.path() + "/delivery", "method", "DIRECT", "sentOn", "" + today(), "signer", "张三");
        assertThat(sent.statusCode()).isEqualTo(422);
        assertThat(platform.bean(Deliveries.class).of(answer)).isEmpty();
        assertThat(platform.requests.byNumber(request.number()).orElseThrow().state())
                .isEqualTo(RequestState.DECIDED);
    }

    @Test
    void anUndoneStepTakesItsDeliveryBack() {
        var request = answered();
        var place = "/office/letters/case/" + request.number();
        as("office")
                .post(
                        place + "/delivery",
                        "expected",
                        "" + steps(request),
                        "method",
                        "DIRECT",
                        "sentOn",
                        "" + today(),
                        "deliveredOn",
                        "" + today(),
                        "signer",
                        "张三");
        var deliveries = platform.bean(Deliveries.class);
        assertThat(deliveries.of(request)).hasSize(1);
        assertThat(platform.requests.byNumber(request.number()).orElseThrow().state())
                .isEqualTo(RequestState.DELIVERED);
        platform.take(request, new Step.Undo(today(), "没有签收"));
        assertThat(deliveries.of(request).getFirst().deliveredOn()).isNull();
        platform.take(request, new Step.Undo(today(), "没有寄出"));
        assertThat(deliveries.of(request)).isEmpty();
    }

    @Test
    @DisplayName("个人信息保存期满：谁签收的、寄到哪里、邮件写了什么，一并清除；步骤里从来没有签收人全名")
    void whatStandsBesideLettersGoesWithTheApplicantsData() {
        var request = answered();
        var database = platform.bean(JdbcClient.class);
        platform.take(request, new Step.Dispatch(today(), DeliveryMethod.DIRECT, ""));
        platform.take(request, new Step.Deliver(today(), "欧阳小花"));
        assertThat(database.sql("select fields::text from request.step where fields::text like '%欧阳小花%'")
                        .query(String.class)
                        .list())
                .isEmpty();
        platform.bean(Deliveries.class)
                .send(
                        request,
                        new Delivery(
                                java.util.UUID.randomUUID(),
                                null,
                                DeliveryMethod.DIRECT,
                                today(),
                                "",
                                "",
                                null,
                                today(),
                                new Delivery.People("示例路9号", "欧阳小花", "本人", "", ""),
                                null));
        var applicants = platform.bean(Applicants.class);
        applicants.keepUntil(request.applicant(), LocalDate.of(2020, 1, 1));
        applicants.anonymiseEnded(100);
        assertThat(platform.bean(Deliveries.class).of(request))
                .allSatisfy(delivery -> assertThat(delivery.people()).isEqualTo(Delivery.People.NOBODY));
    }

    @Test
    void aScanOfSeveralPagesIsBoundInWithAllOfThem() throws IOException {
        var scan = new ByteArrayOutputStream();
        var writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (var stream = ImageIO.createImageOutputStream(scan)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 12; i++) {
                writer.writeToSequence(
                        new IIOImage(new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_BINARY), null, null), null);
            }
            writer.endWriteSequence();
        }
        var bound = Objects.requireNonNull(Binding.pdf(FileKind.TIF, scan.toByteArray()));
        assertThat(Binding.pages(bound)).isEqualTo(12);
    }

    @Test
    void daysOfNoYearAreSaidToBeNoneAndNothingIsSentBeforeItIsSigned() {
        for (var day : List.of("+999999999-12-31", "-0001-01-01", "0000-01-01", "2026-02-30")) {
            assertThat(as("office")
                            .get("/office/letters?from=" + day.replace("+", "%2B") + "&to=" + day.replace("+", "%2B"))
                            .statusCode())
                    .as(day)
                    .isEqualTo(200);
        }
        var receipt = platform.letter(platform.received(ORGAN), LetterKind.REGISTRATION_RECEIPT);
        platform.letters.sign(receipt.id(), null);
        for (var day : List.of("-999999999-01-01", today().minusDays(1).toString())) {
            assertThat(as("office")
                            .post(receipt.path() + "/delivery", "method", "DIRECT", "sentOn", day, "signer", "张三")
                            .statusCode())
                    .as(day)
                    .isEqualTo(422);
        }
    }

    @Test
    void theQueryCodeOutlivesAConfirmationThatIsTakenBack() {
        var request = platform.received(ORGAN, Channel.POST_ORDINARY);
        platform.take(request, new Step.Confirm(today()));
        var receipt = platform.letter(request, LetterKind.REGISTRATION_RECEIPT);
        var code = receipt.content().values().get("查询码");
        assertThat(code).hasSize(10);
        assertThat(platform.letters.sign(receipt.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        platform.take(request, new Step.Undo(today(), "没有联系上"));
        assertThat(platform.letters.byId(receipt.id()).orElseThrow().state()).isEqualTo(Letter.State.VOID);
        platform.take(request, new Step.Confirm(today()));
        var receipts = platform.letters.of(request).stream()
                .filter(letter -> letter.state() == Letter.State.DRAFT)
                .toList();
        assertThat(receipts).hasSize(1);
        assertThat(receipts.getFirst().content().values())
                .containsEntry("查询码", code)
                .containsKey("答复届满日");
    }

    @Test
    void aTemplateThatFetchesSomethingFromElsewhereIsNotTaken() throws IOException {
        var templates = platform.bean(Templates.class);
        var ours = templates.file(LetterKind.CORRECTION_NOTICE, null).bytes();
        assertThat(templates.objections(LetterKind.CORRECTION_NOTICE, ours)).isEmpty();
        var relation =
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\""
                        + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                        + " Target=\"http://example.invalid/x.dotm\" TargetMode=\"External\"/></Relationships>";
        var field = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:p><w:r>"
                + "<w:instrText>INCLUDETEXT \"file:///etc/hosts\"</w:instrText></w:r></w:p></w:hdr>";
        for (var part :
                List.of(Map.entry("word/_rels/settings.xml.rels", relation), Map.entry("word/header9.xml", field))) {
            assertThat(templates.objections(LetterKind.CORRECTION_NOTICE, with(ours, part)))
                    .as(part.getKey())
                    .anyMatch(objection -> objection.contains("引用了外部"));
        }
    }

    private static byte[] with(byte[] docx, Map.Entry<String, String> added) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var read = new ZipInputStream(new ByteArrayInputStream(docx));
                var written = new ZipOutputStream(out)) {
            for (var entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
                if (!entry.getName().equals(added.getKey())) {
                    written.putNextEntry(new ZipEntry(entry.getName()));
                    read.transferTo(written);
                }
            }
            written.putNextEntry(new ZipEntry(added.getKey()));
            written.write(added.getValue().getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private DisclosureRequest answered() {
        return platform.take(
                platform.received(ORGAN),
                new Step.Decide(
                        today(),
                        DecisionType.DENIED_INTERNAL,
                        null,
                        "属于内部工作流程。",
                        "经审查，该信息为内部工作流程信息",
                        List.of("第十六条第一款"),
                        "王五",
                        "",
                        ""));
    }

    private int steps(DisclosureRequest request) {
        return platform.requests.byNumber(request.number()).orElseThrow().steps();
    }

    @Test
    void aLetterToAThirdPartySaysToWhomAndNoPlainFormClosesTheConsultationOfSeveral() throws IOException {
        var request = platform.take(
                platform.received(ORGAN), new Step.ConsultThirdParty(today(), null, "示例甲公司\n欧阳示例", "合同", "商业秘密"));
        var list = as("office").get("/office/letters?from=2026-02-30&request=" + request.number());
        assertThat(list.body())
                .as("a day nobody can read")
                .contains("“2026-02-30”不是有效的日期（写成 2026-11-06 这样），没有按它筛选。", "value=\"2026-02-30\"");
        assertThat(list.body()).contains("第三方意见征询书（示例甲公司）", "第三方意见征询书（欧*）").doesNotContain("欧阳示例");
        var export = as("office").get("/office/letters?export=csv&request=" + request.number());
        assertThat(export.body()).contains("第三方意见征询书（欧*）").doesNotContain("欧阳示例");
        for (var letter : platform.letters.of(request)) {
            if (letter.kind() == LetterKind.THIRD_PARTY_CONSULTATION) {
                assertThat(as("office").get(letter.path()).body())
                        .contains(letter.titleWithParty() + "</h1>")
                        .doesNotContain("没有填写“涉及权益”");
                assertThat(letter.content().values()).containsEntry("涉及权益", "商业秘密。");
                assertThat(as("office").get(letter.path() + "/print").statusCode())
                        .isEqualTo(303);
                assertThat(as("office").get(letter.path()).body()).contains("还没有签发，签发以后才能打印");
            }
        }
        var stale = as("office")
                .post(
                        "/office/requests/" + request.number() + "/steps/thirdPartyReplied",
                        "opinion",
                        "AGREE",
                        "expected",
                        "1");
        assertThat(stale.statusCode()).isEqualTo(303);
        assertThat(stale.headers().firstValue("Location")).contains(ConsultationController.path(request.number()));
        assertThat(platform.requests.byNumber(request.number()).orElseThrow().state())
                .isEqualTo(RequestState.THIRD_PARTY_PENDING);
    }

    private OfficeBrowser as(String duty) {
        return browsers.computeIfAbsent(duty, who -> {
            var browser = OfficeBrowser.signedIn(
                    platform.context.getEnvironment().getRequiredProperty("local.server.port", Integer.class),
                    who + "@" + ORGAN,
                    SampleData.PASSWORD);
            browser.get("/office/me");
            return browser;
        });
    }

    private LocalDate today() {
        return platform.requests.today();
    }
}
