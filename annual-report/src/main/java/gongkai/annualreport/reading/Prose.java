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

    private final List<Item> items;
    private final List<Heading> headings;
    private final ReportTitle title;
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
        title = new ReportTitle(items, firstHeading);
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

    private String opening(int end) {
        int titled = -1;
        for (int i = 0; i < end; i++) {
            if (items.get(i) instanceof Line line && !line.text().isEmpty()) {
                var plain = Wording.compact(line.text());
                titled = title.holds(i, plain) ? i : titled;
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

    private static boolean isFurniture(String paragraph) {
        return PAGE_FURNITURE.matcher(Wording.compact(paragraph)).matches()
                || Dates.published(paragraph) != null
                || Dates.only(paragraph) != null;
    }

    private void readSections() {
        for (int h = 0; h < headings.size(); h++) {
            var heading = headings.get(h);
            boolean last = h == headings.size() - 1;
            int end = last ? items.size() : headings.get(h + 1).item();
            var line = (Line) items.get(heading.item());
            var lines = linesBelow(heading, end);
            var head = Wording.compact(line.text().substring(0, heading.length()));
            if (!lines.isEmpty() && Wording.compact(lines.getFirst().text()).equals(head)) {
                lines.removeFirst();
            }
            int cut = last ? Closing.begin(lines) : lines.size();
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

    /** The lines under a heading, with what stands beside it on its own line. */
    private List<Line> linesBelow(Heading heading, int end) {
        var lines = new ArrayList<Line>();
        var line = (Line) items.get(heading.item());
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
        return lines;
    }

    private static String text(List<Line> lines) {
        var paragraphs = new ArrayList<String>();
        lines.forEach(line -> paragraphs.add(Wording.trim(line.text())));
        return String.join("\n", paragraphs);
    }

    private void closingDate(List<Line> lines) {
        for (int i = 0; i < lines.size() && published == null; i++) {
            var text = lines.get(i).text();
            var day = Dates.only(text);
            day = day == null ? Dates.published(text) : day;
            published = day == null && text.length() < 50 ? Dates.last(text) : day;
        }
    }

    private void statedPeriods(String text, Place place) {
        Dates.periods(text).forEach(range -> periods.add(Dates.stated(range, place)));
    }

    ReportTitle title() {
        return title;
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
                .filter(Closing::isOrgan)
                .map(Wording::compact)
                .findFirst()
                .orElse(null);
    }
}
