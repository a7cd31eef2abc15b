package gongkai.platform.reporting;

import gongkai.annualreport.CellKey;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The sections of a report: table, text, findings. Two people may write at once; whoever is second is told and loses nothing. */
@Controller
@RequestMapping("/office/reports/{code}/{year}/parts")
@Needs(Action.SEE_REPORTS)
class PartController {
    private static final int LONGEST_TEXT = 50_000;
    private static final int LONGEST_FIGURE = 14;

    /** Written out: one with an exponent may stand for more digits than fit into the memory. */
    private static final Pattern FIGURE = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,6})?");

    private final ReportDesk desk;
    private final Reports reports;
    private final Fees fees;

    PartController(ReportDesk desk, Reports reports, Fees fees) {
        this.desk = desk;
        this.reports = reports;
        this.fees = fees;
    }

    @GetMapping("/{part}")
    View part(@PathVariable String code, @PathVariable int year, @PathVariable String part) {
        var report = desk.report(desk.organ(code, Action.SEE_REPORTS), year);
        var known = known(part);
        return Page.of("reporting/part", page(report, known, null, report.version(known), null, null));
    }

    @PostMapping("/{part}")
    @Needs(Action.FILE_REPORTS)
    View write(
            @PathVariable String code,
            @PathVariable int year,
            @PathVariable String part,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "0") int seen) {
        var organ = desk.organ(code, Action.FILE_REPORTS);
        var known = known(part);
        var report = desk.report(organ, year);
        var form = Form.of(Map.of("text", text));
        if (text.length() > LONGEST_TEXT) {
            var longer = form.wrong("text", "最多 " + LONGEST_TEXT + " 个字，现有 " + text.length() + " 个字");
            return Page.rejected("reporting/part", page(report, known, longer, seen, null, null));
        }
        return switch (reports.write(organ, year, known, clean(text), seen)) {
            case Reports.Saving.Saved ignored ->
                Redirect.to(path(organ, year, known)).saying("“" + known.label() + "”已保存");
            case Reports.Saving.Changed changed -> {
                var now = desk.report(organ, year);
                yield Page.rejected(
                        "reporting/part",
                        page(
                                now,
                                known,
                                form.wrong("text", changed.by() + "刚刚改过这一部分。您写的还在下面，没有保存；请对照上面的最新文字改好，再保存一次"),
                                now.version(known),
                                now.text(known),
                                null));
            }
        };
    }

    /** The figures of table two. */
    @PostMapping("/table-two")
    @Needs(Action.FILE_REPORTS)
    View enter(@PathVariable String code, @PathVariable int year, @RequestParam Map<String, String> typed) {
        var organ = desk.organ(code, Action.FILE_REPORTS);
        var report = desk.report(organ, year);
        var figures = new LinkedHashMap<CellKey, BigDecimal>();
        var values = new LinkedHashMap<String, String>();
        var form = Form.EMPTY;
        for (var cell : tableTwo(report)) {
            var figure = typed.getOrDefault(cell.toString(), "").strip();
            values.put(cell.toString(), figure);
            if (figure.isEmpty()) {
                continue;
            }
            try {
                if (figure.length() > LONGEST_FIGURE) {
                    throw new NumberFormatException("too long");
                }
                var plain = half(figure);
                if (!FIGURE.matcher(plain).matches()) {
                    throw new NumberFormatException("not written out");
                }
                figures.put(cell, new BigDecimal(plain));
            } catch (NumberFormatException e) {
                form = form.wrong(
                        cell.toString(), ReportTable.label(report.format(), cell) + "：应填数字，没有发生填 0，现为“" + figure + "”");
            }
        }
        var filled = new Form(Form.of(values).values(), form.fieldErrors(), form.errors());
        int seen = number(typed.getOrDefault("seen", "0"));
        if (filled.rejected()) {
            return Page.rejected(
                    "reporting/part",
                    page(report, ReportPart.PROACTIVE, null, report.version(ReportPart.PROACTIVE), null, filled));
        }
        return switch (reports.enter(organ, year, figures, seen)) {
            case Reports.Saving.Saved ignored ->
                Redirect.to(path(organ, year, ReportPart.PROACTIVE)).saying("表二已保存");
            case Reports.Saving.Changed changed -> {
                var now = desk.report(organ, year);
                yield Page.rejected(
                        "reporting/part",
                        page(
                                now,
                                ReportPart.PROACTIVE,
                                null,
                                now.version(ReportPart.PROACTIVE),
                                null,
                                filled.wrong(changed.by() + "刚刚改过表二：" + differences(now, values)
                                        + "。您填的还在下面，没有保存；改好后再保存一次")));
            }
        };
    }

    private ReportPages.Section page(
            YearReport report,
            ReportPart part,
            @Nullable Form form,
            int version,
            @Nullable String other,
            @Nullable Form tableForm) {
        var path = "/office/reports/" + report.organ().code() + "/" + report.year();
        var findings = FindingLines.of(report.check(), path);
        var head = desk.head(report, findings);
        boolean entered = "t2".equals(part.table());
        return new ReportPages.Section(
                head,
                part,
                heading(report, part),
                hint(report, part),
                part.table() == null ? null : ReportTable.of(report.report(), report.format(), part.table()),
                entered && head.mayEdit() ? tableForm == null ? filled(report) : tableForm : null,
                report.version(ReportPart.TABLE_TWO),
                form == null ? Form.of(Map.of("text", report.text(part))) : form,
                version,
                other,
                notes(report, part),
                findings.stream().filter(finding -> finding.part() == part).toList());
    }

    /** Where the table is not simply what the ledger counts. */
    private static List<ReportPages.Note> notes(YearReport report, ReportPart part) {
        var notes = new ArrayList<ReportPages.Note>();
        for (var cell : report.ledger().keySet()) {
            if (!cell.table().equals(part.table()) || YearReport.isSum(cell)) {
                continue;
            }
            int adjusted = report.adjusted(cell);
            int gap = report.openingGap(cell);
            if (adjusted != 0 || gap != 0) {
                var last = report.lastYear(cell);
                notes.add(new ReportPages.Note(
                        cell,
                        ReportTable.label(report.format(), cell),
                        "台账 " + report.ledger().get(cell)
                                + (last == null ? "" : " · 上年 " + last.toPlainString())
                                + (adjusted == 0 ? "" : " · 调整 " + Adjustment.signed(adjusted))
                                + (gap == 0 ? "" : " · 与上年报告差 " + Adjustment.signed(gap))));
            }
        }
        return List.copyOf(notes);
    }

    private static List<CellKey> tableTwo(YearReport report) {
        return report.format().cells().stream()
                .filter(key -> key.table().equals("t2"))
                .toList();
    }

    private static Form filled(YearReport report) {
        var values = new LinkedHashMap<String, String>();
        tableTwo(report).forEach(key -> {
            var entered = report.entries().get(key);
            values.put(key.toString(), entered == null ? "" : entered.toPlainString());
        });
        return Form.of(values);
    }

    private static String differences(YearReport now, Map<String, String> typed) {
        var differences = new ArrayList<String>();
        filled(now).values().forEach((key, stored) -> {
            if (!stored.getFirst().equals(typed.get(key))) {
                differences.add(ReportTable.label(now.format(), CellKey.of(key)) + "现为"
                        + (stored.getFirst().isEmpty() ? "空白" : stored.getFirst()));
            }
        });
        return differences.isEmpty() ? "与您填的相同" : String.join("，", differences);
    }

    private static String heading(YearReport report, ReportPart part) {
        return report.format().sections().stream()
                .filter(section -> section.key() == part.section())
                .map(section -> section.title())
                .findFirst()
                .orElse(part.label());
    }

    private String hint(YearReport report, ReportPart part) {
        return switch (part) {
            case OVERVIEW -> "主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障五个方面；小标题单独成行，如“（一）主动公开”";
            case PROACTIVE, REQUESTS, REMEDIES -> "表格之外还要说明的，可以不写";
            case PROBLEMS -> "存在的问题和改进情况都要写，不与上年雷同";
            case OTHER -> "收取信息处理费的情况也写在这里；没有收取也请写明。台账：" + report.year() + "年" + charged(report);
            case PREAMBLE, TABLE_TWO -> "写在标题之后、第一部分之前";
        };
    }

    /** What the ledger tells of fees, which the sixth section has to. */
    private String charged(YearReport report) {
        return fees.of(
                        List.of(report.organ().id()),
                        LocalDate.of(report.year(), 1, 1),
                        LocalDate.of(report.year(), 12, 31))
                .words();
    }

    private static ReportPart known(String part) {
        return ReportPart.of(part)
                .filter(found -> found != ReportPart.TABLE_TWO)
                .orElseThrow(() -> Refusal.notFound("年度报告没有这一部分"));
    }

    private static String path(Organ organ, int year, ReportPart part) {
        return "/office/reports/" + organ.code() + "/" + year + "/parts/" + part.key();
    }

    private static String clean(String text) {
        return text.replace("\r\n", "\n").replace("\0", "").strip();
    }

    /** Digits and signs typed in full width. */
    private static String half(String text) {
        var half = new StringBuilder();
        text.chars().forEach(c -> half.append((char) (c >= '！' && c <= '～' ? c - '！' + '!' : c)));
        return half.toString();
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
