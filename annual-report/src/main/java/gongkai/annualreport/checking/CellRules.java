package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.CELLS;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every cell holds a figure of its kind. */
final class CellRules {
    private static final CellKey FEE = CellKey.of("t2.fee.amount");
    private static final String FILL_IN = "统一格式：没有发生的填0，空白是没有填报";

    private CellRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "CELL-BLANK",
                    ERROR,
                    CELLS,
                    List.of(),
                    "数据格不能空白（整表空白的另见CELL-BLANK-ALL）",
                    "表{t}“{row}”“{col}”未填，没有发生请填0",
                    FILL_IN,
                    CellRules::blank),
            new Rule(
                    "CELL-BLANK-ALL",
                    ERROR,
                    CELLS,
                    List.of(),
                    "不能整张表空白",
                    "表{t}{n}个数据格全部空白",
                    FILL_IN,
                    CellRules::blankTables),
            new Rule(
                    "CELL-PLACEHOLDER",
                    ERROR,
                    CELLS,
                    List.of(),
                    "不用“/”“—”“无”等代替0",
                    "表{t}“{row}”“{col}”含占位符“{v}”",
                    FILL_IN,
                    CellRules::placeholders),
            new Rule(
                    "CELL-NONINT",
                    ERROR,
                    CELLS,
                    List.of(),
                    "件数是整数，金额是数",
                    "“{row}”“{col}”应为{what}，现为{v}",
                    "统一格式：件数、项目数、金额",
                    CellRules::noNumber),
            new Rule(
                    "CELL-NEG",
                    ERROR,
                    CELLS,
                    List.of(),
                    "除“本年增/减”外不为负数",
                    "“{row}”“{col}”不得为负，现为{v}",
                    "统一格式：件数、项目数、金额",
                    CellRules::negative),
            new Rule(
                    "CELL-SHIFT",
                    WARN,
                    CELLS,
                    List.of(),
                    "一行的数与列一样多",
                    "“{row}”有{n}个数，应为{m}个，疑似错列",
                    "统一格式的列",
                    OddRows::judge),
            new Rule(
                    "CELL-DECIMALS",
                    WARN,
                    CELLS,
                    Formats.with(FEE),
                    "收费金额（万元）最多4位小数",
                    "收费金额最多{n}位小数，现为{v}",
                    "1元＝0.0001万元；部分地方附注“保留4位小数”",
                    CellRules::decimals),
            new Rule(
                    "CELL-UNIT",
                    WARN,
                    CELLS,
                    Formats.with(FEE),
                    "收费金额以万元计，不以元计",
                    "收费金额{v}万元疑似单位错误：{why}",
                    "统一格式：本年收费金额（单位：万元）",
                    CellRules::unit));

    private static void blank(Subject subject, Verdict verdict) {
        var report = subject.report();
        var table = "";
        boolean allBlank = false;
        for (var cell : report.cells().entrySet()) {
            if (cell.getValue() instanceof Cell.Blank) {
                if (!table.equals(cell.getKey().table())) {
                    table = cell.getKey().table();
                    allBlank = isAllBlank(report, table);
                }
                if (!allBlank) {
                    find(subject, verdict, cell.getKey(), Map.of());
                }
            }
        }
    }

    private static void blankTables(Subject subject, Verdict verdict) {
        var report = subject.report();
        var format = report.format();
        if (format == null) {
            verdict.cannotJudge(Layout.NOT_READ);
            return;
        }
        for (var table : format.tables()) {
            if (isAllBlank(report, table.key())) {
                var blank = report.cells().keySet().stream()
                        .filter(key -> key.table().equals(table.key()) && Figures.isBlank(report, key))
                        .toList();
                verdict.find(
                        blank,
                        subject.trace().of(blank.getFirst()),
                        Map.of("t", Names.of(table), "n", blank.size()),
                        null,
                        null);
            }
        }
    }

    /** Whether the table is there and nothing at all stands in it. */
    private static boolean isAllBlank(AnnualReport report, String table) {
        boolean anyBlank = false;
        for (var cell : report.cells().entrySet()) {
            if (cell.getKey().table().equals(table) && cell.getValue() != Cell.MISSING) {
                if (!(cell.getValue() instanceof Cell.Blank)) {
                    return false;
                }
                anyBlank = true;
            }
        }
        return anyBlank;
    }

    private static void placeholders(Subject subject, Verdict verdict) {
        for (var cell : subject.report().cells().entrySet()) {
            if (cell.getValue() instanceof Cell.Words words && Figures.isPlaceholder(words.raw())) {
                find(subject, verdict, cell.getKey(), Map.of("v", words.raw()), 0, words.raw());
            }
        }
    }

    private static void noNumber(Subject subject, Verdict verdict) {
        for (var cell : subject.report().cells().entrySet()) {
            if (cell.getValue() == Cell.ZERO || cell.getValue() == Cell.BLANK || cell.getValue() == Cell.MISSING) {
                continue;
            }
            var name = Names.of(cell.getKey());
            var what = Map.of("what", name.count() ? (name.signed() ? "整数" : "非负整数") : "数字");
            if (cell.getValue() instanceof Cell.Words words && !Figures.isPlaceholder(words.raw())) {
                find(subject, verdict, cell.getKey(), with(what, words.raw()), null, words.raw());
            } else if (cell.getValue() instanceof Cell.Figure figure
                    && name.count()
                    && figure.value().scale() > 0
                    && figure.value().stripTrailingZeros().scale() > 0) {
                find(subject, verdict, cell.getKey(), with(what, Names.of(figure.value())), null, figure.value());
            }
        }
    }

    private static Map<String, String> with(Map<String, String> what, String value) {
        return Map.of("what", what.getOrDefault("what", ""), "v", value);
    }

    private static void negative(Subject subject, Verdict verdict) {
        for (var cell : subject.report().cells().entrySet()) {
            if (cell.getValue() instanceof Cell.Figure figure
                    && figure.value().signum() < 0
                    && !Names.of(cell.getKey()).signed()) {
                find(subject, verdict, cell.getKey(), Map.of("v", Names.of(figure.value())), null, figure.value());
            }
        }
    }

    private static void decimals(Subject subject, Verdict verdict) {
        int most = subject.settings().feeDecimals();
        if (subject.report().cell(FEE) instanceof Cell.Figure figure
                && figure.value().scale() > most
                && figure.value().stripTrailingZeros().scale() > most) {
            var values = Map.of("n", most, "v", Names.of(figure.value()));
            find(subject, verdict, FEE, values, null, figure.value());
        }
    }

    private static void unit(Subject subject, Verdict verdict) {
        var report = subject.report();
        if (!(report.cell(FEE) instanceof Cell.Figure figure) || figure.value().signum() <= 0) {
            return;
        }
        var why = new ArrayList<String>();
        if (figure.raw() != null && figure.raw().contains("元") && !Money.tellsTenThousands(figure.raw())) {
            why.add("格内写“" + figure.raw() + "”");
        }
        var previous = subject.previous() == null ? null : subject.previous().figure(FEE);
        var fold = BigDecimal.valueOf(subject.settings().feeFold());
        if (previous != null && previous.signum() > 0 && figure.value().compareTo(previous.multiply(fold)) >= 0) {
            why.add("上年为" + Names.of(previous) + "万元");
        }
        for (var section : report.sections()) {
            for (var money : Money.in(section.text())) {
                if (!money.tenThousands()
                        && money.isCharged()
                        && money.figure().compareTo(figure.value()) == 0
                        && !why.contains("正文写" + money.text())) {
                    why.add("正文写" + money.text());
                }
            }
        }
        if (!why.isEmpty()) {
            var values = Map.of("v", Names.of(figure.value()), "why", String.join("，", why));
            find(subject, verdict, FEE, values, null, figure.value());
        }
    }

    private static void find(Subject subject, Verdict verdict, CellKey key, Map<String, ?> values) {
        find(subject, verdict, key, values, null, null);
    }

    private static void find(
            Subject subject,
            Verdict verdict,
            CellKey key,
            Map<String, ?> values,
            @Nullable Object expected,
            @Nullable Object actual) {
        var name = Names.of(key);
        var all = new HashMap<String, Object>(values);
        all.put("t", name.table());
        all.put("row", name.row());
        all.put("col", name.column());
        verdict.find(List.of(key), subject.trace().of(key), all, expected, actual);
    }
}
