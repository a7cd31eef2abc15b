package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import gongkai.platform.access.SignedInAs;
import gongkai.platform.disclosures.Publishing;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.core.context.SecurityContextHolder;

/** An applicant on a telephone: applies, corrects, is answered, reads the remedies; and one whose browser runs no scripts. */
@ExtendWith(Browsing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApplicantJourneyTest {
    private static final byte[] PNG = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static final byte[] DETAILS = details();

    private final List<String> findings = new ArrayList<>();
    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Served.start();
    private Requests requests;

    @BeforeAll
    void start() {
        requests = platform.bean(Requests.class);
    }

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void appliesCorrectsIsAnsweredInPartAndReadsTheRemedies() throws IOException {
        publishAnAnswer();
        try (var journey = new Journey(platform, chromium)) {
            journey.on(3, 2);
            var settings = journey.at("office@demo-d01", "/office/letters/settings");
            settings.fill("[name=remedyUrl]", "https://fuyi.example/shili");
            settings.click("button.primary");
            var phone = journey.telephone("applicant");
            apply(journey, phone);
            var number = phone.locator(".code >> nth=0").innerText();
            var code = phone.locator(".code >> nth=1").innerText();
            enter(journey, phone, number, code);
            assertThat(phone.locator("h1")).hasText("等待双方确认");
            phone.click("text=确认这份申请是我提交的");
            phone.click("text=确认是我提交的");
            assertThat(phone.locator(".notice")).containsText("已告诉单位");

            var head = journey.first("office@demo-d01");
            head.click("aside a:has-text('分办')");
            head.selectOption("[name=handler]", new SelectOption().setLabel(journey.name("officer@demo-d01")));
            head.click("button.primary");
            var officer = journey.first("officer@demo-d01");
            officer.click(".next >> text=双方确认收到");
            officer.click("button.primary");
            journey.on(3, 4);
            asksForACorrection(journey, number);

            enter(journey, phone, number, code);
            assertThat(phone.locator("h1")).hasText("请补正申请");
            assertThat(journey.saved(phone, "a:has-text('下载 PDF')")).contains("田·买买提：", "请您于2026年3月25日前补正");
            journey.look(phone, "跟进 1 要补正");
            journey.on(3, 10);
            enter(journey, phone, number, code);
            phone.click("#acts ~ ul >> text=补正申请");
            phone.fill("[name=text]", "法律援助经费支出明细表");
            journey.look(phone, "跟进 2 补正");
            phone.click("button.primary");
            assertThat(phone.locator("h1")).hasText("正在办理");
            phone.click("text=逐日看");
            journey.look(phone, "跟进 3 台账");
            phone.click("text=撤回申请");
            journey.look(phone, "跟进 4 撤回前");

            draftsAPartialAnswer(journey, number);
            journey.review("head@demo-d01", "内容准确", "同意");
            journey.review("secrecy@demo-d01", "不涉及国家秘密", "同意");
            journey.review("legal@demo-d01", "请写明第三方是否同意", "退回修改");
            officer = journey.at("officer@demo-d01", "/office/requests/" + number + "/answer/edit");
            assertThat(officer.locator(".notice")).containsText("请写明第三方是否同意");
            officer.fill("[name=part0-reason]", "受援人没有同意，公开会对其合法权益造成损害");
            officer.click("button.primary");
            officer.click("button:has-text('送审')");
            for (var reviewer : List.of("head", "secrecy", "legal")) {
                journey.review(reviewer + "@demo-d01", "不涉及国家秘密", "同意");
            }
            var leader = journey.first("leader@demo-d01");
            assertThat(String.valueOf(leader.locator(".letter-text").textContent())
                            .replaceAll("\\s", ""))
                    .contains("根据《中华人民共和国政府信息公开条例》第三十七条、第十五条，本机关决定对您申请公开的政府信息作区分处理");
            journey.look(leader, "签发 1 领导看稿");
            leader.click("main form button:text-is('签发')");
            journey.on(3, 12);
            enter(journey, phone, number, code);
            assertThat(phone.locator("main")).not().containsText("部分公开");
            officer = journey.at("officer@demo-d01", "/office/requests/" + number);
            officer.click(".next >> text=寄送答复");
            officer.fill("[name=deliveredOn]", "2026-03-12");
            officer.click("button.primary");
            assertThat(officer.locator("aside")).containsText("已送达");
            journey.look(officer, "送达 1 办件页");
            readsTheAnswer(journey, phone, number, code);
            assertThat(journey.findings()).isEmpty();
        }
    }

    private void apply(Journey journey, Page page) {
        page.navigate(platform.base() + "/");
        journey.look(page, "申请 0 首页");
        page.click("#on-request ~ p >> text=申请公开");
        page.fill("[name=q]", "示例市司法局");
        page.press("[name=q]", "Enter");
        page.click(".choices a:has-text('示例市司法局') >> nth=0");
        journey.look(page, "申请 1 提交以后会怎样");
        page.click("text=开始填写");
        page.click("button.primary");
        assertThat(page.locator(".errors")).containsText("请填写姓名或者单位名称");
        journey.look(page, "申请 2 我是谁 有错");
        page.check("[name=kind][value=NATURAL_PERSON]");
        page.fill("[name=name]", "𠮷田·买买提");
        page.fill("[name=idNumber]", "110101199001011235");
        page.fill("[name=phone]", "0000-12345678");
        page.setInputFiles("[name=files]", new FilePayload("身份证正面.png", "image/png", PNG));
        page.click("button.primary");
        page.waitForURL(address -> address.endsWith("/what"));
        page.fill("[name=description]", "2025年示例路房屋征收补偿方案，法律援助的支出情况");
        assertThat(page.locator(".saved-draft")).containsText("草稿已自动保存");
        assertThat(page.locator("#offered")).containsText("示例路房屋征收补偿方案（已公布）");
        journey.look(page, "申请 3 我要什么");
        page.click("button.primary");
        page.waitForURL(address -> address.endsWith("/how"));
        page.check("[name=form][value=DATA]");
        page.check("[name=delivery][value=PLATFORM]");
        journey.look(page, "申请 4 怎样给我");
        page.click("button.primary");
        page.waitForURL(address -> address.endsWith("/check"));
        assertThat(page.locator(".notice")).containsText("校验位不符");
        assertThat(page.locator("main")).containsText("身份证正面.png");
        journey.look(page, "申请 5 核对");
        page.click("text=提交申请");
        page.waitForURL(address -> address.endsWith("/receipt"));
        journey.look(page, "申请 6 回执");
    }

    /** Enters number and code, at the first time with a wrong one before. */
    private void enter(Journey journey, Page page, String number, String code) {
        page.navigate(platform.base() + "/applications");
        if (page.locator("[name=number]").count() == 0) {
            page.navigate(platform.base() + "/applications/case");
            return;
        }
        page.fill("[name=number]", number);
        page.fill("[name=code]", "WRONGCODE2");
        page.click("button.primary");
        assertThat(page.locator(".errors")).containsText("申请编号或者查询码不对");
        page.fill("[name=code]", code);
        page.click("button.primary");
        page.waitForURL(address -> address.endsWith("/applications/case"));
    }

    private static void asksForACorrection(Journey journey, String number) {
        var officer = journey.at("officer@demo-d01", "/office/requests/" + number);
        officer.click(".next >> text=要求补正");
        officer.fill("[name=items]", "请写明是预算、决算还是支出明细\n请只申请一件事");
        journey.look(officer, "补正 1 要求补正");
        officer.click("button.primary");
        assertThat(officer.locator("aside")).containsText("停止计算");
        journey.look(officer, "补正 2 待补正");
        journey.sign(officer, "补正告知书", "不明确之处", "没有写明需要哪些项目。");
        journey.look(officer, "补正 3 已签发");
        officer.click("a:has-text('登记送达')");
        assertThat(officer.locator(".notice")).containsText("可以电子送达");
        officer.fill("[name=deliveredOn]", "2026-03-04");
        journey.look(officer, "补正 4 登记送达");
        officer.click("button.primary");
        assertThat(officer.locator("main")).containsText("送达情况已登记");
    }

    private static void draftsAPartialAnswer(Journey journey, String number) throws IOException {
        var path = "/office/requests/" + number;
        var officer = journey.at("officer@demo-d01", "/office");
        officer.click("text=申请人来信：补正材料");
        assertThat(officer.locator("main")).containsText("法律援助经费支出明细表");
        officer.click("button:has-text('标为已读') >> nth=0");
        officer.navigate(officer.url().replaceFirst("/office.*", path + "?tab=search"));
        officer.click("#tabs summary:has-text('登记检索记录')");
        officer.fill("[name=place]", "综合档案室2025年文书档案");
        officer.fill("[name=method]", "按题名检索");
        officer.fill("[name=words]", "法律援助、经费");
        officer.check("[name=found] >> nth=1");
        officer.fill("[name=outcome]", "找到支出明细表1份，共2页");
        officer.fill("[name=by]", "某某");
        officer.click("#tabs button:has-text('登记检索记录')");
        assertThat(officer.locator("#tabs")).containsText("检索到：找到支出明细表");

        officer.click(".next >> text=拟稿、送审");
        officer.click("text=区分处理：遮盖");
        officer.setInputFiles("[name=file]", new FilePayload("支出明细表.pdf", "application/pdf", DETAILS));
        officer.click("button:text-is('上传')");
        officer.click("main table a:has-text('支出明细表.pdf')");
        var sheet = officer.locator("main svg:has(image)");
        sheet.scrollIntoViewIfNeeded();
        var box = sheet.boundingBox();
        officer.mouse().move(box.x + box.width * 0.05, box.y + box.height * 0.05);
        officer.mouse().down();
        officer.mouse().move(box.x + box.width * 0.3, box.y + box.height * 0.1);
        officer.mouse().up();
        officer.selectOption("[name=ground] >> nth=0", new SelectOption().setLabel("个人隐私（第十五条）"));
        officer.click("button:text-is('标出')");
        assertThat(officer.locator(".notice")).containsText("已标出 1 处");
        journey.look(officer, "遮盖 1 标出");
        officer.click("text=返回文件列表，生成遮盖版");
        officer.check("[name=chosen] >> nth=0");
        officer.fill("[name=words]", "Zhang San");
        officer.check("[name=numbers]");
        officer.click("button:has-text('生成遮盖版')");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            officer.reload();
            return officer.locator("a:has-text('（遮盖版）')").count() == 1;
        });
        assertThat(journey.saved(officer, "a:has-text('（遮盖版）')"))
                .contains("Total7400")
                .doesNotContain("ZhangSan", "990101197001010011");
        journey.look(officer, "遮盖 2 遮盖版");

        officer.navigate(officer.url().replaceFirst("/redaction.*", "/choice"));
        journey.look(officer, "拟稿 1 选择处理决定");
        officer.click("a:text-is('部分公开')");
        officer.fill("[name=fact-open]", "《支出明细表》的金额和合计，以遮盖版（PDF）提供");
        officer.fill("[name=part0-matter]", "受援人姓名、身份证号码");
        officer.fill("[name=part0-nature]", "个人隐私");
        officer.fill("[name=part0-reason]", "公开会对受援人的合法权益造成损害");
        officer.fill("[name=part0-article]", "第十五条");
        officer.selectOption("[name=paper-遮盖版]", new SelectOption().setLabel("支出明细表（遮盖版）.pdf"));
        officer.selectOption("[name=paper-原件]", new SelectOption().setLabel("支出明细表.pdf"));
        // What bears marks is not offered for giving out.
        assertThat(officer.locator("[name=given]")).hasCount(1);
        officer.check("[name=given]");
        officer.click("button.primary");
        journey.look(officer, "拟稿 2 第一稿");
        officer.click("button:has-text('送审')");
        assertThat(officer.locator(".notice")).containsText("科室审核");
    }

    private void readsTheAnswer(Journey journey, Page phone, String number, String code) {
        enter(journey, phone, number, code);
        assertThat(phone.locator("h1")).hasText("已经答复");
        var remedies = phone.locator("#remedies ~ p >> nth=0");
        assertThat(remedies).containsText("应当先申请行政复议");
        assertThat(remedies).containsText("示例市人民政府或者示例省司法厅");
        assertThat(phone.locator("#remedies ~ p a")).hasText("https://fuyi.example/shili");
        assertThat(phone.locator("main")).containsText("2026年5月11日（周一）");
        journey.look(phone, "跟进 5 已答复");
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(() -> {
            phone.reload();
            return phone.locator("li:has-text('答复书') a:has-text('PDF')").count() == 1;
        });
        assertThat(journey.saved(phone, "li:has-text('答复书') a:has-text('PDF')"))
                .contains(
                        "田·买买提：",
                        "收到补正材料，补正后的申请内容为：法律援助经费支出明细表。",
                        "公开的部分：《支出明细表》的金额和合计，以遮盖版（PDF）提供。",
                        "（一）受援人姓名、身份证号码：个人隐私，受援人没有同意，公开会对其合法权益造成损害（第十五条）",
                        "向示例市人民政府或者示例省司法厅申请行政复议",
                        "https://fuyi.example/shili",
                        "附件：支出明细表（遮盖版）",
                        "2026年3月10日")
                .doesNotContain("（单位）", "第十五条、《");
        assertThat(journey.saved(phone, "li:has-text('随答复提供') a:has-text('PDF')"))
                .contains("Total7400")
                .doesNotContain("ZhangSan");
        phone.click("text=评价这次办理");
        phone.check("[name=score][value='5']");
        journey.look(phone, "跟进 6 评价");
        phone.click("button.primary");
        assertThat(phone.locator("main")).containsText("5 分，谢谢");
        phone.click("text=退出查询");
        assertThat(phone.locator("h1")).hasText("查询办理情况");
    }

    /** Two pages about somebody who shall not be known. */
    private static byte[] details() {
        try (var document = new PDDocument()) {
            for (var line : List.of("Zhang San 990101197001010011 2400", "Total 7400, received by Zhang San")) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(line);
                    content.endText();
                }
            }
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            assertThat(platform.bean(Publishing.class)
                            .publish(
                                    requests.byNumber(number).orElseThrow(),
                                    new Publishing.Draft(
                                            "示例路房屋征收补偿方案（已公布）", "示例路房屋征收补偿方案", "见网站", List.of(), Set.of())))
                    .isInstanceOf(Publishing.Outcome.Published.class);
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

    private void picture(Page page, String name) {
        Gallery.take(page, name).forEach(width -> findings.add(name + " is wider than " + width));
        page.setViewportSize(Chromium.PHONE, 800);
    }
}
