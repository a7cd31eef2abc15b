package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.TABLE_THREE;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.checking.Layout.RequestColumn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The sums and balances of the table of requests. */
final class TableThreeRules {
    private static final String FORM = "统一格式表三的勾稽关系；条例第五十条第一款第二项";

    private TableThreeRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "T3-BALANCE",
                    ERROR,
                    TABLE_THREE,
                    List.of(),
                    "每一列：本年新收＋上年结转＝办理结果总计＋结转下年度",
                    "{col}：一({a})+二({b})={l}，三(七)({x})+四({y})={r}，差{d}",
                    FORM,
                    TableThreeRules::balance),
            new Rule(
                    "T3-RESULT-SUM",
                    ERROR,
                    TABLE_THREE,
                    List.of(),
                    "每一列：各项办理结果之和＝办理结果总计",
                    "{col}：各项办理结果合计{s}，总计填{t}",
                    FORM,
                    TableThreeRules::resultSum),
            new Rule(
                    "T3-ROW-TOTAL",
                    ERROR,
                    TABLE_THREE,
                    List.of(),
                    "每一行：各类申请人之和＝总计",
                    "“{row}”：各类申请人合计{s}，总计填{t}",
                    FORM,
                    TableThreeRules::rowTotal),
            new Rule(
                    "T3-TOTAL-NO-ITEM",
                    ERROR,
                    TABLE_THREE,
                    List.of(),
                    "办理结果总计大于0时，各项办理结果不能全为0",
                    "办理结果总计{t}，但各项均为0",
                    FORM,
                    TableThreeRules::totalWithoutItem),
            new Rule(
                    "T3-CARRY-GT",
                    WARN,
                    TABLE_THREE,
                    List.of(),
                    "每一列：结转下年度不大于本年新收与上年结转之和",
                    "{col}：结转数{y}大于应办数{l}",
                    "“结转下年度继续办理”的词义",
                    TableThreeRules::carriedOut),
            new Rule(
                    "T3-NONE-BUT-T4",
                    INFO,
                    TABLE_THREE,
                    List.of(),
                    "没有收到、办理申请而有复议、诉讼的，确认案件来源",
                    "无申请但有复议诉讼，请确认案件来源",
                    "表三与表四的关系，提示核对",
                    TableThreeRules::casesWithoutRequests));

    private static void balance(Subject subject, Verdict verdict) {
        var report = subject.report();
        eachColumn(subject, verdict, (column, open) -> {
            var cells = column.balance();
            if (unjudgeable(report, cells, column.results().total())) {
                open.add(column.label());
                return;
            }
            var a = counted(report, column.received());
            var b = counted(report, column.carriedIn());
            var x = counted(report, column.results().total());
            var y = counted(report, column.carriedOut());
            var in = a.add(b);
            var out = x.add(y);
            if (in.compareTo(out) != 0) {
                verdict.find(
                        cells,
                        subject.trace().of(column.results().total()),
                        Map.of(
                                "col", column.label(),
                                "a", Names.of(a),
                                "b", Names.of(b),
                                "l", Names.of(in),
                                "x", Names.of(x),
                                "y", Names.of(y),
                                "r", Names.of(out),
                                "d", Names.of(in.subtract(out).abs())),
                        in,
                        out);
            }
        });
    }

    private static void resultSum(Subject subject, Verdict verdict) {
        var report = subject.report();
        eachColumn(subject, verdict, (column, open) -> {
            var results = column.results();
            boolean totalOfItemOpen = column.total() && anyOpen(report, results.items());
            if (totalOfItemOpen || !Sums.judge(subject, verdict, results, "col")) {
                open.add(column.label());
            }
        });
    }

    private static void rowTotal(Subject subject, Verdict verdict) {
        var layout = Layout.toJudge(subject, verdict);
        if (layout == null) {
            return;
        }
        var open = new ArrayList<String>(0);
        for (var sum : layout.rowSums()) {
            if (!Sums.judge(subject, verdict, sum, "row")) {
                open.add(sum.label());
            }
        }
        cannotJudge(open, verdict);
    }

    private static void totalWithoutItem(Subject subject, Verdict verdict) {
        var report = subject.report();
        var layout = Layout.toJudge(subject, verdict);
        if (layout == null) {
            return;
        }
        var total = layout.columns().stream()
                .filter(RequestColumn::total)
                .findFirst()
                .orElseThrow()
                .results();
        if (!Figures.isPositive(report, total.total())) {
            if (Figures.isOpen(report, total.total())) {
                verdict.cannotJudge("办理结果总计未填");
            }
            return;
        }
        for (var column : layout.columns()) {
            if (Figures.sum(report, column.results().items()).signum() != 0) {
                return;
            }
        }
        for (var column : layout.columns()) {
            if (!Figures.areKnown(report, column.results().items())) {
                verdict.cannotJudge("有办理结果缺失或者无法辨认");
                return;
            }
        }
        var stated = counted(report, total.total());
        verdict.find(
                total.cells(),
                subject.trace().of(total.total()),
                Map.of("t", Names.of(stated)),
                BigDecimal.ZERO,
                stated);
    }

    private static void carriedOut(Subject subject, Verdict verdict) {
        var report = subject.report();
        eachColumn(subject, verdict, (column, open) -> {
            var cells = List.of(column.carriedOut(), column.received(), column.carriedIn());
            if (!Figures.areKnown(report, cells)) {
                open.add(column.label());
                return;
            }
            var due = counted(report, column.received()).add(counted(report, column.carriedIn()));
            var carried = counted(report, column.carriedOut());
            if (carried.compareTo(due) > 0) {
                verdict.find(
                        cells,
                        subject.trace().of(column.carriedOut()),
                        Map.of("col", column.label(), "y", Names.of(carried), "l", Names.of(due)),
                        due,
                        carried);
            }
        });
    }

    private static void casesWithoutRequests(Subject subject, Verdict verdict) {
        var report = subject.report();
        var layout = Layout.toJudge(subject, verdict);
        if (layout == null) {
            return;
        }
        var cases = layout.groups().stream()
                .flatMap(group -> group.cells().stream())
                .filter(key -> Figures.isPositive(report, key))
                .toList();
        if (cases.isEmpty()) {
            return;
        }
        for (var row : layout.rowSums()) {
            if (Figures.sum(report, row.cells()).signum() != 0) {
                return;
            }
        }
        var columns = layout.columns();
        var blank = columns.stream()
                .flatMap(column -> column.balance().stream())
                .anyMatch(key -> Figures.isOpen(report, key));
        if (blank) {
            verdict.cannotJudge("表三有空白");
        } else {
            verdict.find(cases, subject.trace().of(cases.getFirst()), Map.of(), null, null);
        }
    }

    /** What stands in a column, and where to note a column that cannot be judged. */
    private interface ColumnJudge {
        void judge(RequestColumn column, List<String> open);
    }

    private static void eachColumn(Subject subject, Verdict verdict, ColumnJudge judge) {
        var layout = Layout.toJudge(subject, verdict);
        if (layout == null) {
            return;
        }
        var open = new ArrayList<String>(0);
        for (var column : layout.columns()) {
            judge.judge(column, open);
        }
        cannotJudge(open, verdict);
    }

    private static boolean unjudgeable(AnnualReport report, List<CellKey> cells, CellKey total) {
        return Figures.isOpen(report, total) || !Figures.areKnown(report, cells);
    }

    private static boolean anyOpen(AnnualReport report, List<CellKey> keys) {
        for (var key : keys) {
            if (Figures.isOpen(report, key)) {
                return true;
            }
        }
        return false;
    }

    private static BigDecimal counted(AnnualReport report, CellKey key) {
        var figure = Figures.counted(report, key);
        if (figure == null) {
            throw new IllegalStateException(key + " has no figure");
        }
        return figure;
    }

    private static void cannotJudge(List<String> open, Verdict verdict) {
        if (!open.isEmpty()) {
            verdict.cannotJudge(Names.list(open) + "：有总计未填，或者有格缺失、无法辨认");
        }
    }
}
