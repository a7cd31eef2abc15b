package gongkai.platform.review;

import static gongkai.platform.review.ReviewOffice.answer;
import static gongkai.platform.review.ReviewOffice.requests;
import static gongkai.platform.review.ReviewOffice.round;
import static gongkai.platform.review.ReviewOffice.stored;
import static gongkai.platform.review.ReviewOffice.take;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.access.SignedInAs;
import gongkai.platform.casework.SearchNote;
import gongkai.platform.casework.SearchNotes;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.letter.Letters;
import gongkai.platform.remedy.RemedyFiles;
import gongkai.platform.remedy.RemedyFiles.Ending;
import gongkai.platform.remedy.RemedyFiles.Entered;
import gongkai.platform.remedy.RemedyKind;
import gongkai.platform.remedy.RemedyResult;
import gongkai.platform.remedy.RemedyTerms.Hearing;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Step;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.core.context.SecurityContextHolder;

/** What reviewers see of the letter before they sign it, and what was learnt from such answers before. */
class AnswerLetterTest {
    private static final String ORGAN = "demo-d02";

    @RegisterExtension
    static final ReviewOffice OFFICE = new ReviewOffice(ORGAN);

    private static final Map<String, String> PARTIAL_DRAFT = Map.ofEntries(
            Map.entry("seen", "0"),
            Map.entry("fact-open", "项目概况以遮盖版提供。"),
            Map.entry("reasons", "其中联系人姓名、电话属于个人隐私。"),
            Map.entry("part0-matter", "第二页联系人"),
            Map.entry("part0-nature", "个人隐私"),
            Map.entry("part0-reason", "公开会损害其合法权益"),
            Map.entry("part0-article", "《中华人民共和国政府信息公开条例》第十五条"),
            Map.entry("basis", "《中华人民共和国政府信息公开条例》第三十七条"),
            Map.entry("given", "GIVEN"),
            Map.entry("paper-遮盖版", "GIVEN"),
            Map.entry("paper-原件", "paper"));

    @Test
    @DisplayName("审核看到的就是将要签发的答复书：签发后只多文号、日期和全名")
    void whatIsReviewedIsWhatGoesOut() throws IOException {
        var number = request("李大海");
        var given = material(number, "示例项目概况（遮盖版）.txt");
        OFFICE.as("officer")
                .post(
                        answer(number) + "/edit?decision=PARTIAL",
                        PARTIAL_DRAFT.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        field -> field.getValue().replace("GIVEN", given))));
        var draft = OFFICE.as("officer").get(answer(number));
        assertThat(draft.body()).contains("将要签发的文书：政府信息公开申请答复书").doesNotContain("签发后文书不能编号");
        OFFICE.submit(number);
        var round = round(number);
        var before = OFFICE.as("head").get("/office/reviews/" + round.id()).body();
        assertThat(before).contains("/answer/versions/1/letter/pages/1");
        var expected = OFFICE.as("head").bytes(answer(number) + "/versions/1/letter.pdf");
        assertThat(expected.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(OFFICE.as("head")
                        .bytes(answer(number) + "/versions/1/letter/pages/1")
                        .body())
                .startsWith(0x89, 'P', 'N', 'G');
        assertThat(OFFICE.as("head")
                        .get(answer(number) + "/versions/1/letter/pages/99")
                        .statusCode())
                .isEqualTo(404);
        OFFICE.approveAllButTheLast(number);
        OFFICE.approve("leader", number);
        var letters = ReviewOffice.bean(Letters.class);
        var signed = letters.of(stored(number)).stream()
                .filter(letter -> letter.decision() == DecisionType.PARTIAL)
                .findFirst()
                .orElseThrow();
        var said = signed.content().values();
        assertThat(said.get("附件")).isEqualTo("附件：示例项目概况（遮盖版）");
        var text = text(expected.body());
        assertThat(text).contains("李", "（签发时编号）").doesNotContain("李大海");
        for (var field : List.of("认定事实", "依据", "公开部分", "不公开部分及理由", "程序经过", "救济", "附件", "申请内容")) {
            assertThat(text.replaceAll("\\s", ""))
                    .as(field)
                    .contains(said.getOrDefault(field, "").replaceAll("\\s", ""));
        }
    }

    @Test
    @DisplayName("选择处理决定：告知补正的期限已过的写明不能再要求，予以公开的引到项")
    void theChoiceTellsWhatIsBarredAndTheItems() {
        var officer = ReviewOffice.signIn("office@demo-show");
        assertThat(officer.get(answer("demo-show-2026-0001") + "/choice").body())
                .contains("不能要求补正。第三十条：告知补正应在收到申请之日起7个工作日内", "<td>第三十六条第（一）项</td>")
                .doesNotContain("steps/requestCorrection");
        officer.close();
        assertThat(OFFICE.as("officer").get(answer(request("王大海")) + "/choice").body())
                .contains("steps/requestCorrection");
    }

    @Test
    void aLetterNobodyMayAskForIsNotShown() {
        var number = request("李大海");
        OFFICE.draft("officer", number);
        var stranger = ReviewOffice.signIn("head@demo-d08");
        assertThat(stranger.get(answer(number) + "/versions/1/letter.pdf").statusCode())
                .isEqualTo(404);
        stranger.close();
        assertThat(OFFICE.as("officer")
                        .get(answer(number) + "/versions/7/letter.pdf")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("复议、诉讼纠正过的同类答复：拟稿时看到教训，其他类型不显示")
    void lessonsAreToldWhenTheNextSuchAnswerIsDrafted() {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(ReviewOffice.platform(), "office@" + ORGAN));
        var overturned = request("李大海");
        var today = requests().today();
        take(
                overturned,
                new Step.Decide(
                        today,
                        DecisionType.DENIED_PROCESS,
                        null,
                        "属于过程性信息",
                        "经检索为会议纪要",
                        List.of("第十六条第二款"),
                        "王五",
                        "",
                        ""));
        take(overturned, new Step.Dispatch(today, DeliveryMethod.DIRECT, ""));
        take(overturned, new Step.Deliver(today, "李大海"));
        var remedies = ReviewOffice.bean(RemedyFiles.class);
        long id = remedies.enter(new Entered(
                stored(overturned).organ(),
                RemedyKind.RECONSIDERATION,
                overturned,
                "示政复〔2026〕9号",
                today,
                Hearing.ORDINARY,
                "示例市人民政府",
                "",
                "",
                null));
        remedies.close(
                remedies.file(id).orElseThrow(),
                new Ending(RemedyResult.RECON_REVOKED, today, null, "决策已经作出的，不再属于过程性信息"));
        var number = request("李大海");
        assertThat(OFFICE.as("officer")
                        .get(answer(number) + "/edit?decision=DENIED_PROCESS")
                        .body())
                .contains("决策已经作出的，不再属于过程性信息", "示政复〔2026〕9号");
        assertThat(OFFICE.as("officer")
                        .get(answer(number) + "/edit?decision=DENIED_INTERNAL")
                        .body())
                .doesNotContain("示政复〔2026〕9号");
        OFFICE.as("officer")
                .post(
                        answer(number) + "/edit?decision=DENIED_PROCESS",
                        Map.of("seen", "0", "reasons", "属于讨论记录", "fact-which", "讨论记录"));
        assertThat(OFFICE.as("officer").get(answer(number)).body()).contains("决策已经作出的，不再属于过程性信息");
    }

    @Test
    @DisplayName("卷宗含检索记录、审核流转、办理经过和送达凭证，审批表自动填写")
    void theFileOfTheCaseHoldsSearchesReviewAndProofs() throws IOException {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(ReviewOffice.platform(), "office@" + ORGAN));
        var number = request("李大海");
        var today = requests().today();
        ReviewOffice.bean(SearchNotes.class)
                .add(
                        stored(number),
                        new SearchNote(0, today, "综合档案室", "按题名检索", "审批经过", true, "检得卷宗一份", "赵六", "", false),
                        null);
        take(number, new Step.ConsultAgency(today, today, "示例市财政局", "共同制作的审批表"));
        take(number, new Step.AgencyReplied(today, Step.Opinion.AGREE, "没有意见"));
        OFFICE.draft("officer", number);
        OFFICE.submit(number);
        OFFICE.approveAllButTheLast(number);
        OFFICE.approve("leader", number);
        var sent = OFFICE.as("office")
                .upload(
                        "/office/letters/case/" + number + "/delivery",
                        "回证.png",
                        picture(),
                        "proof",
                        Map.of(
                                "expected", String.valueOf(stored(number).steps()),
                                "method", "DIRECT",
                                "sentOn", today.toString(),
                                "deliveredOn", today.toString(),
                                "signer", "李大海"));
        assertThat(sent.statusCode()).as(Officer.said(sent)).isEqualTo(303);
        var file = OFFICE.as("office").postForBytes("/office/letters/case/" + number + "/file", Map.of());
        Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve("卷宗.pdf"), file.body());
        assertThat(text(file.body()).replaceAll("\\s", ""))
                .containsSubsequence(
                        "卷内目录",
                        "保密审查意见",
                        "经审查不涉及国家秘密",
                        "检索记录",
                        "综合档案室",
                        "审核流转记录",
                        "科室审核",
                        "政府信息公开申请答复书",
                        "办理过程",
                        "没有意见")
                .containsSubsequence("审核流转记录", "送达回证（未编号）", "送达凭证", "办理过程和送达情况", "期限台账");
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static String material(String number, String name) {
        OFFICE.as("officer")
                .upload(answer(number) + "/redaction/files", name, "示例项目概况".getBytes(StandardCharsets.UTF_8), Map.of());
        return ReviewOffice.bean(StoredFiles.class)
                .of(gongkai.platform.files.FilePurpose.CASE_MATERIAL, number)
                .getFirst()
                .id()
                .toString();
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String request(String name) {
        return OFFICE.request(name, "示例项目的审批经过");
    }
}
