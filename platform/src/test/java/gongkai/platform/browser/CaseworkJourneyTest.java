package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A case with everything that can come between: consulted, extended, refused, overturned, answered anew. */
@ExtendWith(Browsing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseworkJourneyTest {
    private static final String OFFICER = "officer@demo-d03";
    private static final String OFFICE = "office@demo-d03";
    private static final String CASE = "/office/requests/";

    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Served.start();
    private final Journey journey = new Journey(platform, chromium);

    @AfterAll
    void stop() {
        journey.close();
        platform.close();
    }

    @Test
    void fromTheCounterThroughReconsiderationToTheNewAnswer() {
        journey.on(3, 16);
        var number = takenAtTheCounter();
        consultsAThirdParty(number);
        consultsAnotherOrganAndExtends(number);
        journey.on(4, 10);
        refuses(number);
        handsOver(number);
        var remedy = goesToReconsideration(number);
        var again = overturned(remedy, number);
        journey.on(6, 1);
        answersAnew(again, number);
        isCounted(number, again);
        assertThat(journey.findings()).isEmpty();
    }

    /** The button is pressed twice, and one case comes of it. */
    private String takenAtTheCounter() {
        var page = journey.at(OFFICER, CASE + "new");
        page.check("[name=channel][value=IN_PERSON]");
        page.selectOption("[name=kind]", "BUSINESS_ENTERPRISE");
        page.fill("[name=name]", "示例建设有限公司");
        page.fill("[name=phone]", "13700000003");
        page.fill("[name=address]", "示例市示例路5号（虚构）");
        page.fill("[name=description]", "示例大道工程的服务采购合同及评审意见");
        journey.look(page, "办件 1 登记");
        page.click("button.primary");
        assertThat(page.locator("main")).containsText("没有身份证明");
        journey.look(page, "办件 2 核对");
        page.evaluate("""
                () => {
                  const form = document.querySelector("button[value=register]").form;
                  const typed = new FormData(form);
                  typed.append("step", "register");
                  return fetch(form.action, {method: "POST", body: typed});
                }""");
        page.click("button.primary");
        page.waitForURL(address -> address.matches(".*" + CASE + "demo-d03-2026-\\d+"));
        assertThat(page.locator("main")).not().containsText("示例建设有限公司");
        var number = page.url().replaceFirst(".*/", "");
        assertThat(journey.at(OFFICE, CASE + "all").locator("main tbody tr")).hasCount(1);
        return number;
    }

    /** Two officers take the same step: one wins, the other is told what changed and keeps what was typed. */
    private void consultsAThirdParty(String number) {
        journey.on(3, 18);
        var late = journey.at(OFFICE, CASE + number + "/steps/consultThirdParty");
        var page = journey.at(OFFICER, CASE + number);
        page.click(".next >> text=征求第三方意见");
        page.fill("[name=thirdParty]", "丁某服务有限公司");
        page.fill("[name=content]", "服务采购合同的报价部分");
        page.fill("[name=interests]", "商业秘密");
        journey.look(page, "办件 3 征求第三方意见");
        page.click("button.primary");
        assertThat(page.locator("aside")).containsText("停止计算");
        late.fill("[name=thirdParty]", "另一个第三方");
        late.fill("[name=content]", "我写的内容");
        late.fill("[name=interests]", "商业秘密");
        late.click("button.primary");
        assertThat(late.locator(".notice.tone-warning")).containsText("别人办理了");
        assertThat(late.locator("[name=content]")).hasValue("我写的内容");
        journey.look(late, "办件 4 别人先办了");

        journey.look(page, "办件 5 征求意见中");
        journey.sign(page, "第三方意见征询书", "涉及权益", "商业秘密（报价）");
        assertThat(page.locator(".letter-text")).containsText("第三方意见回执");
        page.click("a:has-text('登记送达')");
        page.check("text=直接送达");
        page.fill("[name=deliveredOn]", "2026-03-18");
        page.fill("[name=signer]", "丁某");
        page.click("button.primary");
        page = journey.at(OFFICER, CASE + number);
        assertThat(page.locator("aside")).containsText("4月9日（周四）");
        journey.sign(page, "征求意见情况告知书");
        assertThat(text(page)).contains("本机关于2026年3月16日收到贵单位以当面提交方式提出");
    }

    private void consultsAnotherOrganAndExtends(String number) {
        journey.on(3, 25);
        var page = journey.at(OFFICER, CASE + number);
        page.click(".next >> text=第三方答复");
        page.check("[name=opinion][value=DISAGREE]");
        page.fill("[name=reason]", "报价属于商业秘密");
        page.click("button.primary");
        page.click(".next >> text=征求其他机关意见");
        page.fill("[name=agency]", "示例市财政局");
        page.fill("[name=content]", "评审意见是否公开");
        page.fill("[name=receivedOn]", "2026-03-25");
        page.click("button.primary");
        journey.sign(page, "征求其他机关意见函", "共同制作情况", "评审意见由本机关与贵机关共同作出。");
        assertThat(page.locator(".letter-text")).containsText("征求政府信息公开意见回执");
        journey.look(page, "办件 6 征求意见函");
        journey.on(4, 1);
        page = journey.at(OFFICER, CASE + number);
        page.click(".next >> text=其他机关答复");
        page.check("[name=opinion][value=AGREE]");
        page.click("button.primary");
        assertThat(page.locator("aside")).containsText("4月28日（周二）");
        page = journey.at(OFFICE, CASE + number);
        page.click(".next >> text=延长答复期限");
        page.fill("[name=workingDays]", "10");
        page.fill("[name=reason]", "需要核实商业秘密的范围");
        page.click("h1");
        assertThat(page.locator("#effect")).containsText("5月14日（周四）");
        page.click("button.primary");
        journey.sign(page, "延期答复告知书");
        assertThat(text(page)).contains("原于2026年4月28日届满", "延长10个工作日，本机关将于2026年5月14日前作出答复");
        page.navigate(page.url().replaceFirst("/office.*", CASE + number + "?tab=ledger"));
        journey.look(page, "办件 7 台账");
    }

    private void refuses(String number) {
        var page = journey.at(OFFICER, CASE + number + "/answer/choice");
        page.click("text=不予公开：保护第三方合法权益");
        page.fill("[name=fact-asked]", "本机关于2026年3月18日书面征求意见");
        page.fill("[name=fact-opinion]", "不同意公开");
        page.fill("[name=fact-judgement]", "报价未为公众所知悉，公开会损害其竞争地位");
        page.fill("[name=reasons]", "合同报价涉及商业秘密，第三方不同意公开且理由合理。");
        page.selectOption("[name='paper-第三方意见征询书及回复']", "paper");
        page.click("button.primary");
        page.click("button:has-text('送审')");
        assertThat(page.locator(".notice >> nth=0")).containsText("科室审核");
        assertThat(signed())
                .contains(
                        "本机关于2026年3月25日收到第三方的意见：不同意公开。本机关于2026年3月25日征求示例市财政局的意见。",
                        "答复期限延长10个工作日",
                        "贵单位申请公开的政府信息涉及商业秘密",
                        "根据《中华人民共和国政府信息公开条例》第十五条，本机关决定不予公开。",
                        "应当先申请行政复议：可以自收到本答复书之日起60日内向示例市人民政府申请行政复议");
    }

    /** All stages agree; what the letter said before it was signed is the answer. */
    private String signed() {
        for (var reviewer : List.of("head", "secrecy", "legal")) {
            journey.review(reviewer + "@demo-d03", "不涉及国家秘密", "同意");
        }
        var leader = journey.first("leader@demo-d03");
        var letter = text(leader);
        leader.click("main form button:text-is('签发')");
        leader.waitForURL(address -> address.endsWith("/office/reviews"));
        return letter;
    }

    private void handsOver(String number) {
        journey.on(4, 13);
        var page = journey.at(OFFICER, CASE + number);
        page.click(".next >> text=寄送答复");
        page.check("text=邮寄 >> nth=0");
        page.fill("[name=mailNo]", "XA00000001");
        page.check("[name=postal]");
        page.click("button.primary");
        journey.on(4, 16);
        page = journey.at(OFFICER, CASE + number);
        page.click(".next a:text-is('送达')");
        page.fill("[name=signer]", "李某");
        journey.look(page, "办件 8 送达");
        page.click("button.primary");
        assertThat(page.locator("aside")).containsText("按期答复");
    }

    private String goesToReconsideration(String number) {
        journey.on(5, 6);
        var page = journey.at(OFFICE, CASE + number + "?tab=remedies");
        page.click("text=登记案件");
        page.check("[name=kind][value=RECONSIDERATION]");
        page.fill("[name=caseNo]", "示政复〔2026〕18号");
        page.fill("[name=acceptedOn]", "2026-04-29");
        page.check("[name=hearing][value=SUMMARY]");
        page.fill("[name=decider]", "示例市人民政府");
        page.fill("[name=copyOn]", "2026-05-06");
        journey.look(page, "复议 1 登记");
        page.click("button.primary");
        assertThat(page.locator("main")).containsText("5月12日（周二）");
        journey.look(page, "复议 2 案件");
        var remedy = page.url().replaceFirst(".*(/office/)", "$1");
        journey.on(5, 11);
        page = journey.at(OFFICE, remedy);
        page.click("text=生成卷宗");
        page.check("[name=whole]");
        page.fill("[name=reason]", "提交行政复议机关");
        assertThat(journey.saved(page, "button.primary"))
                .contains("卷内目录", "期限台账", "示例建设有限公司", "第三方意见征询书", "送达回证", "XA00000001");
        page.navigate(page.url().replaceFirst("/office.*", remedy));
        page.selectOption("[name=type]", new SelectOption().setLabel("提出答复、答辩和证据"));
        page.fill("[name=on]", "2026-05-11");
        page.click("button:text-is('登记')");
        assertThat(page.locator("main")).containsText("在期限内");
        return remedy;
    }

    private String overturned(String remedy, String number) {
        journey.on(5, 27);
        var page = journey.at(OFFICE, remedy);
        page.selectOption("[name=result]", "RECON_REVOKED");
        page.fill("[name=closedOn]", "2026-05-27");
        page.fill("[name=redoUntil]", "2026-06-16");
        page.fill("[name=lesson]", "能够区分处理的应当部分公开");
        page.click("button:text-is('登记结果')");
        assertThat(page.locator(".notice")).containsText("计入表四“结果纠正”");
        journey.look(page, "复议 3 结果");
        page.click("main a:has-text('demo-d03-2026-') >> nth=-1");
        var again = page.url().replaceFirst(".*/", "");
        assertThat(again).isNotEqualTo(number);
        assertThat(page.locator("aside")).containsText("6月16日（周二）");
        assertThat(page.locator("aside")).containsText("不再计入表三");
        assertThat(page.locator("#tabs")).containsText("原申请");
        journey.look(page, "复议 4 重新答复的案件");
        return again;
    }

    private void answersAnew(String again, String number) {
        var page = journey.at(OFFICER, CASE + again + "/answer/choice");
        page.click("a:text-is('提供该政府信息')");
        page.fill("[name=fact-list]", "《服务采购合同》1份、《评审意见》1份，纸质复制件");
        page.fill("[name=fact-how]", "持身份证明到本机关办公室领取");
        page.selectOption("select[name^='paper-']", "paper");
        page.click("button.primary");
        page.click("button:has-text('送审')");
        assertThat(page.locator(".notice >> nth=0")).containsText("科室审核");
        assertThat(signed())
                .contains(
                        "本机关于2026年3月16日收到贵单位以当面提交方式提出",
                        "该申请原编号为" + number + "，本机关于2026年4月10日作出答复（",
                        "经行政复议或者行政诉讼（示政复〔2026〕18号），本机关被责令重新答复，现重新答复如下。",
                        "本机关决定予以公开。",
                        "也可以自收到本答复书之日起6个月内向");
        page = journey.at(OFFICER, CASE + again);
        page.click(".next >> text=寄送答复");
        page.check("text=直接送达");
        page.fill("[name=deliveredOn]", "2026-06-01");
        page.fill("[name=signer]", "李某");
        page.click("button.primary");
        assertThat(page.locator("aside")).containsText("按期答复");
        page.navigate(page.url().replaceFirst("/office.*", CASE + number + "?tab=links"));
        assertThat(page.locator("#tabs")).containsText("责令重新答复：" + again);
        journey.look(page, "复议 5 关联");
    }

    /** The first answer stands in table 3, the new one does not; table 4 has the correction. */
    private void isCounted(String number, String again) {
        var page = journey.at(OFFICE, "/office/statistics");
        journey.look(page, "统计 表三表四");
        assertThat(page.locator("tr:has-text('保护第三方合法权益') a >> nth=-1")).hasText("1");
        assertThat(page.locator("tr:has-text('本年新收') a >> nth=-1")).hasText("1");
        assertThat(page.locator("tr:has-text('予以公开') >> nth=0").locator("a")).hasCount(0);
        page.click("tr:has-text('保护第三方合法权益') a >> nth=-1");
        assertThat(page.locator("main")).containsText(number);
        assertThat(page.locator("main")).not().containsText(again);
        page = journey.at(OFFICE, "/office/statistics");
        page.click("table >> nth=1 >> a >> nth=0");
        assertThat(page.locator("main")).containsText("示政复〔2026〕18号");
    }

    private static String text(Page page) {
        return String.valueOf(page.locator(".letter-text").textContent()).replaceAll("\\s", "");
    }
}
