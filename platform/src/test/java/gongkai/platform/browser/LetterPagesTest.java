package gongkai.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.context.SecurityContextHolder;

/** Letters in a browser: looked at, written, signed, handed over, filed; templates adapted. */
@ExtendWith(Browsing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterPagesTest {
    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Browsing.platform();

    @BeforeAll
    void start() {
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform.context(), "office@demo-d01"));
    }

    @AfterAll
    void stop() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aNoticeIsCompletedSignedAndHandedOver() {
        var request = received();
        var today = today();
        taken(requests()
                .take(
                        request.number(),
                        new Step.RequestCorrection(today, List.of("写明所需信息的年份", "写明获取信息的方式"), today.plusDays(20)),
                        false,
                        null));
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "office@demo-d01", SampleData.PASSWORD);
            page.navigate(platform.base() + "/office/requests/" + request.number() + "?tab=letters");
            look(page, "文书 本件的文书");
            page.click("#letters >> text=补正告知书");
            look(page, "文书 待补齐");
            assertThat(page.locator("main").innerText()).contains("没有填写“不明确之处”");
            page.click("button.primary:has-text('签发')");
            assertThat(page.locator(".errors").innerText()).contains("不明确之处");
            page.fill("[name=不明确之处]", "没有写明所需信息的年份。");
            page.fill("[name=咨询方式]", "请拨打 0000-00000000 咨询，<b>工作日</b>。");
            page.click("text=保存并预览");
            look(page, "文书 已改动");
            assertThat(page.locator(".changed").allInnerTexts()).hasSize(2);
            assertThat(page.locator(".letter-pages").innerText()).doesNotContain("{{");
            page.click("button.primary:has-text('签发')");
            look(page, "文书 已签发");
            assertThat(page.locator("main").innerText()).contains("示例市司法局公开补〔");
            page.click("text=登记送达");
            page.check("text=邮寄 >> nth=0");
            page.fill("[name=mailNo]", "XA00000001");
            page.click("button.primary");
            assertThat(page.locator(".errors").innerText()).contains("邮政企业");
            assertThat(page.inputValue("[name=mailNo]")).isEqualTo("XA00000001");
            look(page, "文书 送达有误");
            page.check("[name=postal]");
            page.click("button.primary");
            look(page, "文书 已寄出");
            assertThat(page.locator("main").innerText()).contains("邮件号 XA00000001");
        }
    }

    @Test
    void anAnswerGoesOutAndTheFileIsBound() throws IOException {
        var request = received();
        taken(requests()
                .take(
                        request.number(),
                        new Step.Decide(
                                today(),
                                DecisionType.PARTIAL,
                                null,
                                "附件二中受援人的姓名、住址属于个人隐私，公开会对其合法权益造成损害，根据第十五条不予公开。",
                                "经检索，您（单位）申请的支出明细由本机关制作并保存",
                                List.of("第三十七条", "第十五条"),
                                "王五",
                                "",
                                ""),
                        false,
                        null));
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "office@demo-d01", SampleData.PASSWORD);
            page.navigate(platform.base() + "/office/requests/" + request.number());
            page.locator("a[href$='/delivery']").first().click();
            page.check("text=直接送达");
            page.fill("[name=deliveredOn]", today().toString());
            page.fill("[name=signer]", "张三");
            look(page, "文书 登记送达");
            page.click("button.primary");
            assertThat(page.url()).contains("tab=letters");
            assertThat(page.locator("main").innerText()).contains("直接送达");
            look(page, "文书 送达以后");
            page.click("#letters >> text=卷宗");
            look(page, "文书 卷宗");
            page.check("[name=whole]");
            page.click("button.primary");
            assertThat(page.locator(".errors").innerText()).contains("为什么");
            page.uncheck("[name=whole]");
            var download = page.waitForDownload(() -> page.click("button.primary"));
            try (var pdf = Loader.loadPDF(Files.readAllBytes(download.path()))) {
                assertThat(new PDFTextStripper().getText(pdf))
                        .contains("卷内目录", "期限台账")
                        .doesNotContain("990101199001011234");
            }
            page.navigate(platform.base() + "/office/letters");
            look(page, "文书 列表");
            page.navigate(platform.base() + "/office/letters?state=VOID");
            look(page, "文书 列表为空");
        }
    }

    @Test
    void aTemplateIsAdaptedOrRefused() throws IOException {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "office@demo-d02", SampleData.PASSWORD);
            page.navigate(platform.base() + "/office/letters/templates");
            look(page, "文书 模板");
            page.click("text=延期答复告知书");
            look(page, "文书 一个模板");
            var download = page.waitForDownload(() -> page.click("text=下载系统模板"));
            page.setInputFiles("[name=file]", download.path());
            page.click("button.primary");
            assertThat(page.locator("main").innerText()).contains("docx");
            var named = Files.createTempDirectory("template").resolve("延期.docx");
            Files.copy(download.path(), named);
            page.setInputFiles("[name=file]", named);
            page.click("button.primary");
            assertThat(page.locator("main").innerText()).contains("第 1 版", "使用中");
            var text = Files.createTempDirectory("template").resolve("错误.docx");
            Files.writeString(text, "不是文档");
            page.setInputFiles("[name=file]", text);
            page.click("button.primary");
            look(page, "文书 模板有误");
            assertThat(page.locator(".errors").innerText()).contains("不是");
            page.navigate(platform.base() + "/office/letters/settings");
            page.fill("[name=pattern]", "{代字}〔{年}〕{号}号");
            page.click("button.primary");
            assertThat(page.locator(".errors").innerText()).contains("{字}");
            look(page, "文书 设置有误");
            page.navigate(platform.base() + "/office/letters/mail");
            look(page, "文书 邮件");
        }
    }

    private static void look(Page page, String name) {
        assertThat(Look.at(page, name)).isEmpty();
    }

    private DisclosureRequest received() {
        var organ = platform.bean(Organs.class).byCode("demo-d01").orElseThrow().id();
        return taken(requests()
                .receive(new NewRequest(
                        organ,
                        Channel.IN_PERSON,
                        today(),
                        null,
                        new Applicant(
                                ApplicantKind.NATURAL_PERSON,
                                "张三",
                                "990101199001011234",
                                "13800000000",
                                "zhangsan@example.invalid",
                                "示例路9号"),
                        "示例市2025年度法律援助经费的支出明细，以及有关合同的复印件",
                        "纸质",
                        "邮寄",
                        false)));
    }

    private static DisclosureRequest taken(Requests.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Requests.Outcome.Taken.class);
        return ((Requests.Outcome.Taken) outcome).request();
    }

    private Requests requests() {
        return platform.bean(Requests.class);
    }

    private java.time.LocalDate today() {
        return requests().today();
    }
}
