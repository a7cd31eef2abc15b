package gongkai.platform.browser;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What is wrong with a page as it stands. */
final class Look {
    /** What holds need not be told at length. */
    private static final AxeRunOptions VIOLATIONS = new AxeRunOptions();

    static {
        VIOLATIONS.setResultTypes(List.of("violations"));
    }

    private Look() {}

    /** The widths it does not fit, and what axe finds at the one it is used at. A picture is taken where pictures are wanted. */
    static List<String> at(Page page, String name) {
        var findings = new ArrayList<String>();
        int width = page.viewportSize().width;
        Gallery.take(page, name).forEach(wide -> findings.add(name + " is wider than " + wide));
        page.setViewportSize(width, 900);
        // In the page itself: frames of other sites, which it would not see there, we have none.
        new AxeBuilder(page)
                .setLegacyMode(true)
                .options(VIOLATIONS)
                .analyze()
                .getViolations()
                .forEach(violation -> findings.add(name + ": " + violation.getId() + " — " + violation.getHelp() + " "
                        + violation.getNodes().stream()
                                .map(node -> String.valueOf(node.getHtml()))
                                .limit(3)
                                .collect(Collectors.joining(" | "))));
        return findings;
    }
}
