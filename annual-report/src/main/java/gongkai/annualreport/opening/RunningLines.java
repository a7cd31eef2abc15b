package gongkai.annualreport.opening;

import gongkai.annualreport.opening.PageLayout.Line;
import gongkai.annualreport.opening.PageLayout.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Takes out what stands at the head and foot of the pages and is no part of the text: page numbers and running titles. */
final class RunningLines {
    private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－·.•~～─]{1,3}\\s*[0-9０-９]{1,3}\\s*[-—–－·.•~～─]{1,3}"
            + "|第\\s*[0-9０-９一二三四五六七八九十]{1,3}\\s*页(\\s*[/，,]?\\s*共\\s*[0-9０-９一二三四五六七八九十]{1,3}\\s*页)?"
            + "|[0-9]{1,3}\\s*/\\s*[0-9]{1,3}"
            + "|[Pp]age\\s*[0-9]{1,3}(\\s*of\\s*[0-9]{1,3})?");
    private static final Pattern NUMBER = Pattern.compile("[0-9０-９]{1,3}");
    /** The part of a page's height, at head and foot, where running lines stand. */
    private static final float BAND = 0.12f;

    private RunningLines() {}

    static List<PageLayout> removedFrom(List<PageLayout> pages) {
        var repeated = repeated(pages);
        int offset = numberOffset(pages);
        var result = new ArrayList<PageLayout>();
        for (int i = 0; i < pages.size(); i++) {
            var page = pages.get(i);
            var kept = new ArrayList<Piece>();
            for (var piece : page.pieces()) {
                if (!(piece instanceof Line line) || !isRunning(line.line(), page, i, offset, repeated)) {
                    kept.add(piece);
                }
            }
            result.add(new PageLayout(page.number(), page.width(), page.height(), kept));
        }
        return result;
    }

    private static boolean isRunning(TextLine line, PageLayout page, int index, int offset, Set<String> repeated) {
        if (!inBand(line, page)) {
            return false;
        }
        var text = line.text().strip();
        return PAGE_NUMBER.matcher(text).matches()
                || repeated.contains(key(line))
                || NUMBER.matcher(text).matches() && Integer.parseInt(text) == index + offset && isAlone(line, page);
    }

    private static boolean inBand(TextLine line, PageLayout page) {
        return line.extent().bottom() < page.height() * BAND || line.extent().top() > page.height() * (1 - BAND);
    }

    /** Whether nothing stands just above (at the foot) or just below (at the head). */
    private static boolean isAlone(TextLine line, PageLayout page) {
        for (var piece : page.pieces()) {
            var box = piece.extent();
            boolean itself = piece instanceof Line other && other.line() == line;
            if (!itself
                    && box.top() < line.extent().bottom() + line.size()
                    && box.bottom() > line.extent().top() - line.size()) {
                return false;
            }
        }
        return true;
    }

    /** What the first page's number would be, if the plain numbers at the pages' feet count on; else 1. */
    private static int numberOffset(List<PageLayout> pages) {
        var votes = new HashMap<Integer, Integer>();
        for (int i = 0; i < pages.size(); i++) {
            for (var piece : pages.get(i).pieces()) {
                if (piece instanceof Line line && inBand(line.line(), pages.get(i))) {
                    var text = line.line().text().strip();
                    if (NUMBER.matcher(text).matches()) {
                        votes.merge(Integer.parseInt(text) - i, 1, Integer::sum);
                    }
                }
            }
        }
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() > 1)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(1);
    }

    /** The lines that stand at the same place on most pages, figures aside. */
    private static Set<String> repeated(List<PageLayout> pages) {
        var seen = new HashMap<String, Integer>();
        for (var page : pages) {
            var here = new HashSet<String>();
            for (var piece : page.pieces()) {
                if (piece instanceof Line line && inBand(line.line(), page) && here.add(key(line.line()))) {
                    seen.merge(key(line.line()), 1, Integer::sum);
                }
            }
        }
        int enough = Math.max(2, (pages.size() * 3 + 4) / 5);
        seen.values().removeIf(times -> times < enough);
        return seen.keySet();
    }

    private static String key(TextLine line) {
        var text = line.text().replaceAll("[0-9０-９]+", "#").replaceAll("\\s+", "");
        // A bare figure at one place on every page may be a table drawn by gaps; page numbers are found by counting.
        return text.equals("#")
                ? line.toString()
                : text + "@" + Math.round(line.extent().bottom() / 3);
    }
}
