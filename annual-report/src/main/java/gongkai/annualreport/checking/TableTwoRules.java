package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.TABLE_TWO;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.OrganLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What was issued, decided and charged. */
final class TableTwoRules {
    private static final List<CellKey> REGULATIONS = keys("regulation", "issued", "repealed", "effective");
    private static final List<CellKey> REGULATIONS_2019 = keys("regulation", "made", "new_public", "total_public");

    /** A kind of documents table two counts. */
    enum Documents {
        REGULATION("规章"),
        NORMATIVE("行政规范性文件");

        private final String label;
        private final CellKey issued;
        private final CellKey repealed;
        private final CellKey effective;
        private final CellKey newPublic;
        private final CellKey totalPublic;

        Documents(String label) {
            this.label = label;
            var line = name().toLowerCase(Locale.ROOT);
            issued = CellKey.of("t2", line, "issued");
            repealed = CellKey.of("t2", line, "repealed");
            effective = CellKey.of("t2", line, "effective");
            newPublic = CellKey.of("t2", line, "new_public");
            totalPublic = CellKey.of("t2", line, "total_public");
        }

        String label() {
            return label;
        }

        CellKey issued() {
            return issued;
        }

        CellKey repealed() {
            return repealed;
        }

        CellKey effective() {
            return effective;
        }

        /** The stock first, then what changed it. */
        List<CellKey> stock() {
            return List.of(effective, issued, repealed);
        }
    }

    private TableTwoRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "T2-REG-POWER",
                    ERROR,
                    TABLE_TWO,
                    List.of(),
                    "没有规章制定权的机关（县级以下政府和一切地方政府部门）规章填0",
                    "{organ}无规章制定权，规章应填0，现为{v}",
                    "立法法第九十一条、第九十三条",
                    TableTwoRules::regulatingPower),
            new Rule(
                    "T2-EFF-LT-ISSUED",
                    ERROR,
                    TABLE_TWO,
                    Formats.with(Documents.NORMATIVE.effective),
                    "现行有效＋本年废止不小于本年制发",
                    "{row}现行有效{e}＋废止{r}小于本年制发{i}",
                    "统一格式表二：现行有效是年末存量",
                    TableTwoRules::lessThanIssued),
            new Rule(
                    "T2-EFF-EQ-ISSUED",
                    WARN,
                    TABLE_TWO,
                    Formats.with(Documents.NORMATIVE.effective),
                    "现行有效是年末存量，不是当年数（新成立的机关除外）",
                    "{row}现行有效等于本年制发（{i}），疑似把存量填成当年数",
                    "统一格式表二：现行有效是年末存量",
                    TableTwoRules::equalToIssued),
            new Rule(
                    "T2-NEW-GT-TOTAL",
                    ERROR,
                    TABLE_TWO,
                    Formats.with(Documents.NORMATIVE.totalPublic),
                    "本年新公开数量不大于对外公开总数量",
                    "{row}新公开{a}大于对外公开总数{b}",
                    "统一格式（60号）表二",
                    TableTwoRules::moreNewThanAll),
            new Rule(
                    "T2-ZERO-DUTY",
                    INFO,
                    TABLE_TWO,
                    List.of(),
                    "有许可、处罚职权的机关全年没有决定的，请确认",
                    "{organ}有{duty}职权，本年决定数为0，请确认",
                    "法定职权；许可、处罚填报全部处理决定（武政办发〔2025〕54号）",
                    TableTwoRules::idleDuty));

    private static List<CellKey> keys(String line, String... columns) {
        return List.of(columns).stream()
                .map(column -> CellKey.of("t2", line, column))
                .toList();
    }

    private static void regulatingPower(Subject subject, Verdict verdict) {
        var report = subject.report();
        var filled = REGULATIONS.stream()
                .filter(key -> Figures.isPositive(report, key))
                .collect(Collectors.toList());
        REGULATIONS_2019.stream().filter(key -> Figures.isPositive(report, key)).forEach(filled::add);
        if (filled.isEmpty()) {
            return;
        }
        var organ = Organ.named(subject.organName());
        var level = subject.level() != null ? subject.level() : organ.level();
        boolean unsure = subject.maySpeakForGovernment() && level != OrganLevel.COUNTY && level != OrganLevel.TOWNSHIP;
        var power = unsure ? null : organ.mayMakeRegulations(subject.level());
        if (power == null) {
            verdict.cannotJudge("不能确定" + (organ.name().isEmpty() ? "本机关" : organ.name()) + "有无规章制定权");
        } else if (!power) {
            var figures = filled.stream()
                    .map(key -> Names.of(key).column() + Names.of(Figures.sum(report, List.of(key))))
                    .collect(Collectors.joining("、"));
            verdict.find(
                    filled,
                    subject.trace().of(filled.getFirst()),
                    Map.of("organ", organ.name().isEmpty() ? "本机关" : organ.name(), "v", figures),
                    BigDecimal.ZERO,
                    report.figure(filled.getFirst()));
        }
    }

    private static void lessThanIssued(Subject subject, Verdict verdict) {
        for (var documents : Documents.values()) {
            var stock = Stock.of(subject.report(), documents);
            if (stock == null) {
                verdict.cannotJudge(documents.label + "：现行有效未填，或者有格缺失、无法辨认");
            } else if (stock.effective().add(stock.repealed()).compareTo(stock.issued()) < 0) {
                verdict.find(
                        documents.stock(),
                        subject.trace().of(documents.effective),
                        Map.of(
                                "row", documents.label,
                                "e", Names.of(stock.effective()),
                                "r", Names.of(stock.repealed()),
                                "i", Names.of(stock.issued())),
                        stock.issued(),
                        stock.effective().add(stock.repealed()));
            }
        }
    }

    private static void equalToIssued(Subject subject, Verdict verdict) {
        for (var documents : Documents.values()) {
            var stock = Stock.of(subject.report(), documents);
            if (stock == null) {
                verdict.cannotJudge(documents.label + "：现行有效未填，或者有格缺失、无法辨认");
                continue;
            }
            boolean suspicious = stock.issued().signum() > 0
                    && stock.effective().compareTo(stock.issued()) == 0
                    && stock.repealed().signum() == 0;
            var previous = subject.previous();
            boolean explained = previous != null && Figures.isZero(previous, documents.effective);
            if (suspicious && !explained) {
                verdict.find(
                        documents.stock(),
                        subject.trace().of(documents.effective),
                        Map.of("row", documents.label, "i", Names.of(stock.issued())),
                        null,
                        stock.effective());
            }
        }
    }

    private static void moreNewThanAll(Subject subject, Verdict verdict) {
        var report = subject.report();
        for (var documents : Documents.values()) {
            var added = Figures.counted(report, documents.newPublic);
            var all = Figures.counted(report, documents.totalPublic);
            if (added == null || all == null || Figures.isOpen(report, documents.totalPublic)) {
                verdict.cannotJudge(documents.label + "：对外公开总数量未填，或者有格缺失、无法辨认");
            } else if (added.compareTo(all) > 0) {
                verdict.find(
                        List.of(documents.newPublic, documents.totalPublic),
                        subject.trace().of(documents.newPublic),
                        Map.of(
                                "row", Names.of(documents.newPublic).row(),
                                "a", Names.of(added),
                                "b", Names.of(all)),
                        all,
                        added);
            }
        }
    }

    private static void idleDuty(Subject subject, Verdict verdict) {
        var organ = subject.organName();
        var year = ReportYear.of(subject);
        if (organ == null || year == null) {
            verdict.cannotJudge(organ == null ? "不知道是哪个机关" : ReportYear.UNKNOWN);
            return;
        }
        var duties = Duty.of(organ, year);
        if (duties.isEmpty()) {
            return;
        }
        var report = subject.report();
        var idle = duties.stream().filter(key -> Figures.isZero(report, key)).toList();
        var open = duties.stream()
                .filter(key -> report.figure(key) == null)
                .map(key -> Names.of(key).row())
                .toList();
        if (!open.isEmpty()) {
            verdict.cannotJudge(Names.list(open) + "决定数没有填");
        }
        if (!idle.isEmpty()) {
            var names = idle.stream().map(key -> Names.of(key).row()).toList();
            verdict.find(
                    idle,
                    subject.trace().of(idle.getFirst()),
                    Map.of("organ", organ, "duty", Names.list(names)),
                    null,
                    BigDecimal.ZERO);
        }
    }
}
