package gongkai.platform.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.access.NotAllowedException;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Step;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseFileTest {
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
    void thePapersStandInTheirOrderAndTheIndexTellsTheirPages() throws IOException {
        var request = answered();
        try (var pdf = Loader.loadPDF(files().masked(request))) {
            var words = new PDFTextStripper();
            var whole = words.getText(pdf).replaceAll("\\s", "");
            assertThat(whole)
                    .containsSubsequence("卷内目录", "政府信息公开申请登记表", "政府信息公开申请说明理由通知书", "政府信息公开申请答复书", "办理过程", "期限台账")
                    .contains("另附")
                    .containsSubsequence("办理过程", "收到申请材料", "送达情况", "答复邮寄")
                    .doesNotContain("990101199001011234", "13800000000", "zhangsan@example.invalid");
            words.setEndPage(1);
            var index = words.getText(pdf).replaceAll("\\s", "");
            int last = pdf.getNumberOfPages();
            assertThat(index).contains("政府信息公开申请答复书（部分公开）", "期限台账").contains(String.valueOf(last));
            words.setStartPage(last);
            words.setEndPage(last);
            assertThat(words.getText(pdf)).contains("卷内第 " + last + " 页").contains("第三十一条");
        }
    }

    @Test
    void anIndexMadeByHandListsThePapers() throws IOException {
        assertThat(files().contents(answered()))
                .extracting(line -> line.get("题名"))
                .contains("申请登记表", "政府信息公开申请答复书（部分公开）", "期限台账");
    }

    @Test
    void withIdentityPapersOnlyForAReasonAndWithTheRight() throws IOException {
        var request = answered();
        try (var pdf = Loader.loadPDF(files().whole(request, "提交行政复议机关"))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("990101199001011234", "身份证明");
        }
        platform.as("legal@demo-d01");
        assertThatThrownBy(() -> files().whole(request, "提交行政复议机关")).isInstanceOf(NotAllowedException.class);
    }

    private DisclosureRequest answered() throws IOException {
        var today = platform.requests.today();
        var request = platform.received("demo-d01");
        keep(request, FilePurpose.IDENTITY_PAPER, "身份证.png", picture());
        keep(request, FilePurpose.CASE_MATERIAL, "检索截图.png", picture());
        keep(request, FilePurpose.CASE_MATERIAL, "说明.txt", "检索说明".getBytes(StandardCharsets.UTF_8));
        platform.take(request, new Step.RequestExplanation(today, "一个月内申请五十件", today));
        var notice = platform.letter(request, LetterKind.EXPLAIN_REASON_NOTICE);
        assertThat(platform.letters.sign(notice.id(), null)).isInstanceOf(Letters.Outcome.Done.class);
        platform.take(request, new Step.GrantReasonableDelay(today, today.plusDays(20), "理由合理"));
        platform.take(
                request,
                new Step.Decide(
                        today,
                        DecisionType.PARTIAL,
                        null,
                        "附件二涉及个人隐私，根据第十五条不予公开。",
                        "经检索，该信息由本机关制作",
                        List.of("第三十七条", "第十五条"),
                        "王五",
                        "",
                        ""));
        return platform.take(request, new Step.Dispatch(today, DeliveryMethod.POST, "XA00000001"));
    }

    private void keep(DisclosureRequest request, FilePurpose purpose, String name, byte[] content) {
        var kept = platform.bean(StoredFiles.class)
                .keep(new Upload(
                        name,
                        new ByteArrayInputStream(content),
                        purpose,
                        request.organ().value(),
                        request.number()));
        assertThat(kept).isInstanceOf(gongkai.platform.files.Keeping.Kept.class);
    }

    private static byte[] picture() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private CaseFiles files() {
        return platform.bean(CaseFiles.class);
    }
}
