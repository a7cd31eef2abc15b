package gongkai.annualreport;

import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.reading.Reading;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes reports for tests: starts from a sound one and changes what the test is about, for example
 * {@code Reports.sound("2021").with("t3.granted.total", 2).check()}.
 */
public final class Reports {
    private final ReportFormat format;
    private final Map<CellKey, Cell> cells = new LinkedHashMap<>();
    private final Map<SectionKey, Section> sections = new LinkedHashMap<>();
    private int year;
    private @Nullable String organ = "云河市水务局";
    private @Nullable String title;
    private @Nullable String innerTitle;
    private @Nullable Period period;
    private @Nullable LocalDate publishedOn;
    private String preamble;
    private Reading.@Nullable Trace trace;
    private @Nullable AnnualReport previous;
    private @Nullable OrganLevel level;
    private boolean withoutFormat;

    private Reports(ReportFormat format) {
        this.format = format;
        year(format.fromYear() + 1);
        preamble = "根据《中华人民共和国政府信息公开条例》编制本报告。";
    }

    /** A report in the format of that key in which every rule holds: 6 new requests, 1 carried in, 6 answered, 1 carried out. */
    public static Reports sound(String format) {
        var report = new Reports(ReportFormats.official().byKey(format).orElseThrow());
        report.format.cells().forEach(key -> report.cells.put(key, Cell.ZERO));
        for (var column : List.of("natural", "total")) {
            report.with("t3.new_received." + column, column.equals("natural") ? 5 : 6)
                    .with("t3.carried_in." + column, 1)
                    .with("t3.granted." + column, 3)
                    .with("t3.partial." + column, 1)
                    .with("t3.unavail_not_held." + column, column.equals("natural") ? 1 : 2)
                    .with("t3.result_total." + column, column.equals("natural") ? 5 : 6)
                    .with("t3.carried_out." + column, 1);
        }
        report.with("t3.new_received.enterprise", 1)
                .with("t3.unavail_not_held.enterprise", 1)
                .with("t3.result_total.enterprise", 1);
        for (var group : List.of("rc", "ld")) {
            report.with("t4." + group + ".upheld", 1).with("t4." + group + ".total", 1);
        }
        report.with("t2.license.decisions", 12).with("t2.penalty.decisions", 3);
        texts(report);
        return report;
    }

    private static void texts(Reports report) {
        report.section(SectionKey.OVERVIEW, """
                        （一）主动公开。通过政府网站主动公开政府信息120条。
                        （二）依申请公开。全年收到政府信息公开申请6件，上年结转1件，办结6件，结转下年度继续办理1件。
                        （三）政府信息管理。健全信息发布审核制度，规范政府信息管理。
                        （四）政府信息公开平台建设。加强政府网站政府信息公开专栏建设。
                        （五）监督保障。定期开展工作考核、社会评议，未发生责任追究情形。""")
                .section(SectionKey.PROACTIVE, "")
                .section(SectionKey.REQUESTS, "")
                .section(SectionKey.REMEDIES, "")
                .section(SectionKey.PROBLEMS, "存在的问题：一是主动公开的内容还不够丰富；二是业务人员的能力有待提升。\n改进措施：一是充实公开内容；二是加强业务培训，提高答复质量。")
                .section(SectionKey.OTHER, "本年度未收取信息处理费。没有其他需要报告的事项。");
    }

    public Reports with(String key, long value) {
        return with(key, Cell.of(value));
    }

    public Reports with(String key, Cell cell) {
        cells.put(CellKey.of(key), cell);
        return this;
    }

    public Reports amount(String key, String value, @Nullable String raw) {
        return with(key, new Cell.Figure(new BigDecimal(value), raw));
    }

    public Reports blank(String... keys) {
        return all(Cell.BLANK, keys);
    }

    public Reports missing(String... keys) {
        return all(Cell.MISSING, keys);
    }

    public Reports words(String key, String raw) {
        return with(key, new Cell.Words(raw));
    }

    private Reports all(Cell cell, String... keys) {
        for (var key : keys) {
            with(key, cell);
        }
        return this;
    }

    /** Puts the same into every cell whose key starts so, for example {@code t3.} or {@code t3.granted.}. */
    public Reports each(String start, Cell cell) {
        cells.replaceAll((key, old) -> key.toString().startsWith(start) ? cell : old);
        return this;
    }

    /** Puts the single row （六）其他处理 in place of its three rows, with nothing in it. */
    public Reports singleOtherRow() {
        cells.keySet()
                .removeIf(key -> List.of("other_no_correction", "other_no_payment", "other_misc")
                        .contains(key.line()));
        return List.of("natural", "enterprise", "research", "welfare", "legal", "other", "total").stream()
                .reduce(this, (report, column) -> report.with("t3.other_total." + column, 0), (a, b) -> a);
    }

    /** Moves everything that tells the year to that year. */
    public Reports year(int year) {
        this.year = year;
        title = organ + year + "年政府信息公开工作年度报告";
        period = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        publishedOn = LocalDate.of(year + 1, 1, 20);
        return this;
    }

    public int year() {
        return year;
    }

    public Reports organ(@Nullable String organ) {
        this.organ = organ;
        title = organ + year + "年政府信息公开工作年度报告";
        return this;
    }

    public Reports title(@Nullable String title) {
        this.title = title;
        return this;
    }

    /** The year the title tells, while the period stays. */
    public Reports yearOfTitle(int year) {
        this.year = year;
        return this;
    }

    public Reports innerTitle(String innerTitle) {
        this.innerTitle = innerTitle;
        return this;
    }

    public Reports period(@Nullable Period period) {
        this.period = period;
        return this;
    }

    public Reports publishedOn(@Nullable LocalDate day) {
        this.publishedOn = day;
        return this;
    }

    public Reports preamble(String preamble) {
        this.preamble = preamble;
        return this;
    }

    /** Puts the section, under its official title, at its place or, if it is new, last. */
    public Reports section(SectionKey key, String text) {
        var title = format.sections().get(key.ordinal()).title();
        return section(key, "一二三四五六".charAt(key.ordinal()) + "、" + title, text);
    }

    public Reports section(SectionKey key, String heading, String text) {
        sections.put(key, new Section(key, heading, text));
        return this;
    }

    public Reports without(SectionKey key) {
        sections.remove(key);
        return this;
    }

    /** Takes the section out and puts it last. */
    public Reports last(SectionKey key) {
        var section = Objects.requireNonNull(sections.remove(key));
        sections.put(key, section);
        return this;
    }

    public Reports withoutFormat() {
        withoutFormat = true;
        cells.clear();
        return this;
    }

    public Reports trace(Reading.Trace trace) {
        this.trace = trace;
        return this;
    }

    public Reports previous(Reports previous) {
        this.previous = previous.report();
        return this;
    }

    public Reports level(OrganLevel level) {
        this.level = level;
        return this;
    }

    public AnnualReport report() {
        return new AnnualReport(
                withoutFormat ? null : format,
                year,
                organ,
                title,
                innerTitle,
                period,
                publishedOn,
                preamble,
                new ArrayList<>(sections.values()),
                "",
                cells);
    }

    public Reading reading() {
        return new Reading(report(), trace == null ? Reading.Trace.NONE : trace, List.of());
    }

    public Subject subject() {
        return new Subject(reading(), previous, null, level);
    }

    public Checkup check() {
        return Checks.check(subject());
    }
}
