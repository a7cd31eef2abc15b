package gongkai.annualreport.checking;

import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.Narrative.Paragraph;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether quotation marks, book-title marks and brackets come in pairs, section by section. */
final class Pairs {
    /** What opens and what closes; ways of writing the same bracket count as one, as reports mix them. */
    private record Pair(String open, String close, String name) {}

    private static final List<Pair> ALL = List.of(
            new Pair("“", "”", "“”"),
            new Pair("‘", "’", "‘’"),
            new Pair("《", "》", "《》"),
            new Pair("（", "）", "（）"),
            new Pair("【〔[［", "】〕]］", "〔〕"));
    /** 1）, a） or 一） before an item closes nothing. */
    private static final Pattern ITEM = Pattern.compile("(?:^|[\\n。；：，、])[\\da-zA-Z①-⑳一二三四五六七八九十]{1,3}）");

    private static final Pattern APOSTROPHE = Pattern.compile("(?<=[a-zA-Z])’(?=[a-zA-Z])");

    private static final String MARKS =
            "\"＂" + ALL.stream().map(pair -> pair.open() + pair.close()).collect(Collectors.joining());

    private Pairs() {}

    static void judge(Subject subject, Verdict verdict) {
        var texts = new EnumMap<SectionKey, List<String>>(SectionKey.class);
        var preamble = new ArrayList<String>();
        for (Paragraph paragraph : subject.narrative().paragraphs()) {
            var section = paragraph.section();
            if (section == null) {
                preamble.add(paragraph.text());
            } else if (section == SectionKey.OVERVIEW
                    || section == SectionKey.PROBLEMS
                    || section == SectionKey.OTHER) {
                texts.computeIfAbsent(section, key -> new ArrayList<>()).add(paragraph.text());
            }
        }
        judge(String.join("\n", preamble), null, subject, verdict);
        texts.forEach((section, lines) -> judge(String.join("\n", lines), section, subject, verdict));
    }

    private static void judge(String text, @Nullable SectionKey section, Subject subject, Verdict verdict) {
        if (text.isEmpty()) {
            return;
        }
        var prose = text;
        if (prose.indexOf('’') >= 0) {
            prose = APOSTROPHE.matcher(prose).replaceAll("");
        }
        var found = new ArrayList<String>();
        var marks = new int[MARKS.length()];
        for (int i = 0; i < prose.length(); i++) {
            char c = prose.charAt(i);
            int mark = isMark(c) ? MARKS.indexOf(c) : -1;
            if (mark >= 0) {
                marks[mark]++;
            }
        }
        int straight = count(marks, "\"＂");
        for (var pair : ALL) {
            int open = count(marks, pair.open());
            int close = count(marks, pair.close());
            // “ closed by a straight mark, or one opened so
            boolean mended = pair.name().equals("“”")
                    && Math.abs(open - close) <= straight
                    && (open + close + straight) % 2 == 0;
            boolean items = pair.name().equals("（）") && close > open && close - open <= items(prose);
            if (open != close && !mended && !items) {
                found.add(pair.name() + "左" + open + "右" + close);
            } else if (pair.name().equals("“”") && open == close && straight % 2 != 0) {
                found.add("\"共" + straight + "个");
            }
        }
        for (var what : found) {
            verdict.find(List.of(), RequestClaims.place(subject, section), Map.of("a", what), null, what);
        }
    }

    private static long items(String text) {
        return ITEM.matcher(text).results().count();
    }

    /** Most characters are Chinese ones and none: between the general punctuation and the full-width forms only few need a look. */
    private static boolean isMark(char c) {
        return c < '\u4e00' || c >= '\uff00';
    }

    private static int count(int[] counted, String marks) {
        int count = 0;
        for (int i = 0; i < marks.length(); i++) {
            count += counted[MARKS.indexOf(marks.charAt(i))];
        }
        return count;
    }
}
