package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.STRUCTURE;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The three tables are there, whole, under their names and in the format of the year. */
final class StructureRules {
    static final String FORM = "条例第五十条；国办公开办函〔2021〕30号（统一格式）";

    private StructureRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "STR-TABLE-MISSING",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "表二、表三、表四不能缺少",
                    "缺少表{t}",
                    FORM,
                    StructureRules::missingTables),
            new Rule(
                    "STR-ROW-MISSING",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "表格的行与统一格式一致，不缺行、不多行",
                    "表{t}{problem}“{row}”行",
                    FORM,
                    StructureRules::rows),
            new Rule(
                    "STR-LABEL",
                    WARN,
                    STRUCTURE,
                    List.of(),
                    "表格的行名、列名与统一格式一致",
                    "表{t}“{actual}”应为“{expected}”",
                    FORM,
                    StructureRules::labels),
            new Rule(
                    "STR-FORMAT-YEAR",
                    ERROR,
                    STRUCTURE,
                    List.of(),
                    "按报告年度使用当年有效的统一格式",
                    "{year}年度应使用{expected}格式，现为{actual}格式",
                    "条例第五十条第二款；国办公开办函〔2019〕60号；国办公开办函〔2021〕30号",
                    StructureRules::formatOfYear));

    /** The report's format, else the one in force now. */
    static ReportFormat format(AnnualReport report) {
        var format = report.format();
        return format != null ? format : ReportFormats.official().all().getLast();
    }

    private static void missingTables(Subject subject, Verdict verdict) {
        for (var table : format(subject.report()).tables()) {
            if (!stands(subject.report(), table) && !OddRows.standIn(subject, table.key())) {
                if (subject.trace().pictureTables()) {
                    verdict.cannotJudge(table.name() + "可能是图片，无法读取");
                } else {
                    verdict.find(
                            List.of(),
                            subject.trace().sections().getOrDefault(table.section(), Place.NONE),
                            Map.of("t", Names.of(table)),
                            null,
                            null);
                }
            }
        }
    }

    /** Whether any cell of the table is there, be it of another format. */
    private static boolean stands(AnnualReport report, ReportFormat.Table table) {
        var layout = Layout.of(report);
        if (layout != null) {
            for (var row : layout.rows()) {
                if (row.table() == table && !isLost(report, row.cells())) {
                    return true;
                }
            }
        }
        for (var cell : report.cells().entrySet()) {
            if (cell.getValue() != Cell.MISSING && cell.getKey().table().equals(table.key())) {
                return true;
            }
        }
        return false;
    }

    private static void rows(Subject subject, Verdict verdict) {
        var report = subject.report();
        var layout = Layout.toJudge(subject, verdict);
        if (layout == null) {
            return;
        }
        for (var row : layout.rows()) {
            if (isLost(report, row.cells())
                    && (stands(report, row.table())
                            || OddRows.standIn(subject, row.table().key()))
                    && !OddRows.cover(subject, row)) {
                verdict.find(
                        row.cells(),
                        Place.NONE,
                        Map.of("t", Names.of(row.table()), "problem", "缺少", "row", lostName(report, row)),
                        null,
                        null);
            }
        }
        extraRows(report, layout).forEach((line, cells) -> {
            var name = Names.of(cells.getFirst());
            verdict.find(
                    cells,
                    subject.trace().of(cells.getFirst()),
                    Map.of("t", name.table(), "problem", "多出", "row", name.row()),
                    null,
                    null);
        });
    }

    private static boolean isLost(AnnualReport report, List<CellKey> cells) {
        for (var key : cells) {
            var cell = report.cell(key);
            if (cell != null && cell != Cell.MISSING) {
                return false;
            }
        }
        return true;
    }

    /** A row that stands there with the columns of another format lacks its own columns. */
    private static String lostName(AnnualReport report, Layout.TableRow row) {
        var own = row.cells().getFirst();
        boolean withOtherColumns = report.cells().entrySet().stream()
                .anyMatch(cell -> cell.getValue() != Cell.MISSING
                        && cell.getKey().table().equals(own.table())
                        && cell.getKey().line().equals(own.line()));
        var columns = row.cells().stream().map(key -> Names.of(key).column()).collect(Collectors.joining("、"));
        return Names.of(row.row()) + (withOtherColumns ? "：" + columns : "");
    }

    private static Map<String, List<CellKey>> extraRows(AnnualReport report, Layout layout) {
        Map<String, List<CellKey>> extra = Map.of();
        Set<String> own = Set.of();
        for (var cell : report.cells().entrySet()) {
            var key = cell.getKey();
            if (cell.getValue() != Cell.MISSING && !layout.cells().contains(key)) {
                if (extra.isEmpty()) {
                    extra = new LinkedHashMap<>();
                    own = lines(layout);
                }
                var line = key.table() + "." + key.line();
                if (!own.contains(line)) {
                    extra.computeIfAbsent(line, first -> new ArrayList<>()).add(key);
                }
            }
        }
        return extra;
    }

    private static Set<String> lines(Layout layout) {
        var lines = new HashSet<String>();
        layout.cells().forEach(key -> lines.add(key.table() + "." + key.line()));
        return lines;
    }

    /** The same label wrong in the same way, as in a header repeated over pages, is one finding. */
    private static void labels(Subject subject, Verdict verdict) {
        var seen = new HashSet<String>();
        for (var label : subject.trace().labels()) {
            if (seen.add(label.table() + "\n" + label.actual() + "\n" + label.expected())) {
                var table = format(subject.report()).table(label.table());
                verdict.find(
                        List.of(),
                        label.place(),
                        Map.of(
                                "t", table.map(Names::of).orElse(""),
                                "actual", label.actual(),
                                "expected", label.expected()),
                        label.expected(),
                        label.actual());
            }
        }
    }

    private static void formatOfYear(Subject subject, Verdict verdict) {
        var format = subject.report().format();
        var year = ReportYear.of(subject);
        if (format == null || year == null) {
            verdict.cannotJudge(format == null ? Layout.NOT_READ : ReportYear.UNKNOWN);
            return;
        }
        var official = ReportFormats.official().forYear(year);
        if (official.isEmpty()) {
            verdict.cannotJudge(year + "年度没有统一格式");
        } else if (!official.get().key().equals(format.key())) {
            verdict.find(
                    List.of(),
                    subject.trace().title(),
                    Map.of("year", year, "expected", official.get().name(), "actual", format.name()),
                    official.get().key(),
                    format.key());
        }
    }
}
