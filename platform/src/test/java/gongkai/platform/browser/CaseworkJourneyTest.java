package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import gongkai.platform.TimeMachine;
import gongkai.platform.sample.SampleData;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** An officer takes a request at the counter, has it handed on, asks for a correction and gets it, at both widths. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseworkJourneyTest {
    private Served platform;
    private Chromium chromium;

    @BeforeAll
    void start() throws Exception {
        chromium = Chromium.start();
        platform = Served.start();
        ((TimeMachine) platform.bean(Clock.class)).travelTo(LocalDate.of(2026, 3, 2));
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
    void fromTheCounterToTheCorrection() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "office@demo-d03", SampleData.PASSWORD);
            page.navigate(platform.base() + "/office/requests/new");
            look(page, "办件 1 登记");
            page.check("[name=channel][value=IN_PERSON]");
            page.fill("[name=name]", "诸葛旅程");
            page.fill("[name=phone]", "13700000003");
            page.fill("[name=description]", "请求公开有关收费的文件");
            page.click("button.primary");
            assertThat(page.locator("h1")).hasText("核对后登记");
            assertThat(page.locator("main")).containsText("没有身份证明");
            look(page, "办件 2 核对");
            page.click("button.primary");
            assertThat(page.locator(".notice.tone-done")).containsText("查询码");
            assertThat(page.locator("main")).not().containsText("诸葛旅程");
            var address = page.url();
            look(page, "办件 3 案卷");

            page.click("aside a:has-text('分办')");
            page.selectOption("[name=division]", new com.microsoft.playwright.options.SelectOption().setLabel("业务科"));
            page.fill("[name=internalDue]", "2026-03-10");
            look(page, "办件 4 分办");
            page.click("button.primary");
            assertThat(page.locator("main")).containsText("业务科");

            page.click(".next >> text=要求补正");
            page.fill("[name=items]", "请写明文件的名称或者年份");
            page.fill("[name=deadline]", "2026-03-20");
            page.click("h1");
            assertThat(page.locator("#effect")).containsText("3月20日（周五）");
            look(page, "办件 5 要求补正");
            page.click("button.primary");
            assertThat(page.locator("aside")).containsText("待补正");
            assertThat(page.locator("aside")).containsText("停止计算");
            look(page, "办件 6 待补正");

            for (var tab : List.of("search", "ledger", "links")) {
                page.navigate(address + "?tab=" + tab);
                look(page, "办件 7 " + tab);
            }
            page.navigate(address);
            page.click(".next >> text=收到补正");
            page.fill("[name=text]", "2025年停车收费的批准文件");
            page.click("button.primary");
            assertThat(page.locator("aside")).containsText("3月30日（周一）");
            for (var list : List.of("", "/all", "/unopened", "/waiting", "/calendar", "/applicant")) {
                page.navigate(platform.base() + "/office/requests" + list);
                look(page, "办件 8 列表" + list);
            }
        }
    }

    /** Takes a picture at both widths and asks axe at both. */
    private static void look(Page page, String name) {
        var findings = new ArrayList<String>();
        Gallery.take(page, name).forEach(width -> findings.add(name + " is wider than " + width));
        for (int width : new int[] {Chromium.PHONE, Chromium.DESK}) {
            page.setViewportSize(width, 900);
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(violation -> findings.add(name + " at " + width + ": " + violation.getId() + " "
                            + violation.getNodes().getFirst().getHtml()));
        }
        assertThat(findings).isEmpty();
    }
}
