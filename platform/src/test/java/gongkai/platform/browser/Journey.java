package gongkai.platform.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import gongkai.platform.TimeMachine;
import gongkai.platform.access.People;
import gongkai.platform.sample.SampleData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Several people at browsers of their own, on days that pass; what does not look right is gathered. */
final class Journey implements AutoCloseable {
    private final Served platform;
    private final Chromium chromium;
    private final Map<String, BrowserContext> visitors = new LinkedHashMap<>();
    private final Map<String, Page> pages = new LinkedHashMap<>();
    private final List<String> findings = new ArrayList<>();

    Journey(Served platform, Chromium chromium) {
        this.platform = platform;
        this.chromium = chromium;
    }

    /** Makes today that day. Whoever was signed in has been away for too long. */
    LocalDate on(int month, int day) {
        var today = LocalDate.of(2026, month, day);
        ((TimeMachine) platform.bean(Clock.class)).travelTo(today);
        return today;
    }

    String name(String login) {
        return platform.bean(People.class).actor(login).orElseThrow().name();
    }

    /** The telephone of somebody of the public. */
    Page telephone(String who) {
        var page = page(who);
        page.setViewportSize(Chromium.PHONE, 800);
        return page;
    }

    /** The page at that address, before somebody who works there; they sign in where they have to. */
    Page at(String login, String path) {
        var page = page(login);
        page.navigate(platform.base() + path);
        if (page.url().contains("/login")) {
            page.fill("[name=username]", login);
            page.fill("[name=password]", SampleData.PASSWORD);
            page.press("[name=password]", "Enter");
            page.waitForURL(address -> !address.contains("/login"));
            page.navigate(platform.base() + path);
        }
        return page;
    }

    /** What lies first on their workbench. */
    Page first(String login) {
        var page = at(login, "/office");
        page.click("main table a >> nth=0");
        return page;
    }

    private Page page(String who) {
        return pages.computeIfAbsent(who, name -> {
            var visitor = chromium.visitor();
            visitors.put(name, visitor);
            return visitor.newPage();
        });
    }

    /** Completes the letter whose signing the page of the case proposes, and signs it. */
    void sign(Page page, String letter, String... fields) {
        page.click(".next >> text=签发" + letter);
        for (int i = 0; i < fields.length; i += 2) {
            page.fill("[name=" + fields[i] + "]", fields[i + 1]);
        }
        if (fields.length > 0) {
            page.click("text=保存并预览");
        }
        page.click("button.primary:has-text('签发')");
        page.waitForSelector(".notice:has-text('已签发')");
    }

    /** Whoever it waits for agrees with the draft that lies first on their workbench, or gives it back. */
    void review(String login, String remark, String button) {
        var page = first(login);
        page.fill("[name=remark]", remark);
        page.click("main form button:text-is('" + button + "')");
        page.waitForURL(address -> address.endsWith("/office/reviews"));
    }

    /** The text of the PDF that is saved by pressing that. */
    String saved(Page page, String what) {
        var download = page.waitForDownload(() -> page.click(what));
        try (var pdf = Loader.loadPDF(Files.readAllBytes(download.path()))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Looks at the page at both widths, and with axe at the one it is used at. */
    void look(Page page, String name) {
        findings.addAll(Look.at(page, name));
    }

    /** What did not look right. */
    List<String> findings() {
        return findings;
    }

    @Override
    public void close() {
        visitors.values().forEach(BrowserContext::close);
    }
}
