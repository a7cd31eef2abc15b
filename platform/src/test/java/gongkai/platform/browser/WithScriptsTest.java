package gongkai.platform.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import gongkai.platform.sample.SampleData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What scripts add: parts instead of whole pages, a warning before leaving, one submission for two presses, the way of an upload. */
@ExtendWith(Browsing.class)
class WithScriptsTest {
    private static final String PATTERNS = "/dev/patterns";

    private final Chromium chromium = Browsing.chromium();
    private final Served platform = Browsing.platform();

    @Test
    void aListSortsInPlaceAndKeepsTheFocus() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + PATTERNS);
            page.evaluate("window.untouched = true");
            page.click("#sort-count");
            assertThat(page.locator("thead th[aria-sort=ascending]")).containsText("数量");
            assertThat((Boolean) page.evaluate("window.untouched === true"))
                    .as("only the list was exchanged")
                    .isTrue();
            assertThat(page.url()).endsWith(PATTERNS + "?sort=count&direction=asc");
            assertThat(page.locator("#sort-count")).isFocused();
            page.click("text=下一页");
            assertThat(page.locator(".pager")).containsText("第 2 页");
            assertThat((Boolean) page.evaluate("window.untouched === true")).isTrue();
            page.goBack();
            assertThat(page.locator(".pager")).containsText("第 1 页");
        }
    }

    @Test
    void leavingWithSomethingUnsentAsks() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            var asked = new ArrayList<String>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.accept();
            });
            page.navigate(platform.base() + PATTERNS);
            page.navigate(platform.base() + "/");
            assertThat(asked).as("nothing was typed").isEmpty();
            page.navigate(platform.base() + PATTERNS);
            page.locator("form[data-guard] [name=name]").pressSequentially("甲");
            page.navigate(platform.base() + "/");
            assertThat(asked).containsExactly("beforeunload");
        }
    }

    @Test
    void sendingDoesNotAsk() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            var asked = new ArrayList<String>();
            page.onDialog(dialog -> {
                asked.add(dialog.type());
                dialog.accept();
            });
            page.navigate(platform.base() + PATTERNS);
            page.locator("form[data-guard] [name=name]").pressSequentially("甲");
            page.dblclick("form[data-guard] button.primary");
            assertThat(page.locator("[role=status]")).containsText("已保存“甲”");
            assertThat(asked).isEmpty();
        }
    }

    @Test
    void aLongFormKeepsItself() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "sysadmin", SampleData.PASSWORD);
            page.navigate(platform.base() + "/office/organs/new");
            page.locator("[name=name]").pressSequentially("示例市数据局");
            assertThat(page.locator(".saved-draft")).containsText("草稿已自动保存");
            page.navigate(platform.base() + "/office");
            page.navigate(platform.base() + "/office/organs/new");
            assertThat(page.locator("[name=name]")).hasValue("示例市数据局");
            page.click("text=丢弃草稿");
            assertThat(page.locator("[name=name]")).hasValue("");
        }
    }

    @Test
    void errorsAreReadFirst() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + PATTERNS);
            page.click("form[data-guard] button.primary");
            assertThat(page.locator(".errors")).isFocused();
            assertThat(page).hasTitle(Pattern.compile("^有误："));
        }
    }

    @Test
    void anUploadShowsHowFarItIs() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + PATTERNS);
            page.setInputFiles(
                    "[name=file]", new FilePayload("材料.txt", "text/plain", "公开".getBytes(StandardCharsets.UTF_8)));
            page.click("form[data-upload] button");
            assertThat(page.locator(".notice[role=status]")).containsText("已收到 6 字节");
        }
    }

    @Test
    void aFileThatIsTooLargeDoesNotTravel(@TempDir Path folder) throws IOException {
        var large = folder.resolve("大.bin");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(21 * 1024 * 1024);
        }
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            page.navigate(platform.base() + PATTERNS);
            page.setInputFiles("[name=file]", large);
            assertThat((String) page.evaluate("document.querySelector('[name=file]').validationMessage"))
                    .contains("“大.bin”超过 20 MB");
        }
    }

    @Test
    void aLostSessionLeadsToTheSignInPageAndBack() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "sysadmin", SampleData.PASSWORD);
            page.navigate(platform.base() + "/office/organs");
            visitor.clearCookies();
            page.click("#sort-name");
            assertThat(page.locator("[name=password]")).isVisible();
            page.fill("[name=username]", "sysadmin");
            page.fill("[name=password]", SampleData.PASSWORD);
            page.press("[name=password]", "Enter");
            assertThat(page.locator("h1")).hasText("机构");
        }
    }
}
