package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.TABLE_FOUR;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** The sums of the table of reviews and litigation. */
final class TableFourRules {
    private TableFourRules() {}

    static final List<Rule> ALL = List.of(
            sum("T4-SUM-RC", "rc", "行政复议"),
            sum("T4-SUM-LD", "ld", "未经复议直接起诉"),
            sum("T4-SUM-LA", "la", "复议后起诉"),
            new Rule(
                    "T4-LEDGER",
                    WARN,
                    TABLE_FOUR,
                    List.of(),
                    "表四各格与本机关台账的案件数一致",
                    "{col}填{v}，台账为{w}",
                    "条例第五十条第一款第三项；台账核对",
                    TableFourRules::ledger));

    private static Rule sum(String code, String group, String name) {
        return new Rule(
                code,
                ERROR,
                TABLE_FOUR,
                List.of(),
                name + "：结果维持＋结果纠正＋其他结果＋尚未审结＝总计",
                name.replace("未经复议", "") + "合计{s}≠总计{t}",
                "统一格式表四；条例第五十条第一款第三项",
                (subject, verdict) -> sum(subject, verdict, group));
    }

    private static void sum(Subject subject, Verdict verdict, String group) {
        var layout = Layout.toJudge(subject, verdict);
        if (layout == null) {
            return;
        }
        for (var sum : layout.groups()) {
            if (sum.total().line().equals(group) && !Sums.judge(subject, verdict, sum, "group")) {
                verdict.cannotJudge(sum.label() + "：总计未填，或者有格缺失、无法辨认");
            }
        }
    }

    private static void ledger(Subject subject, Verdict verdict) {
        var ledger = subject.ledger();
        if (ledger == null) {
            verdict.cannotJudge("没有台账");
            return;
        }
        ledger.forEach((key, count) -> {
            var stated = Figures.counted(subject.report(), key);
            var name = Names.of(key);
            if (stated == null || Figures.isOpen(subject.report(), key)) {
                verdict.cannotJudge(name.row() + "“" + name.column() + "”未填");
            } else if (stated.compareTo(BigDecimal.valueOf(count)) != 0) {
                verdict.find(
                        List.of(key),
                        subject.trace().of(key),
                        Map.of("col", name.row() + "“" + name.column() + "”", "v", Names.of(stated), "w", count),
                        BigDecimal.valueOf(count),
                        stated);
            }
        });
    }
}
