package gongkai.platform.reporting;

import gongkai.annualreport.CellKey;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.web.Form;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One counted cell of a report: the records behind it, last year's figure, and what was adjusted. */
@Controller
@RequestMapping("/office/reports/{code}/{year}/cells/{key}")
@Needs(Action.SEE_REPORTS)
class ReportCellController {
    private static final int MOST_ADDED = 100_000;
    private static final int LONGEST_REASON = 500;

    private final ReportDesk desk;
    private final Reports reports;
    private final LedgerCells ledger;

    ReportCellController(ReportDesk desk, Reports reports, LedgerCells ledger) {
        this.desk = desk;
        this.reports = reports;
        this.ledger = ledger;
    }

    @GetMapping
    View cell(
            @PathVariable String code,
            @PathVariable int year,
            @PathVariable String key,
            @RequestParam Map<String, String> parameters) {
        var report = desk.report(desk.organ(code, Action.SEE_REPORTS), year);
        var cell = cell(report, key);
        return Page.of(
                "reporting/cell",
                page(report, cell, Form.EMPTY, adjustments(report, cell).size(), parameters));
    }

    @PostMapping
    @Needs(Action.FILE_REPORTS)
    View adjust(
            @PathVariable String code,
            @PathVariable int year,
            @PathVariable String key,
            @RequestParam(defaultValue = "") String added,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "-1") int seen) {
        var organ = desk.organ(code, Action.FILE_REPORTS);
        var report = desk.report(organ, year);
        var cell = cell(report, key);
        var form = Form.of(Map.of("added", added, "reason", reason));
        int number = number(added);
        if (YearReport.isSum(cell)) {
            form = form.wrong("这一格是合计，随各分项变化；请调整分项");
        } else if (number == 0 || Math.abs(number) > MOST_ADDED) {
            form = form.wrong("added", "请填写加上或者减去的件数，例如 1 或者 -1");
        } else if (report.figure(cell) + number < 0 && adjustments(report, cell).size() == seen) {
            form = form.wrong("added", "调整后为负数；现为 " + report.figure(cell));
        }
        if (reason.strip().length() < 4 || reason.length() > LONGEST_REASON) {
            form = form.wrong("reason", "请写明调整的理由（4 至 " + LONGEST_REASON + " 个字），例如哪一件没有登记在台账中");
        }
        if (form.rejected()) {
            return Page.rejected("reporting/cell", page(report, cell, form, seen, Map.of()));
        }
        return switch (reports.adjust(organ, year, cell, number, reason.strip(), seen)) {
            case Reports.Saving.Saved saved ->
                Redirect.to("/office/reports/" + code + "/" + year + "/cells/" + key)
                        .saying("已调整，理由已记录");
            case Reports.Saving.Changed changed -> changed(desk.report(organ, year), cell, form);
        };
    }

    /** Shows what others did meanwhile, with what was typed; sent once more it counts. */
    private View changed(YearReport now, CellKey cell, Form form) {
        var adjustments = adjustments(now, cell);
        var last = adjustments.isEmpty()
                ? "他人刚刚调整过这一格"
                : adjustments.getLast().by() + "刚刚调整过这一格（"
                        + adjustments.getLast().signed() + "，"
                        + adjustments.getLast().reason() + "）";
        return Page.rejected(
                "reporting/cell",
                page(
                        now,
                        cell,
                        form.wrong(last + "，现为 " + now.figure(cell) + "。您填写的还在下面，没有调整；仍要调整的，核对后再提交一次"),
                        adjustments.size(),
                        Map.of()));
    }

    private static List<Adjustment> adjustments(YearReport report, CellKey cell) {
        return report.adjustments().stream()
                .filter(each -> each.cell().equals(cell))
                .toList();
    }

    private ReportPages.Counted page(
            YearReport report, CellKey cell, Form form, int seen, Map<String, String> parameters) {
        var path = "/office/reports/" + report.organ().code() + "/" + report.year() + "/cells/" + cell;
        var last = report.lastYear(cell);
        return new ReportPages.Counted(
                desk.head(report, FindingLines.of(report.check(), path)),
                cell,
                ReportTable.label(report.format(), cell),
                report.figure(cell),
                report.ledger().getOrDefault(cell, 0),
                report.adjusted(cell),
                last == null ? "" : last.toPlainString(),
                cell.line().equals("carried_in") ? "上年报告“四、结转下年度”" : "上年报告",
                YearReport.isSum(cell),
                adjustments(report, cell),
                seen,
                desk.may(Action.SEE_REQUESTS, report.organ()) ? records(report, cell, path, parameters) : null,
                form);
    }

    private Listing<LedgerCells.Behind> records(
            YearReport report, CellKey cell, String path, Map<String, String> parameters) {
        var query = ListQuery.of(ListShape.at(path, "number"), parameters);
        var all = ledger.behind(report.organ().id(), report.year(), cell);
        return new Listing<>(
                query, all.stream().skip(query.offset()).limit(query.size()).toList(), all.size());
    }

    private static CellKey cell(YearReport report, String key) {
        return report.ledger().keySet().stream()
                .filter(each -> each.toString().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这一格，或者它不由台账算出"));
    }

    private static int number(String typed) {
        try {
            return new BigDecimal(
                            typed.strip().replace("＋", "+").replace("－", "-").replace("−", "-"))
                    .intValueExact();
        } catch (ArithmeticException e) {
            return 0;
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
