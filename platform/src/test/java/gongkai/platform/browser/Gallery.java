package gongkai.platform.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Pictures of pages for people to look at: {@code target/screenshots/index.html}. */
final class Gallery {
    /** Whether pictures are wanted: {@code -Dgongkai.pictures}. */
    private static final boolean WANTED = System.getProperty("gongkai.pictures") != null;

    private static final Path PLACE = Path.of("target", "screenshots");

    private Gallery() {}

    /** The widths at which the page is wider than the window. Takes it at both where pictures are wanted. */
    static List<Integer> take(Page page, String name) {
        if (!WANTED) {
            return tooWide(page, width -> {});
        }
        var file = name.replaceAll("[^\\p{IsAlphabetic}\\p{IsDigit}@.-]+", "_");
        var tooWide = tooWide(
                page,
                width -> page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PLACE.resolve(file + "-" + width + ".png"))));
        write();
        return tooWide;
    }

    private static List<Integer> tooWide(Page page, IntConsumer atEach) {
        var tooWide = new ArrayList<Integer>();
        for (int width : new int[] {Chromium.PHONE, Chromium.DESK}) {
            page.setViewportSize(width, 900);
            atEach.accept(width);
            if (((Number) page.evaluate("document.documentElement.scrollWidth")).intValue() > width) {
                tooWide.add(width);
            }
        }
        return tooWide;
    }

    /** Several test programs take pictures at once: the page shows whatever there is. */
    private static void write() {
        var page = new StringBuilder("""
                <!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>页面</title>
                <style>body{font-family:sans-serif}section{display:flex;gap:16px;align-items:flex-start}
                img{border:1px solid #999;max-width:60%}img+img{max-width:25%}</style><h1>页面</h1>
                """);
        var end = "-" + Chromium.DESK + ".png";
        try (var files = Files.list(PLACE)) {
            files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(end))
                    .sorted()
                    .map(file -> file.substring(0, file.length() - end.length()))
                    .forEach(name -> page.append("<h2>%s</h2><section>".formatted(name))
                            .append(picture(name, Chromium.DESK))
                            .append(picture(name, Chromium.PHONE))
                            .append("</section>\n"));
            Files.writeString(PLACE.resolve("index.html"), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String picture(String name, int width) {
        return "<img loading=\"lazy\" alt=\"\" src=\"%s-%d.png\">".formatted(name, width);
    }
}
