package gongkai.platform.letter;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.files.FileId;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Step;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LettersTest {
    private static final String ORGAN = "demo-d01";
    private LetterCase platform;

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
        platform.close();
    }

    @Test
    void aRegistrationMakesItsReceiptWithTheQueryCode() {
        var request = platform.received(ORGAN);
        var receipt = platform.letter(request, LetterKind.REGISTRATION_RECEIPT);
        assertThat(receipt.state()).isEqualTo(Letter.State.DRAFT);
        assertThat(receipt.content().values().get("查询码")).hasSize(10);
        assertThat(platform.letters.problems(receipt)).isEmpty();
        assertThat(database()
                        .sql("select content from letter.letter where id = :id")
                        .param("id", receipt.id())
                        .query(String.class)
                        .single())
                .as("what a letter says is sealed")
                .startsWith("sm4:");
    }

    @Test
    void aReceiptByPostTellsTheCodeOnceBothSidesHaveConfirmed() {
        var today = today();
        var request = platform.received(ORGAN, Channel.POST_ORDINARY);
        var waiting = platform.letter(request, LetterKind.REGISTRATION_RECEIPT);
        var code = waiting.content().values().get("查询码");
        assertThat(code).hasSize(10);
        assertThat(platform.letters.sign(waiting.id(), null)).isInstanceOf(Letters.Outcome.Incomplete.class);
        platform.take(request, new Step.Confirm(today));
        var receipt = platform.letter(request, LetterKind.REGISTRATION_RECEIPT);
        assertThat(receipt.id()).isEqualTo(waiting.id());
        assertThat(receipt.content().values().get("确认方式")).contains("双方确认");
        assertThat(platform.letters.sign(receipt.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        var signed = platform.letters.byId(receipt.id()).orElseThrow().content().values();
        assertThat(signed).containsEntry("查询码", code);
        assertThat(platform.requests.opens(request.number(), String.valueOf(code)))
                .isTrue();
        var online = platform.received(ORGAN, Channel.ONLINE);
        assertThat(platform.letters.of(online))
                .as("whoever applied online has read the code on the screen")
                .isEmpty();
        platform.take(online, new Step.Confirm(today));
        assertThat(platform.letter(online, LetterKind.REGISTRATION_RECEIPT)
                        .content()
                        .values()
                        .get("查询码"))
                .isEqualTo("（提交时已告知）");
    }

    @Test
    void whatNoFontCanDrawIsToldBeforeItIsSigned() {
        var files = platform.bean(LetterFiles.class);
        var request = platform.take(
                platform.received(ORGAN), new Step.RequestCorrection(today(), List.of("写明年份"), today().plusDays(20)));
        var notice = platform.letter(request, LetterKind.CORRECTION_NOTICE);
        assertThat(files.unprintable(notice)).isEmpty();
        platform.letters.edit(notice.id(), java.util.Map.of("不明确之处", "𠮷田与\uDBFF\uDFFD"), notice.changes());
        var changed = platform.letters.byId(notice.id()).orElseThrow();
        assertThat(files.unprintable(changed))
                .contains("字库里没有“\uDBFF\uDFFD”", "安装")
                .doesNotContain("𠮷");
        assertThat(files.preview(changed).text()).contains("𠮷田与□");
    }

    @Test
    void anAnswerIsNumberedWithItsDecisionAndSaysWhatWasDecided() throws IOException {
        var request = platform.received(ORGAN);
        platform.take(request, denied(request));
        var answer = platform.letter(request, LetterKind.REPLY_DENIED);
        assertThat(answer.state()).isEqualTo(Letter.State.SIGNED);
        assertThat(answer.docNo()).matches("示例市司法局公开答〔2026〕\\d+号");
        platform.bean(LetterFiles.class).print(answer.id());
        var printed = platform.letters.byId(answer.id()).orElseThrow();
        var text = text(requireNonNull(printed.pdf())).replaceAll("\\s", "");
        assertThat(text)
                .contains("示例市司法局", "政府信息公开申请答复书", String.valueOf(answer.docNo()), "张三", request.number())
                .contains("属于行政机关在履行行政管理职能过程中形成的过程性信息")
                .contains("《中华人民共和国政府信息公开条例》第十六条第二款")
                .contains("应当先申请行政复议", "示例市人民政府或者示例省司法厅", "示例市丙区人民法院")
                .doesNotContain("{{");
        assertThat(platform.bean(StoredFiles.class).find(requireNonNull(printed.docx())))
                .isPresent();
        assertThat(platform.bean(StoredFiles.class).find(requireNonNull(printed.ofd())))
                .isPresent();
        assertThat(platform.bean(StoredFiles.class)
                        .find(requireNonNull(printed.pdf()))
                        .orElseThrow()
                        .name())
                .doesNotContain("张三");
    }

    @Test
    void aLetterThatLacksFactsIsRefusedWithTheirNames() {
        var request = platform.received(ORGAN);
        var asked =
                platform.take(request, new Step.RequestCorrection(today(), List.of("写明所需信息的年份"), today().plusDays(20)));
        var notice = platform.letter(asked, LetterKind.CORRECTION_NOTICE);
        assertThat(platform.letters.sign(notice.id(), null))
                .isInstanceOfSatisfying(
                        Letters.Outcome.Incomplete.class,
                        incomplete -> assertThat(incomplete.problems())
                                .singleElement()
                                .asString()
                                .contains("不明确之处"));
        platform.letters.edit(notice.id(), java.util.Map.of("不明确之处", "没有写明年份。"), notice.changes());
        assertThat(platform.letters.sign(notice.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
    }

    @Test
    void whatIsSignedStaysAndACorrectionIsANewLetter() {
        var request = platform.received(ORGAN);
        platform.take(request, denied(request));
        var answer = platform.letter(request, LetterKind.REPLY_DENIED);
        assertThat(platform.letters.edit(answer.id(), java.util.Map.of("理由", "另一个理由"), answer.changes()))
                .isInstanceOf(Letters.Outcome.Changed.class);
        var copy = ((Letters.Outcome.Done) platform.letters.correct(answer.id())).letter();
        platform.letters.edit(copy.id(), java.util.Map.of("理由", "更正后的理由。"), copy.changes());
        var signed = ((Letters.Outcome.Done) platform.letters.sign(copy.id(), null)).letter();
        var old = platform.letters.byId(answer.id()).orElseThrow();
        assertThat(old.state()).isEqualTo(Letter.State.VOID);
        assertThat(old.voidReason()).contains(String.valueOf(signed.docNo()));
        assertThat(old.content().values()).doesNotContainValue("更正后的理由。");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database()
                        .sql("update letter.letter set number = 1000, doc_no = 'x' where id = :id")
                        .param("id", answer.id())
                        .update())
                .hasStackTraceContaining("已签发的文书不能修改");
    }

    @Test
    void twoWhoChangeALetterAtOnceAreToldApart() {
        var receipt = platform.letter(platform.received(ORGAN), LetterKind.REGISTRATION_RECEIPT);
        assertThat(platform.letters.edit(receipt.id(), java.util.Map.of("确认方式", "甲"), 0))
                .isInstanceOf(Letters.Outcome.Done.class);
        assertThat(platform.letters.edit(receipt.id(), java.util.Map.of("确认方式", "乙"), 0))
                .isInstanceOf(Letters.Outcome.Changed.class);
        assertThat(platform.letters.byId(receipt.id()).orElseThrow().content().differs("确认方式"))
                .isTrue();
    }

    @Test
    void undoingAStepTakesItsLetterBack() {
        var request = platform.received(ORGAN);
        var asked = platform.take(request, new Step.RequestExplanation(today(), "一个月内申请五十件", today().plusDays(10)));
        assertThat(platform.letter(asked, LetterKind.EXPLAIN_REASON_NOTICE)
                        .content()
                        .values())
                .containsEntry("数量频次统计", "一个月内申请五十件。");
        platform.take(asked, new Step.Undo(today(), "录错申请"));
        assertThat(platform.letter(asked, LetterKind.EXPLAIN_REASON_NOTICE).state())
                .isEqualTo(Letter.State.VOID);
        assertThat(platform.letter(asked, LetterKind.REGISTRATION_RECEIPT).state())
                .isEqualTo(Letter.State.DRAFT);
    }

    @Test
    void stepsOfThePastMakeNoLetters() {
        var request = platform.received(ORGAN);
        int before = platform.letters.of(request).size();
        platform.requests.take(request.number(), new Step.Withdraw(today(), "补录"), true, null);
        assertThat(platform.letters.of(request)).hasSize(before);
    }

    @Test
    void twoHundredSignaturesAtOnceLeaveNeitherGapsNorDoubles() throws Exception {
        var request = platform.received("demo-d02");
        var organ = platform.organ("demo-d02").value();
        platform.as("office@demo-d02");
        var ids = IntStream.range(0, 200)
                .mapToObj(i -> platform.letters
                        .draft(
                                request,
                                LetterKind.TERMINATION_NOTICE,
                                java.util.Map.of("终止事实", "第" + i + "份。", "终止日期", "2026年3月2日"),
                                java.util.Map.of())
                        .id())
                .toList();
        var who = SecurityContextHolder.getContext();
        try (var threads = Executors.newFixedThreadPool(16)) {
            var signing = ids.stream()
                    .map(id -> (Callable<Letters.Outcome>) () -> {
                        SecurityContextHolder.setContext(who);
                        return platform.letters.sign(id, null);
                    })
                    .toList();
            for (var outcome : threads.invokeAll(signing)) {
                assertThat(outcome.get()).isInstanceOf(Letters.Outcome.Done.class);
            }
        }
        assertThat(database()
                        .sql(
                                "select number from letter.letter where organ = :organ and series = 'TERMINATION_NOTICE' order by number")
                        .param("organ", organ)
                        .query(Integer.class)
                        .list())
                .isEqualTo(IntStream.rangeClosed(1, 200).boxed().toList());
    }

    /** Every letter, filled from a case: nothing is left open, nothing of the template shows through, docx and PDF say the same. */
    @ParameterizedTest
    @EnumSource(LetterKind.class)
    void everyKindOfLetterIsPrinted(LetterKind kind) throws IOException {
        var request = platform.received(ORGAN);
        var values = new HashMap<String, String>();
        LetterFields.of(kind).forEach(field -> values.put(field.name(), "【" + field.name() + "】"));
        var letter = platform.letters.draft(request, kind, values, java.util.Map.of());
        var outcome = platform.letters.sign(letter.id(), null);
        assertThat(outcome).isInstanceOf(Letters.Outcome.Done.class);
        platform.bean(LetterFiles.class).print(letter.id());
        var printed = platform.letters.byId(letter.id()).orElseThrow();
        var pdf = text(requireNonNull(printed.pdf())).replaceAll("\\s", "");
        var docx = PrintedDocxText.of(bytes(requireNonNull(printed.docx()))).replaceAll("\\s", "");
        var said = new HashSet<>(values.values());
        assertThat(pdf).contains(said).contains("示例市司法局").doesNotContain("{{").doesNotContain("□同意公开□同意公开");
        assertThat(docx).contains(said).doesNotContain("{{");
        if (kind != LetterKind.CASE_FILE_INDEX) {
            assertThat(pdf).contains(String.valueOf(printed.docNo()));
        }
        if (LetterFields.hasRemedies(kind)) {
            assertThat(pdf).contains("60日内", "示例市丙区人民法院");
        }
    }

    @Test
    void theFeeIsReckonedBand() throws IOException {
        var request = platform.received(ORGAN);
        var noticed = platform.take(request, new Step.NoticeFee(today(), FeeBasis.PAGES, 350, null));
        var notice = platform.letter(noticed, LetterKind.FEE_NOTICE);
        assertThat(notice.content().values()).containsEntry("金额", "8700");
        assertThat(notice.content().rows().get("分档")).hasSize(4);
        var pieces = platform.take(platform.received(ORGAN), new Step.NoticeFee(today(), FeeBasis.PIECES, 31, null));
        assertThat(platform.letter(pieces, LetterKind.FEE_NOTICE).content().values())
                .as("a notice charges one request")
                .containsEntry("金额", "200");
    }

    @Test
    void whatIsSentGetsAReceiptOfDelivery() {
        var request = platform.received(ORGAN);
        platform.take(request, denied(request));
        var sent = platform.take(request, new Step.Dispatch(today(), DeliveryMethod.POST, "XA00000001"));
        assertThat(platform.letter(sent, LetterKind.DELIVERY_RECEIPT).content().values())
                .containsEntry("邮件号", "XA00000001")
                .containsEntry("送达方式", "邮寄")
                .containsEntry("送达文书", LetterKind.REPLY_DENIED.title());
    }

    @Test
    void aSignedReceiptOfDeliveryNamesWhoseItIs() throws IOException {
        var request = platform.received(ORGAN);
        platform.take(request, denied(request));
        platform.take(request, new Step.Dispatch(today(), DeliveryMethod.DIRECT, ""));
        var receipt = platform.letter(request, LetterKind.DELIVERY_RECEIPT);
        var files = platform.bean(LetterFiles.class);
        assertThat(platform.letters.sign(receipt.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        files.print(receipt.id());
        var signed = platform.letters.byId(receipt.id()).orElseThrow();
        assertThat(text(requireNonNull(signed.pdf())).replaceAll("\\s", "")).contains("受送达人张三");
        assertThat(files.preview(signed).text()).as("masked on the screen").doesNotContain("张三");
    }

    @Test
    void whatIsWrittenEndsAsASentence() {
        var request = platform.take(
                platform.received(ORGAN), new Step.RequestCorrection(today(), List.of("写明年份"), today().plusDays(20)));
        var notice = platform.letter(request, LetterKind.CORRECTION_NOTICE);
        platform.letters.edit(notice.id(), java.util.Map.of("不明确之处", "没有写明年份\n没有写明单位；"), notice.changes());
        var changed = platform.letters.byId(notice.id()).orElseThrow();
        assertThat(platform.bean(LetterFiles.class).preview(changed).text().replaceAll("\\s", ""))
                .contains("没有写明年份。没有写明单位；根据");
    }

    @Test
    void aRefusalOfManyRequestsTellsHowMany() {
        var request = platform.received(ORGAN);
        platform.take(request, new Step.RequestExplanation(today(), "10月以来提出47件", today().plusDays(15)));
        platform.take(request, new Step.ExplanationUnreasonable(today(), "理由与内容没有关联"));
        assertThat(platform.bean(LetterFiles.class)
                        .preview(platform.letter(request, LetterKind.REPLY_REFUSED))
                        .text()
                        .replaceAll("\\s", ""))
                .contains("经统计，10月以来提出47件。");
    }

    @Test
    void aNoticeLeftUnsignedWhenTheCaseIsOverIsToBeGivenUp() {
        var request = platform.received(ORGAN);
        platform.take(request, new Step.NoticeFee(today(), FeeBasis.PAGES, 350, null));
        var paid = platform.take(request, new Step.FeePaid(today()));
        assertThat(errands(paid)).contains("签发信息处理费收费通知书");
        var decided = platform.take(request, denied(request));
        assertThat(errands(decided)).contains("作废信息处理费收费通知书").doesNotContain("签发信息处理费收费通知书");
    }

    private List<String> errands(gongkai.platform.request.DisclosureRequest request) {
        return platform.bean(LetterErrands.class).of(request).stream()
                .map(errand -> errand.label())
                .toList();
    }

    @Test
    @DisplayName("当场提供的，依据第三十六条第（二）项")
    void anAnswerOnTheSpotRestsOnItsItem() {
        var request = platform.received(ORGAN);
        platform.take(
                request, new Step.AnswerOnSpot(today(), DecisionType.GRANTED, Step.Granting.PROVIDED, "该信息可以公开。"));
        assertThat(platform.letter(request, LetterKind.REPLY_GRANTED)
                        .content()
                        .values()
                        .get("依据"))
                .isEqualTo("《中华人民共和国政府信息公开条例》第三十六条第（二）项");
    }

    @Test
    void aLetterMadeByHandAfterTheDecisionIsNotTakenForTheAnswer() {
        var request = platform.received(ORGAN);
        platform.take(request, denied(request));
        var decided = platform.requests.byNumber(request.number()).orElseThrow();
        var made = platform.letters.draft(decided, LetterKind.CASE_FILE_INDEX, java.util.Map.of(), java.util.Map.of());
        assertThat(platform.letters.sign(made.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        assertThat(platform.bean(Handover.class).answer(decided).orElseThrow().kind())
                .isEqualTo(LetterKind.REPLY_DENIED);
    }

    @Test
    @DisplayName("第三十六条第（四）项告知不存在，第（五）项告知不属于本机关负责公开")
    void whatIsNotHeldIsToldInTheWordsOfItsArticle() {
        assertThat(toldOf("第三十六条第（四）项")).isEqualTo("经检索不存在");
        assertThat(toldOf("《中华人民共和国政府信息公开条例》第三十六条第（五）项")).isEqualTo("，不属于本机关负责公开");
    }

    private @org.jspecify.annotations.Nullable String toldOf(String article) {
        var request = platform.received(ORGAN);
        platform.take(
                request,
                new Step.Decide(
                        today(),
                        DecisionType.UNAVAIL_NOT_HELD,
                        null,
                        "没有制作或者获取。",
                        "经检索没有",
                        List.of(article),
                        "王五",
                        "档案室，全文检索，没有",
                        ""));
        return platform.letter(request, LetterKind.REPLY_UNAVAILABLE)
                .content()
                .values()
                .get("无法提供情形");
    }

    @Test
    @DisplayName("第三十二条：第三方不同意仍决定公开的，书面告知第三方")
    void whoObjectedIsToldOfWhatIsGrantedAllTheSame() {
        var request = platform.received(ORGAN);
        platform.take(request, new Step.ConsultThirdParty(today(), today(), "示例有限公司", "2025年采购合同"));
        platform.take(request, new Step.ThirdPartyReplied(today(), Step.Opinion.DISAGREE, "涉及商业秘密"));
        var granted = platform.take(
                request,
                new Step.Decide(
                        today(),
                        DecisionType.GRANTED,
                        Step.Granting.PROVIDED,
                        "不公开会对公共利益造成重大影响。",
                        "经检索，存有该合同",
                        List.of("第十五条"),
                        "王五",
                        "",
                        ""));
        var told = platform.letter(granted, LetterKind.DISCLOSE_DESPITE_OBJECTION);
        assertThat(told.content().values()).containsEntry("第三方", "示例有限公司").containsEntry("公开内容", "2025年采购合同。");
        assertThat(platform.letters.problems(told)).singleElement().asString().contains("公开理由");
        var other = platform.received(ORGAN);
        platform.take(other, denied(other));
        assertThat(platform.letters.of(other))
                .noneMatch(letter -> letter.kind() == LetterKind.DISCLOSE_DESPITE_OBJECTION);
    }

    @Test
    @DisplayName("第三十四条：征求其他机关意见函附回执")
    void theLetterToAnotherOrganHasAFormToReturn() throws IOException {
        var request = platform.received(ORGAN);
        var asked = platform.take(request, new Step.ConsultAgency(today(), null, "示例市财政局", "是否公开2025年联合印发的办法"));
        var letter = platform.letter(asked, LetterKind.AGENCY_CONSULTATION);
        platform.letters.edit(letter.id(), java.util.Map.of("共同制作情况", "2025年3月联合印发。"), letter.changes());
        assertThat(platform.letters.sign(letter.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        platform.bean(LetterFiles.class).print(letter.id());
        var printed = platform.letters.byId(letter.id()).orElseThrow();
        assertThat(text(requireNonNull(printed.pdf())).replaceAll("\\s", ""))
                .contains("征求政府信息公开意见回执", "□不同意公开", "请交回：示例市司法局");
        var heights = new HashMap<String, Float>();
        try (var document = Loader.loadPDF(bytes(requireNonNull(printed.pdf())))) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String line, List<TextPosition> places) {
                    heights.putIfAbsent(line.strip(), places.getFirst().getYDirAdj());
                }
            }.getText(document);
        }
        assertThat(requireNonNull(heights.get("机关盖章")) - requireNonNull(heights.get("意见")))
                .as("points between the rows around the one to write in")
                .isGreaterThan(100);
    }

    @Test
    void theNoticeOfALapseForAFeeTellsTheLastDayOfTheLaw() {
        var received = LocalDate.of(2026, 9, 7);
        var request = ((Requests.Outcome.Taken) platform.requests.receive(new NewRequest(
                        platform.organ(ORGAN),
                        Channel.IN_PERSON,
                        received,
                        null,
                        new Applicant(ApplicantKind.NATURAL_PERSON, "张三", null, "13800000000", null, null),
                        "示例文件",
                        "",
                        "",
                        true)))
                .request();
        platform.requests.take(request.number(), new Step.NoticeFee(received, FeeBasis.PAGES, 40, null), true, null);
        platform.requests.take(request.number(), new Step.LetterReceived(received, received), true, null);
        var lapsed = platform.take(request, new Step.FeeOverdue(today()));
        assertThat(platform.letter(lapsed, LetterKind.ABANDON_NOTICE_FEE)
                        .content()
                        .values())
                .containsEntry("收费通知书送达日", "2026年9月7日")
                .containsEntry("缴费期限届满日", "2026年10月10日");
    }

    private Step.Decide denied(gongkai.platform.request.DisclosureRequest request) {
        return new Step.Decide(
                today(),
                DecisionType.DENIED_PROCESS,
                null,
                "该信息属于请示报告，对外不产生效力。",
                "经检索，该信息为本机关向示例市人民政府的请示",
                List.of("第十六条第二款"),
                "王五",
                "",
                "");
    }

    private java.time.LocalDate today() {
        return platform.requests.today();
    }

    private JdbcClient database() {
        return platform.bean(JdbcClient.class);
    }

    private byte[] bytes(FileId id) throws IOException {
        try (var in = platform.bean(StoredFiles.class).open(id)) {
            return in.readAllBytes();
        }
    }

    private String text(FileId id) throws IOException {
        try (var pdf = Loader.loadPDF(bytes(id))) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
