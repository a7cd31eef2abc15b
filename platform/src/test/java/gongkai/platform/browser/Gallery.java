package gongkai.platform.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Pictures of pages for people to look at: {@code target/screenshots/index.html}. */
final class Gallery {
    private static final Path PLACE = Path.of("target", "screenshots");
    private static final Map<String, List<String>> TAKEN = new ConcurrentSkipListMap<>();

    private Gallery() {}

    /** Takes the page at both widths. The widths at which it is wider than the window are the answer. */
    static List<Integer> take(Page page, String name) {
        var file = name.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}@.-]+", "_");
        var tooWide = new java.util.ArrayList<Integer>();
        for (int width : new int[] {Chromium.PHONE, Chromium.DESK}) {
            page.setViewportSize(width, 900);
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(PLACE.resolve(file + "-" + width + ".png")));
            if (((Number) page.evaluate("document.documentElement.scrollWidth")).intValue() > width) {
                tooWide.add(width);
            }
        }
        TAKEN.put(name, List.of(file + "-" + Chromium.DESK + ".png", file + "-" + Chromium.PHONE + ".png"));
        write();
        return tooWide;
    }

    private static void write() {
        var page = new StringBuilder("""
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面</title>
                <style>body{font-family:sans-serif}section{display:flex;gap:16px;align-items:flex-start}
                img{border:1px solid #999;max-width:60%}img+img{max-width:25%}</style><h1>页面</h1>
                """);
        new TreeMap<>(TAKEN).forEach((name, files) -> {
            page.append("<h2>").append(name).append("</h2><section>");
            files.forEach(file -> page.append("<img loading=\"lazy\" alt=\"\" src=\"")
                    .append(file)
                    .append("\">"));
            page.append("</section>\n");
        });
        try {
            Files.createDirectories(PLACE);
            Files.writeString(PLACE.resolve("index.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
