package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import gongkai.platform.sample.SampleData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every step works in a browser that runs no scripts. */
@ExtendWith(Browsing.class)
class WithoutScriptsTest {
    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Browsing.platform();

    @Test
    void listsSortTurnPagesAndFilter() {
        try (var visitor = chromium.visitorWithoutScripts()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + "/dev/patterns");
            page.click("thead >> text=数量");
            assertThat(page.locator("thead th[aria-sort=ascending]")).hasText("数量");
            page.click("text=下一页");
            assertThat(page.locator(".pager")).containsText("第 2 页，共 3 页");
            page.fill(".filters [name=q]", "第 7 个");
            page.click(".filters button >> text=筛选");
            assertThat(page.locator("tbody tr")).hasCount(1);
        }
    }

    @Test
    void formsKeepWhatWasTypedAndSayWhatIsWrong() {
        try (var visitor = chromium.visitorWithoutScripts()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + "/dev/patterns");
            page.fill("form[data-guard] [name=text]", "关于示例市拆迁补偿标准的文件");
            page.click("form[data-guard] button.primary");
            page.click(".errors >> text=请填写名称");
            assertThat(page.locator("[name=name]:not(.filters *)")).hasAttribute("aria-invalid", "true");
            assertThat(page.locator("form[data-guard] [name=text]")).hasValue("关于示例市拆迁补偿标准的文件");
            page.fill("form[data-guard] [name=name]", "示例市司法局");
            page.click("form[data-guard] button.primary");
            assertThat(page.locator("[role=status]")).containsText("已保存“示例市司法局”");
        }
    }

    @Test
    void aDangerousStepAsksFirst() {
        try (var visitor = chromium.visitorWithoutScripts()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + "/dev/patterns");
            assertThat(page.locator("text=确认停用")).isHidden();
            page.click("text=停用账号");
            assertThat(page.locator("text=张三不能再登录")).isVisible();
            assertThat(page.locator("text=确认停用")).isVisible();
        }
    }

    @Test
    void peopleSignInAndFindTheirMenuOnAPhone() {
        try (var visitor = chromium.visitorWithoutScripts()) {
            var page = visitor.newPage();
            page.setViewportSize(Chromium.PHONE, 800);
            Chromium.signIn(page, platform.base(), "sysadmin", SampleData.PASSWORD);
            assertThat(page.locator("h1")).hasText("工作台");
            assertThat(page.locator("nav.duties")).isHidden();
            page.click("text=菜单");
            assertThat(page.locator("nav.duties")).isVisible();
            page.click(".me summary");
            page.click("text=退出登录");
            page.navigate(platform.base() + "/office");
            assertThat(page.locator("[name=password]")).isVisible();
        }
    }
}
