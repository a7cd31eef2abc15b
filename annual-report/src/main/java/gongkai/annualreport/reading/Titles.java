package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Item.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the title of the report, and with it the organ and the year. */
final class Titles {
    private static final Pattern YEAR = Pattern.compile("(\\d{4})(?:年度|年)?");
    private static final Pattern CHINESE_YEAR = Pattern.compile("[二一][〇○零O0一二三四五六七八九]{3}年");
    private static final Pattern ORGAN_END = Pattern.compile(
            ".*(?:局|委|委员会|办|办公室|厅|部|政府|街道|街道办事处|办事处|镇|乡|中心|院|处|会|站|队|大队|支队|总队|区|县|市|省|旗|所|社|公司|学校|大学|银行|馆|署|行)$");
    private static final String FIRST_ROW = "新收政府信息公开申请数量";
    private static final int LONGEST = 70;

    /**
     * A title.
     *
     * @param first the position of its first line among the items
     * @param last the position of its last line
     */
    record Title(String text, int first, int last, Place place) {}

    private Titles() {}

    /** The titles above {@code end}, in order. */
    static List<Title> find(List<Item> items, int end) {
        var titles = new ArrayList<Title>();
        for (int i = 0; i < end; i++) {
            if (items.get(i) instanceof Line line && !line.text().isEmpty()) {
                var place = line.place();
                var plain = plain(line.text());
                if (!isLine(plain)) {
                    continue;
                }
                if (isWhole(plain)) {
                    titles.add(withOrganAbove(items, i, plain, place));
                } else if (plain.contains("信息公开") || hasYear(plain)) {
                    var joined = withLineBelow(items, i, end, plain, place);
                    if (joined != null) {
                        titles.add(joined);
                        i = joined.last();
                    }
                }
            }
        }
        return titles;
    }

    /** Where a second report begins: at a title of another year, with tables three both before and after it; the end if there is none. */
    static int secondReport(List<Item> items) {
        int second = -1;
        boolean tableBefore = false;
        Integer first = null;
        for (int i = 0; i < items.size(); i++) {
            boolean table = holdsRequestTable(items.get(i));
            if (table && second >= 0) {
                return second;
            }
            tableBefore |= table;
            if (items.get(i) instanceof Line line
                    && second < 0
                    && line.text().length() <= 2 * LONGEST
                    && line.text().indexOf('报') >= 0) {
                var plain = plain(line.text());
                var year = isLine(plain) && isWhole(plain) ? year(plain) : null;
                if (year != null && tableBefore && !year.equals(first)) {
                    second = i;
                } else if (year != null && first == null) {
                    first = year;
                }
            }
        }
        return items.size();
    }

    private static boolean holdsRequestTable(Item item) {
        return switch (item) {
            case Line line -> line.text().length() < 200 && line.text().contains(FIRST_ROW);
            case Item.Table table -> holdsFirstRow(table);
            case Item.Image image -> false;
        };
    }

    private static boolean holdsFirstRow(Item.Table table) {
        for (var row : table.rows()) {
            for (var token : row.tokens()) {
                var text = token.text();
                if (text.length() >= FIRST_ROW.length()
                        && text.indexOf('新') >= 0
                        && Wording.compact(text).contains(FIRST_ROW)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A line without any white space, quotes kept. */
    static String plain(String text) {
        return Wording.compact(text);
    }

    private static boolean isLine(String plain) {
        return plain.length() >= 4
                && plain.length() <= LONGEST
                && plain.indexOf('。') < 0
                && plain.indexOf('>') < 0
                && plain.indexOf('》') < 0
                && plain.indexOf('；') < 0
                && plain.indexOf('，') < 0
                && plain.indexOf('：') < 0
                && !plain.endsWith("：")
                && !plain.endsWith("》")
                && !plain.contains("[bookmark");
    }

    /** Whether a line is a title of an annual report, with or without organ and year. */
    static boolean isWhole(String plain) {
        int report = plain.lastIndexOf("报告");
        if (report < 0) {
            report = plain.endsWith("年报") ? plain.length() - 2 : -1;
        }
        boolean yearly = plain.contains("年度报告") || plain.contains("年报") || hasYear(plain);
        boolean ends = report >= 0 && plain.length() - report <= 2 + noteLength(plain);
        return ends && yearly && plain.contains("公开");
    }

    /** The length of a bracketed note at the end. */
    private static int noteLength(String plain) {
        char last = plain.charAt(plain.length() - 1);
        if (last != '）' && last != ')') {
            return 0;
        }
        int open = Math.max(plain.lastIndexOf('（'), plain.lastIndexOf('('));
        return open < 0 ? 0 : plain.length() - open;
    }

    private static boolean hasYear(String plain) {
        return YEAR.matcher(Wording.halfWidth(plain)).find()
                || CHINESE_YEAR.matcher(plain).find();
    }

    private static Title withOrganAbove(List<Item> items, int at, String plain, Place place) {
        if (organ(plain) == null && (yearAt(plain) == 0 || plain.startsWith("政府信息公开") || plain.startsWith("年"))) {
            for (int i = at - 1; i >= 0 && i >= at - 3; i--) {
                if (items.get(i) instanceof Line above) {
                    var organ = plain(above.text());
                    if (organ.isEmpty()) {
                        continue;
                    }
                    boolean fits = organ.length() <= 40 && organ.indexOf('>') < 0 && organ.indexOf('：') < 0;
                    if (fits
                            && (ORGAN_END.matcher(organ).matches() || (hasYear(organ) && yearAt(plain) != 0))
                            && !isWhole(organ)) {
                        return new Title(organ + plain, i, at, above.place());
                    }
                }
                break;
            }
        }
        return new Title(plain, at, at, place);
    }

    private static @Nullable Title withLineBelow(List<Item> items, int at, int end, String plain, Place place) {
        for (int i = at + 1; i < end && i <= at + 3; i++) {
            if (!(items.get(i) instanceof Line below)) {
                return null;
            }
            var rest = plain(below.text());
            if (rest.isEmpty()) {
                continue;
            }
            boolean whole = isLine(rest)
                    && !isWhole(rest)
                    && isWhole(plain + rest)
                    && plain.length() + rest.length() <= LONGEST;
            return whole ? new Title(plain + rest, at, i, place) : null;
        }
        return null;
    }

    private static int yearAt(String plain) {
        var match = YEAR.matcher(Wording.halfWidth(plain));
        return match.find() ? match.start() : -1;
    }

    /** The year the title names; null if it names none. */
    static @Nullable Integer year(String title) {
        var plain = Wording.plain(title);
        var match = YEAR.matcher(plain);
        while (match.find()) {
            int year = Integer.parseInt(match.group(1));
            if (year >= 2000 && year < 2100) {
                return year;
            }
        }
        var chinese = CHINESE_YEAR.matcher(plain);
        if (!chinese.find()) {
            return null;
        }
        int year = 0;
        for (int i = 0; i < 4; i++) {
            int digit = "〇一二三四五六七八九".indexOf(chinese.group().charAt(i));
            year = year * 10 + Math.max(0, digit);
        }
        return year;
    }

    /** The organ the title names: what stands before the year, else between the year and 政府信息公开; null if nothing does. */
    static @Nullable String organ(String title) {
        var plain = Wording.compact(title);
        if (plain.startsWith("关于")) {
            plain = plain.substring(2);
        }
        var half = Wording.halfWidth(plain);
        var match = YEAR.matcher(half);
        int from = 0;
        int to = -1;
        if (match.find()) {
            to = match.start();
            from = match.end();
        } else {
            var chinese = CHINESE_YEAR.matcher(plain);
            if (chinese.find()) {
                to = chinese.start();
                from = chinese.end();
            }
        }
        int subject = firstOf(plain, "政府信息公开", "政务公开", "信息公开", "年度报告");
        if (subject > 0 && (to < 0 || subject < to)) {
            return clean(plain.substring(0, subject));
        }
        if (to > 0) {
            return clean(plain.substring(0, to));
        }
        return subject > from ? clean(plain.substring(from, subject)) : null;
    }

    private static int firstOf(String plain, String... words) {
        int first = -1;
        for (var word : words) {
            int at = plain.indexOf(word);
            first = at >= 0 && (first < 0 || at < first) ? at : first;
        }
        return first;
    }

    private static @Nullable String clean(String organ) {
        var text = organ;
        while (!text.isEmpty() && "《“\"【[（(".indexOf(text.charAt(0)) >= 0) {
            text = text.substring(1);
        }
        return text.isEmpty() || text.equals("度") ? null : text;
    }
}
