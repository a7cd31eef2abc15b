package gongkai.platform.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import gongkai.platform.sample.SampleData;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goes through every page that can be reached by links, as each sample role: it must answer, be no wider than the window, break no rule of the content
 * policy, and give axe nothing to find. Each kind of page is looked at once; with {@code -Dgongkai.pictures=all} once for each role, and with pictures of all of them.
 */
@ExtendWith(Browsing.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageTest {
    private static final boolean ALL = "all".equals(System.getProperty("gongkai.pictures"));
    private static final int MOST_ALIKE = 2;

    private final Set<String> seen = new HashSet<>();
    private final Chromium chromium = Browsing.chromium();
    /** Its own, for what other tests leave behind would make another walk of it. */
    private final Served platform = Served.start();

    @AfterAll
    void stop() {
        platform.close();
    }

    @Test
    void whatThePublicSees() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            assertThat(walk(
                            page,
                            "公众",
                            List.of(
                                    "/",
                                    "/?q=%E5%8F%B8%E6%B3%95",
                                    "/?q=%E6%97%A0",
                                    "/organs/demo-d01",
                                    "/login",
                                    "/no/such/page")))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sysadmin",
                "secadmin",
                "auditor",
                "office@demo-d01",
                "officer@demo-d01",
                "head@demo-d01",
                "leader@demo-d01",
                "secrecy@demo-d01",
                "legal@demo-d01",
                "office@demo-gov",
                "office@demo-show",
                "officer@demo-show"
            })
    void whatEachRoleSees(String login) {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), login, SampleData.PASSWORD);
            assertThat(URI.create(page.url()).getPath()).isEqualTo("/office");
            assertThat(walk(page, login, List.of("/office"))).isEmpty();
        }
    }

    @Test
    void everyPartAPageIsMadeOf() {
        try (var visitor = chromium.visitor()) {
            var page = visitor.newPage();
            Chromium.signIn(page, platform.base(), "sysadmin", SampleData.PASSWORD);
            var findings = new ArrayList<>(
                    walk(page, "样式", List.of("/dev/patterns", "/dev/patterns/failure", "/dev/patterns?q=none")));
            page.navigate(platform.base() + "/dev/patterns");
            page.click("text=停用账号");
            findings.addAll(Look.at(page, "样式 确认一步"));
            page.click("main form[data-guard] button.primary");
            page.waitForLoadState();
            assertThat(page.locator(".errors").innerText()).contains("请填写名称");
            findings.addAll(Look.at(page, "样式 填写有误"));
            page.navigate(platform.base() + "/display?large=true&to=/dev/patterns");
            findings.addAll(Look.at(page, "样式 长辈版"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
            Gallery.take(page, "样式 打印");
            assertThat(page.locator("nav, .filters, .buttons").all())
                    .allSatisfy(part -> assertThat(part.isVisible()).isFalse());
            assertThat(findings).isEmpty();
        }
    }

    /** Goes from these pages to every page they lead to, and tells what is wrong with them. */
    private List<String> walk(Page page, String who, List<String> from) {
        var console = new ArrayList<String>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("Refused to")) {
                console.add(message.text());
            }
        });
        page.onPageError(console::add);
        var findings = new ArrayList<String>();
        var waiting = new ArrayDeque<>(from);
        var queued = new HashSet<>(from);
        var kinds = new java.util.HashMap<String, Integer>();
        var own = new HashSet<String>();
        while (!waiting.isEmpty()) {
            var path = waiting.poll();
            console.clear();
            var answer = page.navigate(platform.base() + path);
            int status = answer == null ? 0 : answer.status();
            boolean meantToFail = path.contains("/failure") || path.contains("/no/such");
            if (status >= 400 && !meantToFail) {
                findings.add(who + " " + path + " answers " + status);
                continue;
            }
            console.forEach(text -> findings.add(who + " " + path + ": " + text));
            var kind = kind(path);
            boolean first = seen.add(kind) | path.equals("/office");
            if (first || (ALL && own.add(kind))) {
                findings.addAll(Look.at(page, who + " " + path));
            }
            for (var link : links(page)) {
                int most = seen.contains(kind(link)) ? 1 : MOST_ALIKE;
                if (queued.add(link) && kinds.merge(kind(link), 1, Integer::sum) <= most) {
                    waiting.add(link);
                }
            }
        }
        return findings;
    }

    /** The pages of ours that this one leads to, files and ways out apart. */
    private List<String> links(Page page) {
        @SuppressWarnings("unchecked")
        var all = (List<String>) page.evaluate("[...document.querySelectorAll('a[href]')].map(a => a.href)");
        return all.stream()
                .filter(link -> link.startsWith(platform.base() + "/"))
                .map(link -> link.substring(platform.base().length()).replaceFirst("#.*", ""))
                .filter(
                        link -> !link.matches(
                                "/(assets|display|api|logout|dev|actuator|files)\\b.*|.*[?&]export=.*|.*\\.(csv|xlsx|json|pdf)|.*/docx(\\?.*)?"))
                .distinct()
                .toList();
    }

    /** Pages that differ only in what they show are of one kind. */
    private static String kind(String path) {
        var steps = path.replaceFirst("\\?.*", "").split("/");
        for (int i = 3; i < steps.length; i++) {
            boolean whose = i == 3 && steps[i].matches(".*-.*|[a-z]{2,20}") && !steps[i].matches("new|import|tree|.*s");
            if (whose || steps[i].matches(".*[0-9@.].*") || steps[i - 1].equals("parts")) {
                steps[i] = "*";
            }
        }
        if (path.startsWith("/apply/") && !path.startsWith("/apply/guide")) {
            return "/apply/*" + (steps.length > 3 ? "/" + steps[3] : "");
        }
        if (path.startsWith("/organs/")) {
            return "/organs/*";
        }
        return String.join("/", steps) + (path.contains("?") ? "?" : "");
    }
}
