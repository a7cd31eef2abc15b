package gongkai.platform.letter;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import gongkai.platform.mail.Mails;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Letters on their way, with a real mail server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveriesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final GreenMail server = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private LetterCase platform;

    @BeforeAll
    void start() throws Exception {
        server.start();
        platform = new LetterCase(Map.of(
                "gongkai.mail.host", "127.0.0.1",
                "gongkai.mail.port", String.valueOf(server.getSmtp().getPort()),
                "gongkai.mail.security", "none",
                "gongkai.mail.from", "gongkai@example.invalid",
                "gongkai.mail.attempts", "2",
                "gongkai.mail.first-delay-seconds", "0"));
    }

    @BeforeEach
    void signIn() {
        platform.as("office@demo-d01");
    }

    @AfterAll
    void stop() {
        platform.close();
        server.stop();
    }

    @Test
    void anAnswerSentByMailReachesTheApplicantSigned() throws Exception {
        var request = decided();
        var answer = handover().answer(request).orElseThrow();
        var outcome = handover()
                .sendAnswer(
                        request,
                        delivery(
                                answer.id(), DeliveryMethod.ELECTRONIC, today(), null, "https://fuyi.example.invalid/"),
                        "",
                        false,
                        request.steps());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Requests.Outcome.Taken.class,
                        taken -> assertThat(taken.request().state()).isEqualTo(RequestState.DISPATCHED));
        assertThat(server.waitForIncomingEmail(Duration.ofSeconds(60).toMillis(), 1))
                .isTrue();
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getAllRecipients()[0]).hasToString("zhangsan@example.invalid");
        assertThat(mail.getSubject()).contains(request.number()).doesNotContain("张三");
        var parts = (MimeMultipart) mail.getContent();
        assertThat(text(mail))
                .contains("https://fuyi.example.invalid/", String.valueOf(answer.docNo()))
                .doesNotContain("张三", "990101199001011234");
        try (var pdf = Loader.loadPDF(parts.getBodyPart(1).getInputStream().readAllBytes())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("政府信息公开申请答复书", "张三");
        }
        var sent = handover().underway(request).orElseThrow();
        assertThat(sent.mail()).isNotNull();
    }

    @Test
    void whatNoServerTakesIsTriedAgainAndThenGivenUp() {
        var mails = platform.bean(Mails.class);
        server.stop();
        try {
            long mail = mails.send(null, "lisi@example.invalid", "提醒", "示例", List.of(), "测试");
            org.awaitility.Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> mails.fate(mail).orElseThrow().state() == Mails.State.DEAD);
            var fate = mails.fate(mail).orElseThrow();
            assertThat(fate.attempts()).isEqualTo(2);
            assertThat(fate.problem()).contains("邮件服务器");
        } finally {
            server.start();
        }
    }

    @Test
    void whoSignsAndWhenStandsInTheReceipt() {
        var request = decided();
        var answer = handover().answer(request).orElseThrow();
        var handed = new Delivery(
                UUID.randomUUID(),
                answer.id(),
                DeliveryMethod.DIRECT,
                today(),
                "",
                "",
                null,
                today(),
                new Delivery.People("本机关窗口", "张三", "", "", ""),
                null);
        var outcome = handover().sendAnswer(request, handed, null, false, request.steps());
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Requests.Outcome.Taken.class,
                        taken -> assertThat(taken.request().state()).isEqualTo(RequestState.DELIVERED));
        assertThat(platform.letter(request, LetterKind.DELIVERY_RECEIPT)
                        .content()
                        .values())
                .containsEntry("签收人", "张三")
                .containsEntry("送达方式", "直接送达")
                .containsEntry("签收日期", ChineseDay.of(today()));
        assertThat(platform.bean(JdbcClient.class)
                        .sql("select people from letter.delivery where id = :id")
                        .param("id", handed.id())
                        .query(String.class)
                        .single())
                .startsWith("sm4:");
    }

    @Test
    void whoWasOvertakenIsToldAndNothingIsEntered() {
        var request = decided();
        var answer = handover().answer(request).orElseThrow();
        var outcome = handover()
                .sendAnswer(request, delivery(answer.id(), DeliveryMethod.POST, today(), null, ""), null, false, 0);
        assertThat(outcome).isInstanceOf(Requests.Outcome.Unfit.class);
        assertThat(platform.bean(Deliveries.class).of(request)).isEmpty();
    }

    @Test
    void aFeeNoticeThatArrivedSetsItsTermGoing() {
        var request =
                platform.take(platform.received("demo-d01"), new Step.NoticeFee(today(), FeeBasis.PAGES, 40, null));
        var notice = platform.letter(request, LetterKind.FEE_NOTICE);
        platform.letters.edit(notice.id(), Map.of("缴款方式", "窗口缴纳。", "投诉渠道", "示例市财政局。"), notice.changes());
        assertThat(platform.letters.sign(notice.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        var outcome = handover()
                .handOver(
                        request,
                        platform.letters.byId(notice.id()).orElseThrow(),
                        delivery(notice.id(), DeliveryMethod.DIRECT, today(), today(), ""),
                        null,
                        null);
        assertThat(outcome).isInstanceOf(Requests.Outcome.Taken.class);
        assertThat(platform.requests.steps(request).getLast().step()).isInstanceOf(Step.LetterReceived.class);
    }

    @Test
    @DisplayName("第三十二条：几个第三方各收一份征询书，各自答复，最后一个答复了才恢复计算")
    void severalThirdPartiesAnswerEachForThemselves() throws Exception {
        var asked = platform.take(
                platform.received("demo-d01"), new Step.ConsultThirdParty(today(), null, "示例甲公司\n示例乙公司", "2025年采购合同"));
        var letters = platform.letters.of(asked).stream()
                .filter(letter -> letter.kind() == LetterKind.THIRD_PARTY_CONSULTATION)
                .toList();
        assertThat(letters)
                .extracting(letter -> letter.content().values().get("第三方"))
                .containsExactly("示例甲公司", "示例乙公司");
        assertThat(letters).extracting(Letter::titleWithParty).containsExactly("第三方意见征询书（示例甲公司）", "第三方意见征询书（示例乙公司）");
        assertThat(platform.bean(Consultations.class).ownLetters(stored(asked)))
                .as("each letter is received on a day of its own")
                .isTrue();
        for (var letter : letters) {
            platform.letters.edit(letter.id(), Map.of("涉及权益", "商业秘密。"), letter.changes());
            assertThat(platform.letters.sign(letter.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        }
        // Both come back on the same morning, and two officers enter them at once.
        try (var officers = Executors.newFixedThreadPool(2)) {
            var entered = officers.invokeAll(letters.stream()
                    .<Callable<Requests.Outcome>>map(letter -> () -> {
                        platform.as("office@demo-d01");
                        return handover()
                                .handOver(
                                        stored(asked),
                                        platform.letters.byId(letter.id()).orElseThrow(),
                                        delivery(letter.id(), DeliveryMethod.DIRECT, today(), today(), ""),
                                        null,
                                        null);
                    })
                    .toList());
            for (var each : entered) {
                assertThat(each.get()).isInstanceOf(Requests.Outcome.Taken.class);
            }
        }
        assertThat(platform.requests.steps(asked))
                .filteredOn(recorded -> recorded.step() instanceof Step.LetterReceived)
                .hasSize(1);
        var consultations = platform.bean(Consultations.class);
        assertThat(consultations.conclude(stored(asked), stored(asked).steps()))
                .isInstanceOf(Requests.Outcome.Barred.class);
        consultations.said(
                stored(asked), 0, Step.Opinion.AGREE, "", stored(asked).steps());
        assertThat(stored(asked).state()).isEqualTo(RequestState.THIRD_PARTY_PENDING);
        assertThat(consultations.said(stored(asked), 1, Step.Opinion.DISAGREE, "报价是商业秘密", 0))
                .isInstanceOf(Requests.Outcome.Unfit.class);
        consultations.said(
                stored(asked),
                1,
                Step.Opinion.DISAGREE,
                "报价是商业秘密",
                stored(asked).steps());
        assertThat(stored(asked).state()).isEqualTo(RequestState.IN_PROGRESS);
        assertThat(platform.requests.steps(asked).getLast().step())
                .isEqualTo(
                        new Step.ThirdPartyReplied(today(), Step.Opinion.DISAGREE, "示例甲公司：同意公开；示例乙公司：不同意公开，报价是商业秘密"));
        var granted = platform.take(
                asked,
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
        assertThat(platform.letters.of(granted))
                .filteredOn(letter -> letter.kind() == LetterKind.DISCLOSE_DESPITE_OBJECTION)
                .extracting(letter -> letter.content().values().get("第三方"))
                .containsExactly("示例乙公司");
    }

    @Test
    @DisplayName("第三十三条：有的逾期、有的迟答，扣除到最后届满的期限为止")
    void theClockLeavesOutNoMoreThanTheTermsOfTheSilent() {
        var today = today();
        var sent = today.minusDays(45);
        var cases = List.of(old(sent, "示例甲公司"), old(sent, "示例甲公司\n示例乙公司"));
        platform.take(cases.getFirst(), new Step.ThirdPartyOverdue(today));
        var several = cases.getLast();
        var consultations = platform.bean(Consultations.class);
        assertThat(consultations.ownLetters(several)).isFalse();
        consultations.said(several, 0, Step.Opinion.AGREE, "", several.steps());
        assertThat(stored(several).state()).isEqualTo(RequestState.THIRD_PARTY_PENDING);
        assertThat(consultations.conclude(stored(several), stored(several).steps()))
                .isInstanceOf(Requests.Outcome.Taken.class);
        assertThat(stored(several).due())
                .isEqualTo(stored(cases.getFirst()).due())
                .isNotNull();
    }

    private DisclosureRequest old(LocalDate sent, String asked) {
        var request = (Requests.Outcome.Taken) platform.requests.receive(new NewRequest(
                platform.organ("demo-d01"),
                Channel.IN_PERSON,
                sent,
                null,
                new Applicant(ApplicantKind.NATURAL_PERSON, "李四", null, null, null, null),
                "采购合同",
                "纸质",
                "邮寄",
                true));
        var step = new Step.ConsultThirdParty(sent, sent.plusDays(2), asked, "采购合同");
        return ((Requests.Outcome.Taken)
                        platform.requests.take(request.request().number(), step, true, null))
                .request();
    }

    private DisclosureRequest stored(DisclosureRequest request) {
        return platform.requests.byNumber(request.number()).orElseThrow();
    }

    @Test
    void eachWayOfDeliveryHasItsRules() {
        assertThat(errors(Map.of("mailNo", "XA1234567"), DeliveryMethod.POST, null))
                .containsOnlyKeys("postal");
        assertThat(errors(Map.of("postal", "true"), DeliveryMethod.POST, null)).containsOnlyKeys("mailNo");
        assertThat(errors(Map.of(), DeliveryMethod.ELECTRONIC, null))
                .containsOnlyKeys("consent", "consentHow", "remedyUrl");
        assertThat(errors(
                        Map.of("consent", "true", "consentHow", "三月二日书面同意", "remedyUrl", "javascript:x"),
                        DeliveryMethod.ELECTRONIC,
                        null))
                .containsOnlyKeys("remedyUrl");
        assertThat(sent(
                        Map.of(
                                "send",
                                "true",
                                "sentOn",
                                DAY.minusDays(1).toString(),
                                "remedyUrl",
                                "https://example.invalid/fy"),
                        DeliveryMethod.ELECTRONIC,
                        new Consent(Consent.State.GIVEN, "")))
                .as("what the system sends today was not sent yesterday")
                .containsOnlyKeys("sentOn");
        assertThat(errors(Map.of(), DeliveryMethod.LEFT, DAY)).containsOnlyKeys("witness");
        assertThat(errors(Map.of("witness", "李四，示例社区居民委员会"), DeliveryMethod.LEFT, DAY))
                .isEmpty();
        assertThat(errors(Map.of(), DeliveryMethod.PUBLIC_NOTICE, DAY.plusDays(29)))
                .containsOnlyKeys("deliveredOn");
        assertThat(errors(Map.of(), DeliveryMethod.PUBLIC_NOTICE, DAY.plusDays(30)))
                .isEmpty();
        assertThat(errors(Map.of(), DeliveryMethod.DIRECT, DAY.minusDays(1))).containsOnlyKeys("deliveredOn", "signer");
    }

    @Test
    void whoAskedForItIsServedElectronicallyAndNobodyElse() {
        var url = Map.of("remedyUrl", "https://example.invalid/fy");
        assertThat(sent(url, DeliveryMethod.ELECTRONIC, new Consent(Consent.State.GIVEN, "申请人申请时要求“发送电子邮件”")))
                .isEmpty();
        assertThat(sent(url, DeliveryMethod.ELECTRONIC, new Consent(Consent.State.REFUSED, "申请人表示不同意电子送达")))
                .containsOnlyKeys("method");
        assertThat(sent(
                        Map.of("postal", "true", "mailNo", "XA1234567"),
                        DeliveryMethod.POST,
                        new Consent(Consent.State.REFUSED, "")))
                .isEmpty();
        var consents = platform.bean(Consents.class);
        var posted = platform.received("demo-d01");
        assertThat(consents.of(posted, null).state()).isEqualTo(Consent.State.UNKNOWN);
        var wishes = Map.of(
                "发送电子邮件", Consent.State.GIVEN,
                "在本平台下载", Consent.State.GIVEN,
                "邮寄；同意电子送达", Consent.State.GIVEN,
                "邮寄，不同意电子送达", Consent.State.REFUSED,
                "自行领取", Consent.State.UNKNOWN);
        wishes.forEach((wish, state) -> assertThat(
                        consents.of(platform.received("demo-d01", wish), null).state())
                .as(wish)
                .isEqualTo(state));
        var request = platform.take(
                platform.received("demo-d01", "发送电子邮件"), new Step.ConsultThirdParty(today(), null, "示例公司", "合同"));
        assertThat(consents.of(request, platform.letter(request, LetterKind.THIRD_PARTY_CONSULTATION))
                        .state())
                .as("the applicant cannot agree for the third party")
                .isEqualTo(Consent.State.UNKNOWN);
    }

    private Map<String, String> sent(Map<String, String> typed, DeliveryMethod method, Consent consent) {
        var input = new DeliveryInput(typed, DAY);
        input.sending(method, true, true, consent);
        return input.form().fieldErrors();
    }

    private Map<String, String> errors(
            Map<String, String> typed,
            DeliveryMethod method,
            @org.jspecify.annotations.Nullable LocalDate deliveredOn) {
        var input = new DeliveryInput(new HashMap<>(typed), LocalDate.of(2026, 12, 31));
        input.sending(method, true, true, Consent.UNKNOWN);
        if (deliveredOn != null) {
            input.arriving(method, DAY, deliveredOn, false);
        }
        return input.form().fieldErrors();
    }

    private DisclosureRequest decided() {
        return platform.take(
                platform.received("demo-d01"),
                new Step.Decide(
                        today(),
                        DecisionType.GRANTED,
                        Step.Granting.PROVIDED,
                        "该信息可以公开。",
                        "经检索，该信息由本机关制作",
                        List.of("第三十六条第（二）项"),
                        "王五",
                        "",
                        ""));
    }

    private static Delivery delivery(
            UUID letter,
            DeliveryMethod method,
            LocalDate sentOn,
            @org.jspecify.annotations.Nullable LocalDate deliveredOn,
            String url) {
        return new Delivery(
                UUID.randomUUID(),
                letter,
                method,
                sentOn,
                method == DeliveryMethod.POST ? "XA00000001" : "",
                url,
                null,
                deliveredOn,
                Delivery.People.NOBODY,
                null);
    }

    /** A port that stays the same when the server stops and starts again. */
    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Handover handover() {
        return platform.bean(Handover.class);
    }

    private LocalDate today() {
        return platform.requests.today();
    }

    private static String text(MimeMessage mail) throws Exception {
        var parts = (MimeMultipart) mail.getContent();
        var first = parts.getBodyPart(0);
        return first.getContent() instanceof MimeMultipart inner
                ? inner.getBodyPart(0).getContent().toString()
                : GreenMailUtil.getBody(first);
    }
}
