package gongkai.platform.statistics;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.reporting.Fees;
import gongkai.platform.reporting.LedgerCells;
import gongkai.platform.reporting.ReportTable;
import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.Form;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Page;
import gongkai.platform.web.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Figures of any period and organs; every number leads to its cases. */
@Controller
@RequestMapping("/office/statistics")
@Needs(Action.SEE_STATISTICS)
class StatisticsController {
    private static final List<String> GROUNDS = List.of("denied_", "unavail_", "refused_");

    private final SpanQuestion question;
    private final LedgerCells ledger;
    private final HandlingFigures handling;
    private final Fees fees;
    private final AuditLog log;

    StatisticsController(SpanQuestion question, LedgerCells ledger, HandlingFigures handling, Fees fees, AuditLog log) {
        this.question = question;
        this.ledger = ledger;
        this.handling = handling;
        this.fees = fees;
        this.log = log;
    }

    @GetMapping
    View tables(@RequestParam Map<String, String> parameters) {
        var read = question.read(parameters);
        var span = read.span();
        var format = format(span);
        var cells = ledger.of(span.organs(), span.first(), span.last(), format);
        var export = parameters.get("export");
        if (export != null && !read.form().rejected()) {
            return export(export, span, cells, format);
        }
        var report = report(cells, format);
        var page = new StatisticsPages.Tables(
                span,
                read.form(),
                ReportTable.of(report, format, "t3"),
                ReportTable.of(report, format, "t4"),
                !question.readable(span).isEmpty());
        return answer("statistics/tables", page, read.form());
    }

    @GetMapping("/handling")
    View handling(@RequestParam Map<String, String> parameters) {
        var read = question.read(parameters);
        var span = read.span();
        var format = format(span);
        var cells = ledger.of(span.organs(), span.first(), span.last(), format);
        boolean drill = !question.readable(span).isEmpty();
        var page = new StatisticsPages.Handling(
                span,
                read.form(),
                handling.punctuality(span.organs(), span.first(), span.last()),
                handling.divisions(span.organs(), span.first(), span.last()).stream()
                        .map(StatisticsController::division)
                        .toList(),
                List.of(
                        months(span, true),
                        months(span, false),
                        grounds(span, cells, format, drill),
                        Chart.of(
                                "本期新收，按申请方式",
                                handling.channels(span.organs(), span.first(), span.last()).entrySet().stream()
                                        .map(entry ->
                                                new Chart.Value(entry.getKey().label(), entry.getValue(), ""))
                                        .toList()),
                        applicants(span, cells, drill)),
                fees.of(span.organs(), span.first(), span.last()));
        var export = parameters.get("export");
        if (export != null && !read.form().rejected()) {
            log.write(AuditEntry.of("导出统计", "统计", span.organ().code())
                    .concerning(span.organ().id().value())
                    .with("办理情况，" + span.words()));
            return HandlingExport.of(export, page);
        }
        return answer("statistics/handling", page, read.form());
    }

    @GetMapping("/cells/{key}")
    View cell(@PathVariable String key, @RequestParam Map<String, String> parameters) {
        var read = question.read(parameters);
        if (read.form().rejected()) {
            // The cases of another organ or time than was asked for would be taken for what was asked for.
            throw Refusal.unreadable("统计的单位或者时间读不懂，或者您无权查看。请回到统计页面重新选择");
        }
        var span = read.span();
        var readable = question.readable(span);
        if (readable.isEmpty()) {
            throw Refusal.notFound("您可以看合计，不能看其中的每一件");
        }
        var format = format(span);
        var cell = LedgerCells.keys(format).stream()
                .filter(each -> each.toString().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这一格"));
        var shape = ListShape.at("/office/statistics/cells/" + cell, "number").filters("organ", "below", "from", "to");
        var query = ListQuery.of(shape, parameters);
        var all = ledger.behind(readable, span.first(), span.last(), cell);
        var export = parameters.get("export");
        if (export != null) {
            log.write(AuditEntry.of("导出统计", "统计", cell.toString())
                    .concerning(span.organ().id().value())
                    .with(span.words() + "，" + all.size() + " 件"));
            return Export.of(
                    export,
                    "各件",
                    List.of(Column.of("编号", LedgerCells.Behind::id), Column.of("内容", LedgerCells.Behind::title)),
                    all.stream());
        }
        var rows = all.stream().skip(query.offset()).limit(query.size()).toList();
        return Page.of(
                "statistics/cases",
                new StatisticsPages.Cases(
                        span,
                        ReportTable.label(format, cell),
                        new Listing<>(query, rows, all.size()),
                        readable.size() == span.organs().size()));
    }

    private View export(String kind, Span span, Map<CellKey, Integer> cells, ReportFormat format) {
        record Line(String table, String row, String column, int value) {}
        var lines = new ArrayList<Line>();
        cells.forEach((key, value) -> {
            var label = ReportTable.label(format, key).split(" · ", 2);
            lines.add(new Line(key.table().equals("t3") ? "表三" : "表四", label[0], label[label.length - 1], value));
        });
        log.write(AuditEntry.of("导出统计", "统计", span.organ().code())
                .concerning(span.organ().id().value())
                .with(span.words()));
        return Export.of(
                kind,
                "统计",
                List.of(
                        Column.of("表", Line::table),
                        Column.of("项目", Line::row),
                        Column.of("列", Line::column),
                        Column.of("件数", Line::value)),
                lines.stream());
    }

    private Chart months(Span span, boolean received) {
        return Chart.of(
                received ? "各月新收" : "各月办结",
                handling.months(span.organs(), span.first(), span.last()).stream()
                        .map(month -> new Chart.Value(
                                month.month().replace("-", "年") + "月",
                                received ? month.received() : month.dealtWith(),
                                ""))
                        .toList());
    }

    private static Chart grounds(Span span, Map<CellKey, Integer> cells, ReportFormat format, boolean drill) {
        return Chart.of(
                "没有公开的理由",
                cells.entrySet().stream()
                        .filter(entry -> entry.getKey().column().equals("total")
                                && GROUNDS.stream().anyMatch(entry.getKey().line()::startsWith)
                                && entry.getValue() > 0)
                        .sorted((one, other) -> other.getValue() - one.getValue())
                        .map(entry -> new Chart.Value(
                                ReportTable.label(format, entry.getKey())
                                        .replaceFirst("^\\d\\.", "")
                                        .replace(" · 总计", ""),
                                entry.getValue(),
                                drill ? span.link("/office/statistics/cells/" + entry.getKey()) : ""))
                        .toList());
    }

    private static Chart applicants(Span span, Map<CellKey, Integer> cells, boolean drill) {
        var values = new ArrayList<Chart.Value>();
        for (var kind : ApplicantKind.values()) {
            var key = CellKey.of("t3.new_received." + kind.column());
            values.add(new Chart.Value(
                    kind.label(),
                    cells.getOrDefault(key, 0),
                    drill ? span.link("/office/statistics/cells/" + key) : ""));
        }
        return Chart.of("本期新收，按申请人", values);
    }

    private static StatisticsPages.Division division(HandlingFigures.OfDivision figures) {
        return new StatisticsPages.Division(
                figures.division().isEmpty() ? "没有分办到科室" : figures.division(),
                figures.answered(),
                days(figures.median()),
                days(figures.ninety()),
                figures.judged() == 0
                        ? "—"
                        : "%.1f%%（%d/%d）"
                                .formatted(
                                        100.0 * figures.inTime() / figures.judged(),
                                        figures.inTime(),
                                        figures.judged()));
    }

    static String days(@Nullable Double days) {
        return days == null ? "—" : String.format(Locale.ROOT, "%.0f 天", days);
    }

    /** The form of the tables: that of the last year asked about. */
    private ReportFormat format(Span span) {
        return ledger.format(span.last().getYear())
                .or(() -> ledger.format(2021))
                .orElseThrow();
    }

    private static AnnualReport report(Map<CellKey, Integer> counted, ReportFormat format) {
        var cells = new LinkedHashMap<CellKey, Cell>();
        format.cells().forEach(key -> cells.put(key, Cell.of(counted.getOrDefault(key, 0))));
        return new AnnualReport(format, null, null, "统计", null, null, null, "", List.of(), "", cells);
    }

    private static View answer(String template, Object page, Form form) {
        return form.rejected() ? Page.rejected(template, page) : Page.of(template, page);
    }
}
