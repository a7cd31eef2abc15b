package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.disclosures.Disclosures;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SampleData;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.security.core.context.SecurityContextHolder;

/** An applicant on a telephone: applies, corrects, is answered, reads the remedies; and one whose browser runs no scripts. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicantJourneyTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private final List<String> findings = new ArrayList<>();
    private Served platform;
    private Chromium chromium;
    private Requests requests;

    @BeforeAll
    void start() throws Exception {
        chromium = Chromium.start();
        platform = Served.start();
        requests = platform.bean(Requests.class);
    }

    @AfterAll
    void stop() {
        if (chromium != null) {
            chromium.close();
        }
        if (platform != null) {
            platform.close();
        }
    }

    @Test
    void appliesCorrectsIsAnsweredAndReadsTheRemedies() {
        publishAnAnswer();
        try (var visitor = chromium.visitor()) {
            var page = telephone(visitor);
            page.navigate(platform.base() + "/");
            look(page, "申请 0 首页");
            page.click("#on-request ~ p >> text=申请公开");
            look(page, "申请 1 找单位");
            page.fill("[name=q]", "示例市司法局");
            page.press("[name=q]", "Enter");
            look(page, "申请 2 找到单位");
            page.click(".choices a:has-text('示例市司法局') >> nth=0");
            look(page, "申请 3 提交以后会怎样");
            page.click("text=开始填写");

            page.click("button.primary");
            assertThat(page.locator(".errors")).containsText("请填写姓名或者单位名称");
            look(page, "申请 4 我是谁 有错");
            page.check("[name=kind][value=NATURAL_PERSON]");
            page.fill("[name=name]", "𠮷田·买买提");
            page.fill("[name=idNumber]", "110101199001011235");
            page.fill("[name=phone]", "0000-12345678");
            page.setInputFiles("[name=files]", new FilePayload("身份证正面.png", "image/png", PNG));
            page.click("button.primary");
            page.waitForURL(address -> address.endsWith("/what"));
            page.fill("[name=description]", "1、2025年示例路房屋征收补偿方案\n2、2024年示例路道路工程决算\n谢谢");
            assertThat(page.locator(".saved-draft")).containsText("草稿已自动保存");
            assertThat(page.locator("#offered")).containsText("示例路房屋征收补偿方案（已公布）");
            look(page, "申请 5 我要什么");
            page.click("button.primary");
            page.waitForURL(address -> address.endsWith("/how"));
            page.check("[name=form][value=DATA]");
            page.check("[name=delivery][value=PLATFORM]");
            look(page, "申请 6 怎样给我");
            page.click("button.primary");
            page.waitForURL(address -> address.endsWith("/check"));
            assertThat(page.locator(".notice")).containsText("校验位不符");
            assertThat(page.locator(".notice")).containsText("一事一申请");
            look(page, "申请 7 核对");
            page.goBack();
            page.navigate(platform.base() + "/apply/demo-d01/who");
            assertThat(page.locator(".handed")).containsText("身份证正面.png");
            look(page, "申请 8 我是谁 填好");
            page.navigate(platform.base() + "/apply/demo-d01");
            look(page, "申请 9 有草稿");
            page.navigate(platform.base() + "/apply/demo-d01/check");
            page.click("text=提交申请");
            page.waitForURL(address -> address.endsWith("/receipt"));
            look(page, "申请 10 回执");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(page, "申请 11 回执 打印");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            var number = page.locator(".code >> nth=0").innerText();
            var code = page.locator(".code >> nth=1").innerText();

            page.navigate(platform.base() + "/applications");
            page.fill("[name=number]", number);
            page.fill("[name=code]", "WRONGCODE2");
            page.click("button.primary");
            assertThat(page.locator(".errors")).containsText("申请编号或者查询码不对");
            look(page, "跟进 1 查询码不对");
            page.fill("[name=code]", code);
            page.click("button.primary");
            assertThat(page.locator("h1")).hasText("等待双方确认");
            look(page, "跟进 2 等待确认");
            page.click("text=确认这份申请是我提交的");
            look(page, "跟进 3 确认");
            page.click("text=确认是我提交的");
            assertThat(page.locator(".notice")).containsText("已告诉单位");

            take(number, new Step.Confirm(requests.today()));
            take(
                    number,
                    new Step.RequestCorrection(
                            requests.today(),
                            List.of("请明确“示例路”是指哪一段", "请在两件事中选择一件，另一件另行申请"),
                            requests.today().plusDays(14)));
            page.navigate(platform.base() + "/applications/case");
            assertThat(page.locator("h1")).hasText("请补正申请");
            look(page, "跟进 4 要补正");
            page.click("#acts ~ ul >> text=补正申请");
            page.fill("[name=text]", "示例路中段；只要补偿方案");
            look(page, "跟进 5 补正");
            page.click("button.primary");
            assertThat(page.locator("h1")).hasText("正在办理");
            look(page, "跟进 6 办理中");
            try (var desk = chromium.visitor()) {
                var officer = desk.newPage();
                Chromium.signIn(officer, platform.base(), "officer@demo-d01", SampleData.PASSWORD);
                look(officer, "来信 1 工作台");
                officer.click("text=申请人来信：补正材料");
                assertThat(officer.locator("main")).containsText("示例路中段；只要补偿方案");
                look(officer, "来信 2 办件");
                officer.click("button:has-text('标为已读') >> nth=0");
                assertThat(officer.locator(".notice[role=status]")).containsText("已标为已读");
            }
            page.click("text=逐日看");
            look(page, "跟进 7 台账");

            page.click("text=撤回申请");
            look(page, "跟进 8 撤回前");
            page.click("text=取消");
            page.click("text=改变电子送达的选择");
            look(page, "跟进 9 电子送达");

            take(
                    number,
                    new Step.Decide(
                            requests.today(),
                            DecisionType.PARTIAL,
                            null,
                            "方案附件涉及个人隐私",
                            "经审查",
                            List.of("《条例》第三十七条", "《条例》第十五条"),
                            "某某",
                            "",
                            ""));
            take(number, new Step.Dispatch(requests.today(), DeliveryMethod.ELECTRONIC, ""));
            page.navigate(platform.base() + "/applications/case");
            look(page, "跟进 10 已发出");
            take(number, new Step.Deliver(requests.today(), ""));
            page.navigate(platform.base() + "/applications/case");
            assertThat(page.locator("#remedies ~ p >> nth=0")).containsText("应当先申请行政复议");
            look(page, "跟进 11 已答复");
            page.click("text=评价这次办理");
            page.check("[name=score][value='5']");
            look(page, "跟进 12 评价");
            page.click("button.primary");
            assertThat(page.locator("main")).containsText("5 分，谢谢");
            page.click("text=退出查询");
            assertThat(page.locator("h1")).hasText("查询办理情况");
            page.navigate(platform.base() + "/applications/case");
            assertThat(page.locator("h1")).hasText("查询办理情况");
        }
        assertThat(findings).isEmpty();
    }

    @Test
    void withoutScriptsAndInLargeTypeAnOrganisationAppliesAndPays() {
        try (var visitor = chromium.visitorWithoutScripts()) {
            var page = telephone(visitor);
            page.navigate(platform.base() + "/display?large=true&to=/apply/guide");
            picture(page, "长辈版 1 权利和收费");
            page.navigate(platform.base() + "/apply/demo-d02/who");
            page.check("[name=kind][value=BUSINESS_ENTERPRISE]");
            page.fill("[name=name]", "示例省示例市某某某某某某某某某某某某某某某某某某某某建设投资发展集团有限公司");
            page.fill("[name=address]", "示例省示例市示例区示例路示例花园1号楼2单元303室（虚构）");
            page.click("text=保存，以后再填");
            picture(page, "长辈版 2 我是谁");
            page.click("button.primary");
            page.fill("[name=description]", "无".repeat(9_700));
            page.click("button.primary");
            assertThat(page.locator(".errors")).containsText("内容描述不能超过 9600 个字，现在有 9700 个字");
            page.fill("[name=description]", "很长的一行".repeat(200));
            page.click("button.primary");
            page.check("[name=form][value=PAPER]");
            page.check("[name=delivery][value=EMAIL]");
            page.click("button.primary");
            assertThat(page.locator(".errors")).containsText("请先在第 1 步");
            picture(page, "长辈版 3 怎样给我 有错");
            page.check("[name=delivery][value=POST]");
            page.click("button.primary");
            picture(page, "长辈版 4 核对");
            page.click("text=提交申请");
            var number = page.locator(".code >> nth=0").innerText();
            picture(page, "长辈版 5 回执");
            take(number, new Step.Confirm(requests.today()));
            take(number, new Step.NoticeFee(requests.today(), FeeBasis.PIECES, 35, requests.today()));
            page.click("text=看办理情况");
            picture(page, "长辈版 6 待缴费");
            page.click("text=看收费明细");
            picture(page, "长辈版 7 缴费");
            page.setInputFiles("[name=files]", new FilePayload("票据.png", "image/png", PNG));
            page.click("text=提交凭证");
            assertThat(page.locator(".notice")).containsText("缴费凭证已送达单位");
        }
        assertThat(findings).isEmpty();
    }

    /** An answer to somebody else's request, published for everyone; in another organ, so that the running numbers here begin at 1. */
    private void publishAnAnswer() {
        var organ = platform.bean(Organs.class).byCode("demo-d03").orElseThrow().id();
        var applicant = new Applicant(ApplicantKind.NATURAL_PERSON, "李四", null, "13900000000", null, null);
        var today = requests.today();
        var request = new NewRequest(organ, Channel.IN_PERSON, today, null, applicant, "示例路房屋征收补偿方案", "", "", false);
        var number =
                ((Requests.Outcome.Taken) requests.receive(request)).request().number();
        take(
                number,
                new Step.Decide(
                        today,
                        DecisionType.GRANTED,
                        Step.Granting.PROVIDED,
                        "可以公开",
                        "经审查",
                        List.of("《条例》第三十六条第（二）项"),
                        "某某",
                        "",
                        ""));
        take(number, new Step.Dispatch(today, DeliveryMethod.POST, "XA1"));
        take(number, new Step.Deliver(today, ""));
        SecurityContextHolder.getContext().setAuthentication(SignedInAs.of(platform.context(), "office@demo-d03"));
        try {
            assertThat(platform.bean(Disclosures.class)
                            .publish(
                                    requests.byNumber(number).orElseThrow(),
                                    new Disclosures.Draft("示例路房屋征收补偿方案（已公布）", "示例路房屋征收补偿方案", "见网站", List.of())))
                    .isInstanceOf(Disclosures.Outcome.Published.class);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static Page telephone(BrowserContext visitor) {
        var page = visitor.newPage();
        page.setViewportSize(Chromium.PHONE, 800);
        return page;
    }

    private void take(String number, Step step) {
        assertThat(requests.take(number, step, false, null)).isInstanceOf(Requests.Outcome.Taken.class);
    }

    /** Takes a picture at both widths, asks axe at the telephone's. */
    private void look(Page page, String name) {
        picture(page, name);
        new AxeBuilder(page)
                .analyze()
                .getViolations()
                .forEach(violation -> findings.add(name + ": " + violation.getId() + " — " + violation.getHelp() + " "
                        + violation.getNodes().stream()
                                .map(node -> String.valueOf(node.getHtml()))
                                .limit(3)
                                .collect(Collectors.joining(" | "))));
    }

    private void picture(Page page, String name) {
        Gallery.take(page, name).forEach(width -> findings.add(name + " is wider than " + width));
        page.setViewportSize(Chromium.PHONE, 800);
    }
}
