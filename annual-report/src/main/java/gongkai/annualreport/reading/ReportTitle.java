package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.Line;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The title of a report: of the lines that may be one, and the title kept beside the text, that which says most. */
final class ReportTitle {
    private final List<Item> items;
    private final List<Titles.Title> titles;

    /** Looks for the title among the items before {@code end}. */
    ReportTitle(List<Item> items, int end) {
        this.items = items;
        titles = best(Titles.find(items, end));
    }

    /** Of the lines that may be titles those that say most: organ, year and the full wording. */
    private static List<Titles.Title> best(List<Titles.Title> found) {
        int most = 0;
        var worths = new int[found.size()];
        for (int i = 0; i < worths.length; i++) {
            worths[i] = worth(found.get(i));
            most = Math.max(most, worths[i]);
        }
        var titles = new ArrayList<Titles.Title>();
        var texts = new HashSet<String>();
        for (int i = 0; i < worths.length; i++) {
            if (worths[i] >= most - 1 && texts.add(found.get(i).text())) {
                titles.add(found.get(i));
            }
        }
        return titles;
    }

    private static int worth(Titles.Title title) {
        return (Titles.year(title.text()) == null ? 0 : 2)
                + (Titles.organ(title.text()) == null ? 0 : 2)
                + (title.text().contains("政府信息公开工作年度报告") ? 1 : 0);
    }

    /** Whether the item is a line of the title, or says it once more. */
    boolean holds(int item, String plain) {
        for (var title : titles) {
            if ((item >= title.first() && item <= title.last()) || title.text().equals(plain)) {
                return true;
            }
        }
        return false;
    }

    /** The title; null if there is none. {@code pageTitle} is the one kept beside the text. */
    @Nullable
    String text(@Nullable String pageTitle) {
        var found = titles.isEmpty() ? null : titles.getFirst().text();
        if (pageTitle == null) {
            return found;
        }
        // 政府信息公开年报 alone is a column of the site, not the title of a report
        if (found == null || worth(titles.getFirst()) <= 1) {
            var kept = keptTitle(pageTitle);
            if (kept != null || found == null) {
                return kept;
            }
        }
        var longer = Wording.compact(pageTitle);
        return stands(longer, found) ? longer : found;
    }

    /** The title of the report in the title kept beside the text, where the name of the site may stand too. */
    private static @Nullable String keptTitle(String pageTitle) {
        for (var part : Wording.compact(pageTitle).split("[_|\\-–—]")) {
            if (part.length() > 3 && Titles.isWhole(part)) {
                return part;
            }
        }
        return null;
    }

    /** Whether the longer title stands on the page: the lines above the one found are its beginning, as a long organ's name makes them. */
    private boolean stands(String longer, String found) {
        var lines = found;
        for (int i = titles.getFirst().first() - 1; i >= 0 && lines.length() < longer.length(); i--) {
            if (!(items.get(i) instanceof Line line) || !longer.endsWith(lines)) {
                return false;
            }
            lines = Wording.compact(line.text()) + lines;
        }
        return lines.equals(longer);
    }

    /** A second title inside the text, such as that of the report below that of the page. */
    @Nullable
    String inner() {
        return titles.size() > 1 ? titles.get(1).text() : null;
    }

    Place place() {
        return titles.isEmpty() ? Place.NONE : titles.getFirst().place();
    }
}
