package gongkai.annualreport.opening;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says of itself beside its text: its title, and the day it was published. The first statement counts. */
final class HtmlHead {
    private static final Set<String> PUBLISHED = Set.of(
            "pubdate",
            "publishdate",
            "publish_date",
            "publishtime",
            "publicationdate",
            "article:published_time",
            "releasedate");

    private static final Pattern SPACE = Pattern.compile("[\\s\\u00A0]+");

    private @Nullable String pageTitle;
    private @Nullable String articleTitle;
    private @Nullable String published;
    private @Nullable String time;

    /** The article's own title where the page states it, else the title of the page, which often names the site too. */
    @Nullable
    String title() {
        return articleTitle != null ? articleTitle : pageTitle;
    }

    @Nullable
    String published() {
        return published != null ? published : time;
    }

    void unseen(Element element) {
        if (pageTitle == null && element.normalName().equals("title") && !isInside(element, "svg")) {
            pageTitle = strip(element.wholeText());
        }
    }

    void meta(Element meta) {
        var name = (meta.hasAttr("name") ? meta.attr("name") : meta.attr("property")).toLowerCase(Locale.ROOT);
        if (PUBLISHED.contains(name) && published == null) {
            published = strip(meta.attr("content"));
        } else if (name.equals("articletitle") && articleTitle == null) {
            articleTitle = strip(meta.attr("content"));
        }
    }

    void time(Element element) {
        if (time == null) {
            time = strip(element.hasAttr("datetime") ? element.attr("datetime") : element.text());
        }
    }

    private static boolean isInside(Element element, String name) {
        var parent = element.parent();
        return parent != null && parent.normalName().equals(name);
    }

    private static @Nullable String strip(String text) {
        var stripped = SPACE.matcher(text).replaceAll(" ").strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
