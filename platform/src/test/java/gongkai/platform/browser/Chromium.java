package gongkai.platform.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** The browser of the tests: Debian's Chromium, without a picture of its own on the network. */
final class Chromium implements AutoCloseable {
    static final int DESK = 1280;
    static final int PHONE = 390;

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final List<String> WORDS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--lang=zh-CN");

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; the test is skipped, and says why, on a machine without it. */
    static Chromium start() {
        Assumptions.assumeTrue(
                Files.isExecutable(PROGRAM),
                "no " + PROGRAM + " on this machine: the pages are not looked at in a browser");
        var environment = new HashMap<>(System.getenv());
        environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(environment));
        var browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(WORDS));
        return new Chromium(playwright, browser);
    }

    /** A visitor with an empty jar of cookies. */
    BrowserContext visitor() {
        return patient(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(DESK, 900)
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")));
    }

    /** A visitor whose browser runs no scripts. */
    BrowserContext visitorWithoutScripts() {
        return patient(browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(DESK, 900)
                .setLocale("zh-CN")
                .setJavaScriptEnabled(false)));
    }

    /** A machine that builds is slow. */
    private static BrowserContext patient(BrowserContext visitor) {
        visitor.setDefaultTimeout(60_000);
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        return visitor;
    }

    /** Signs in on the sign-in page and waits for the page behind it. */
    static void signIn(Page page, String base, String login, String password) {
        page.navigate(base + "/login");
        page.fill("[name=username]", login);
        page.fill("[name=password]", password);
        page.press("[name=password]", "Enter");
        page.waitForURL(address -> !address.endsWith("/login"));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
