package gongkai.annualreport.reading;

import gongkai.annualreport.Period;
import gongkai.annualreport.Place;
import gongkai.annualreport.Section;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.reading.Headings.Heading;
import gongkai.annualreport.reading.Item.Line;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The text of a report: title, opening, sections, closing, and the dates they state. */
final class Prose {
    private static final Pattern PAGE_FURNITURE = Pattern.compile(
            "^(?:来源|信息来源|浏览|浏览次数|点击|点击数|访问|字体|字号|打印|分享|作者|发布机构|发布单位|公开机构|索引号|索引|信息索引|主题|主题分类|主题词|文号|发文字号|发文机关"
                    + "|名称|有效性|公开方式|生成日期|成文日期|公开日期|阅读|阅读次数|责任编辑|编辑|稿件来源|公开范围|公开时限|信息名称|内容概述|语种|目录|目次|视力保护色|当前位置|您的位置|您现在的位置)"
                    + "(?:[:：\\[【].*)?$|^【?字体.*|^\\[?打印.*|.*(?:次浏览|阅读：?\\d+次?)$");
    private static final Pattern SIGNED = Pattern.compile(
            "[\\u4e00-\\u9fff（）()·]*(?:局|委员会|委|办公室|办事处|厅|政府|中心|院|处|街道|镇|乡|大队|支队|队|日期[:：]|时间[:：])[\\[（(]?\\d{4}.*");
    private static final List<String> ORGAN_ENDS =
            List.of("局", "委员会", "委", "办公室", "办事处", "厅", "政府", "中心", "院", "处", "街道", "镇", "乡", "大队", "支队", "队");
    private static final Pattern PAGE_FOOT = Pattern.compile(
            "^(?:上一篇|下一篇|上一条|下一条|打印|关闭|打印本页|关闭窗口|分享|返回|返回顶部|相关链接|相关信息|相关文件|相关附件|友情链接|网站地图|关于我们|联系我们|版权|主办|承办|协办|技术支持|网站标识码"
                    + "|附件|政府网站|无障碍|扫一扫|分享到|责任编辑|【打印|【关闭|打印此页|收藏|设为首页|首页|隐私|使用帮助|站点地图|网站声明|copyright|©).*"
                    + "|.*(?:ICP备|公网安备|网站标识码|版权所有|网站地图|Copyright|copyright).*|.*\\.(?:pdf|docx?|xlsx?|ofd|wps|PDF|DOCX?)$",
            Pattern.CASE_INSENSITIVE);

    private final List<Item> items;
    private final List<Heading> headings;
    private final List<Titles.Title> titles;
    private final List<Section> sections = new ArrayList<>();
    private final Map<SectionKey, Place> places = new EnumMap<>(SectionKey.class);
    private final List<Reading.StatedPeriod> periods = new ArrayList<>();
    private String preamble = "";
    private String closing = "";
    private @Nullable LocalDate published;

    Prose(List<Item> items, List<Heading> headings, @Nullable String publishedBeside) {
        this.items = items;
        this.headings = headings;
        int firstHeading =
                headings.isEmpty() ? firstTable(items) : headings.getFirst().item();
        this.titles = best(Titles.find(items, firstHeading));
        published = publishedBeside == null ? null : Dates.anywhere(publishedBeside);
        preamble = opening(firstHeading);
        readSections();
    }

    private static int firstTable(List<Item> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Table) {
                return i;
            }
        }
        return items.size();
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

    private String opening(int end) {
        int titled = -1;
        for (int i = 0; i < end; i++) {
            if (items.get(i) instanceof Line line && !line.text().isEmpty()) {
                var plain = Wording.compact(line.text());
                titled = isTitle(i, plain) ? i : titled;
                if (published == null) {
                    var day = Dates.published(line.text());
                    published = day == null && titled >= 0 ? Dates.only(line.text()) : day;
                }
            }
        }
        var paragraphs = new ArrayList<String>();
        for (int i = titled + 1; i < end; i++) {
            if (items.get(i) instanceof Line line) {
                var paragraph = Wording.trim(line.text());
                boolean noise = paragraph.isEmpty()
                        || (paragraph.length() < 80 && isFurniture(paragraph))
                        || (titled < 0 && paragraph.length() < 30)
                        || Headings.isHeading(paragraph);
                if (!noise) {
                    paragraphs.add(paragraph);
                    statedPeriods(paragraph, line.place());
                }
            }
        }
        return String.join("\n", paragraphs);
    }

    private boolean isTitle(int item, String plain) {
        for (var title : titles) {
            if ((item >= title.first() && item <= title.last()) || title.text().equals(plain)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFurniture(String paragraph) {
        return PAGE_FURNITURE.matcher(Wording.compact(paragraph)).matches()
                || (Dates.published(paragraph) != null && paragraph.length() < 80)
                || Dates.only(paragraph) != null;
    }

    private void readSections() {
        for (int h = 0; h < headings.size(); h++) {
            var heading = headings.get(h);
            boolean last = h == headings.size() - 1;
            int end = last ? items.size() : headings.get(h + 1).item();
            var line = (Line) items.get(heading.item());
            var lines = new ArrayList<Line>();
            if (heading.length() < line.text().length()) {
                var rest = line.text().substring(heading.length());
                lines.add(new Line(rest.replaceFirst("^[。:：，,；;]", ""), line.place()));
            }
            for (int i = heading.item() + 1; i < end; i++) {
                if (items.get(i) instanceof Line next
                        && !Wording.isBlank(next.text())
                        && !ReportTables.isCaption(next.text())) {
                    lines.add(next);
                }
            }
            var head = Wording.compact(line.text().substring(0, heading.length()));
            if (!lines.isEmpty() && Wording.compact(lines.getFirst().text()).equals(head)) {
                lines.removeFirst();
            }
            int cut = last ? closingAt(lines) : lines.size();
            sections.add(new Section(heading.key(), head, text(lines.subList(0, cut))));
            places.put(heading.key(), line.place());
            for (var next : lines.subList(0, cut)) {
                statedPeriods(next.text(), next.place());
            }
            if (last) {
                var rest = lines.subList(cut, lines.size());
                closing = text(rest);
                closingDate(rest);
            }
        }
    }

    private static String text(List<Line> lines) {
        var paragraphs = new ArrayList<String>();
        lines.forEach(line -> paragraphs.add(Wording.trim(line.text())));
        return String.join("\n", paragraphs);
    }

    private void closingDate(List<Line> lines) {
        for (var line : lines) {
            var day = Dates.only(line.text());
            day = day == null ? Dates.published(line.text()) : day;
            day = day == null && line.text().length() < 50 ? Dates.last(line.text()) : day;
            if (published == null && day != null) {
                published = day;
            }
        }
    }

    /** Where the closing begins: at the signature above the date, or at the first line of the page's foot. */
    private int closingAt(List<Line> lines) {
        int at = lines.size();
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 40); i--) {
            var text = Wording.trim(lines.get(i).text());
            if (text.length() <= 40 && (Dates.only(text) != null || isSigned(text))) {
                at = i;
                break;
            }
        }
        for (int i = Math.max(0, Math.min(at, lines.size()) - 40); i < at; i++) {
            var text = Wording.compact(lines.get(i).text());
            if (text.length() < 80
                    && onlyShort(lines, i)
                    && PAGE_FOOT.matcher(text).matches()) {
                at = i;
                break;
            }
        }
        while (at > 1 && at <= lines.size() && isLoose(lines.get(at - 1).text())) {
            at--;
        }
        if (at == 1 && at < lines.size() && isOrgan(lines.getFirst().text())) {
            at = 0;
        }
        if (at == lines.size() && at > 1 && isOrgan(lines.getLast().text())) {
            at--;
        }
        return at;
    }

    private static boolean onlyShort(List<Line> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            var text = lines.get(i).text();
            if (text.length() > 40 && text.indexOf('。') >= 0) {
                return false;
            }
        }
        return true;
    }

    /** A short line without a sentence in it, such as the organ's name above the date. */
    private static boolean isLoose(String text) {
        var plain = Wording.compact(text);
        return isOrgan(plain);
    }

    /** The organ's name and the date on one line. */
    private static boolean isSigned(String text) {
        var plain = Wording.compact(text);
        return Dates.last(text) != null
                && plain.length() <= 40
                && SIGNED.matcher(plain).matches();
    }

    private static boolean isOrgan(String text) {
        var plain = Wording.compact(text);
        if (plain.length() < 3 || plain.length() > 30 || !endsAsOrgan(plain)) {
            return false;
        }
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c < '\u4e00' || c > '\u9fff') && "（）()·".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsAsOrgan(String plain) {
        for (var end : ORGAN_ENDS) {
            if (plain.endsWith(end)) {
                return true;
            }
        }
        return false;
    }

    private void statedPeriods(String text, Place place) {
        Dates.periods(text).forEach(range -> periods.add(Dates.stated(range, place)));
    }

    @Nullable
    String title(@Nullable String pageTitle) {
        // 政府信息公开年报 alone is a column of the site, not the title of a report
        boolean named = !titles.isEmpty() && worth(titles.getFirst()) > 1;
        var kept = named || pageTitle == null ? null : keptTitle(pageTitle);
        if (kept != null) {
            return kept;
        }
        if (!titles.isEmpty()) {
            var text = titles.getFirst().text();
            return pageTitle != null && stands(Wording.compact(pageTitle), text) ? Wording.compact(pageTitle) : text;
        }
        return kept;
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

    @Nullable
    String innerTitle() {
        return titles.size() > 1 ? titles.get(1).text() : null;
    }

    Place titlePlace() {
        return titles.isEmpty() ? Place.NONE : titles.getFirst().place();
    }

    String preamble() {
        return preamble;
    }

    List<Section> sections() {
        return sections;
    }

    Map<SectionKey, Place> places() {
        return places;
    }

    String closing() {
        return closing;
    }

    List<Reading.StatedPeriod> periods() {
        return periods;
    }

    @Nullable
    Period period() {
        for (var period : periods) {
            var from = period.from();
            var to = period.to();
            if (from != null && to != null) {
                return new Period(from, to);
            }
        }
        return null;
    }

    @Nullable
    LocalDate published() {
        return published;
    }

    /** The organ under the report, where the title names none. */
    @Nullable
    String signedBy() {
        return closing.lines()
                .filter(Prose::isOrgan)
                .map(Wording::compact)
                .findFirst()
                .orElse(null);
    }
}
