package gongkai.annualreport.writing;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.Period;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.SectionKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The one description of how a report looks, for every kind of file: the blocks on the page, top to bottom.
 *
 * @param title what the file is called
 */
record OfficialLayout(String title, List<LayoutBlock> blocks) {
    private static final Pattern SUB_HEADING = Pattern.compile("[（(][一二三四五六七八九十]{1,3}[）)][^。；;]{1,28}");

    static OfficialLayout of(AnnualReport report) {
        var blocks = new ArrayList<LayoutBlock>();
        var title = title(report);
        if (!title.isEmpty()) {
            blocks.add(new LayoutBlock.Title(title));
        }
        if (report.publishedOn() != null && !states(report.closing(), report.publishedOn())) {
            blocks.add(new LayoutBlock.PublicationLine("发布时间：" + report.publishedOn()));
        }
        if (report.innerTitle() != null) {
            blocks.add(new LayoutBlock.Title(report.innerTitle()));
        }
        paragraphs(report.preamble(), blocks);
        if (report.period() != null && !statesPeriod(report)) {
            blocks.add(new LayoutBlock.Paragraph(statement(report.period())));
        }
        var tables = new ArrayList<>(tables(report));
        placeBefore(tables, report, SectionKey.OVERVIEW, blocks);
        for (int i = 0; i < report.sections().size(); i++) {
            var section = report.sections().get(i);
            if (!section.heading().isBlank()) {
                blocks.add(new LayoutBlock.Heading(section.heading()));
            }
            paragraphs(section.text(), blocks);
            boolean last = i == report.sections().size() - 1;
            placeAfter(tables, report, section.key(), last, blocks);
        }
        tables.forEach(table -> blocks.add(new LayoutBlock.Table(table.drawn())));
        closing(report.closing(), blocks);
        return new OfficialLayout(title, List.copyOf(blocks));
    }

    /** A report known by organ and year alone gets the title the official format asks for. */
    private static String title(AnnualReport report) {
        if (report.title() != null) {
            return report.title();
        }
        return report.organ() == null || report.year() == null ? "" : report.organ() + report.year() + "年政府信息公开工作年度报告";
    }

    private static void paragraphs(String text, List<LayoutBlock> blocks) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> blocks.add(
                        SUB_HEADING.matcher(line).matches()
                                ? new LayoutBlock.SubHeading(line)
                                : new LayoutBlock.Paragraph(line)));
    }

    private static void closing(String text, List<LayoutBlock> blocks) {
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> blocks.add(
                        line.length() <= 32 && !line.startsWith("附") && !line.endsWith("。")
                                ? new LayoutBlock.Signature(line)
                                : new LayoutBlock.Paragraph(line)));
    }

    private record Placed(SectionKey section, LayoutTable drawn) {}

    /**
     * The tables to draw. A table that is not there at all stays away, for drawn empty it would seem to be there; but a report that
     * holds no figure anywhere shows its format by empty tables.
     */
    private static List<Placed> tables(AnnualReport report) {
        var format = ReportFormats.official()
                .closestTo(report.cells().keySet(), report.year())
                .map(closest -> report.format() == null ? closest : report.format());
        if (format.isEmpty()) {
            return List.of();
        }
        boolean nothing = allMissing(report.cells().values());
        return format.get().tables().stream()
                .filter(table -> nothing || !allMissing(cells(report, table)))
                .map(table -> new Placed(table.section(), TableArrangement.of(report, format.get(), table)))
                .toList();
    }

    private static Collection<Cell> cells(AnnualReport report, ReportFormat.Table table) {
        return report.cells().entrySet().stream()
                .filter(entry -> entry.getKey().table().equals(table.key()))
                .map(entry -> entry.getValue())
                .toList();
    }

    private static boolean allMissing(Collection<Cell> cells) {
        return cells.stream().allMatch(Cell.MISSING::equals);
    }

    /** Draws the tables whose section is missing and would stand before all sections there are. */
    private static void placeBefore(
            List<Placed> tables, AnnualReport report, SectionKey first, List<LayoutBlock> blocks) {
        if (report.sections().isEmpty()) {
            return;
        }
        var begins = report.sections().getFirst().key();
        place(
                tables.stream()
                        .filter(table -> report.section(table.section()).isEmpty()
                                && table.section().compareTo(first) >= 0
                                && table.section().compareTo(begins) < 0)
                        .toList(),
                tables,
                blocks);
    }

    /** Draws the tables of a section below its text, and below them those whose own section is missing and would come next. */
    private static void placeAfter(
            List<Placed> tables, AnnualReport report, SectionKey key, boolean last, List<LayoutBlock> blocks) {
        place(
                tables.stream()
                        .filter(table -> last
                                || table.section() == key
                                || report.section(table.section()).isEmpty() && preceding(report, table) == key)
                        .toList(),
                tables,
                blocks);
    }

    private static SectionKey preceding(AnnualReport report, Placed table) {
        return report.sections().stream()
                .map(section -> section.key())
                .filter(key -> key.compareTo(table.section()) < 0)
                .max(SectionKey::compareTo)
                .orElse(SectionKey.OVERVIEW);
    }

    private static void place(List<Placed> now, List<Placed> tables, List<LayoutBlock> blocks) {
        now.forEach(table -> blocks.add(new LayoutBlock.Table(table.drawn())));
        tables.removeAll(now);
    }

    private static boolean statesPeriod(AnnualReport report) {
        var period = report.period();
        var text = new StringBuilder(report.preamble()).append('\n').append(report.closing());
        report.sections().forEach(section -> text.append('\n').append(section.text()));
        return period != null && states(text.toString(), period.from()) && statesDay(text.toString(), period.to());
    }

    /** Whether the text has that date, written in any of the usual ways. */
    private static boolean states(String text, LocalDate date) {
        return Pattern.compile("%d[年.\\-/]0?%d[月.\\-/]0?%d(?!\\d)"
                        .formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth()))
                .matcher(withoutSpaces(text))
                .find();
    }

    /** As {@link #states}, but the year may be left out: 2021年1月1日至12月31日. */
    private static boolean statesDay(String text, LocalDate date) {
        return Pattern.compile("(?<!\\d)0?%d[月.\\-/]0?%d(?!\\d)".formatted(date.getMonthValue(), date.getDayOfMonth()))
                .matcher(withoutSpaces(text))
                .find();
    }

    private static String withoutSpaces(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private static String statement(Period period) {
        return "本报告中所列数据的统计期限自" + chinese(period.from()) + "起至" + chinese(period.to()) + "止。";
    }

    private static String chinese(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }
}
