package gongkai.annualreport.checking;

import static gongkai.annualreport.Severity.ERROR;
import static gongkai.annualreport.Severity.INFO;
import static gongkai.annualreport.Severity.WARN;
import static gongkai.annualreport.checking.Rule.Chapter.ACROSS_YEARS;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.SectionKey;
import gongkai.annualreport.checking.TableTwoRules.Documents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** This year's report continues last year's. */
final class YearRules {
    private static final String MEANING = "“上年结转”“现行有效”的词义；法律没有写明跨年等式";
    private static final String NO_PREVIOUS = "没有上年报告";
    /** Shorter texts, like 无, are the same every year without being copied. */
    private static final int COMPARABLE = 40;

    private YearRules() {}

    static final List<Rule> ALL = List.of(
            new Rule(
                    "XY-CARRY",
                    ERROR,
                    ACROSS_YEARS,
                    List.of(),
                    "每一列：本年的上年结转＝上年的结转下年度",
                    "{col}：上年结转应为{a}，现填{b}",
                    MEANING,
                    YearRules::carried),
            new Rule(
                    "XY-EFFECTIVE",
                    WARN,
                    ACROSS_YEARS,
                    Formats.with(Documents.NORMATIVE.effective()),
                    "上年现行有效＋本年制发−本年废止＝现行有效（自动失效、职能划转等除外）",
                    "{row}：上年有效{p}+制发{i}−废止{r}={s}，现填{e}",
                    MEANING,
                    YearRules::effective),
            new Rule(
                    "XY-EFFECTIVE-NOPREV",
                    INFO,
                    ACROSS_YEARS,
                    Formats.with(Documents.NORMATIVE.effective()),
                    "没有上年数据时反推上年现行有效，供核对",
                    "{row}：按本年数反推上年现行有效为{p}，请核对",
                    MEANING,
                    YearRules::effectiveBefore),
            new Rule(
                    "XY-PENDING",
                    WARN,
                    ACROSS_YEARS,
                    List.of(),
                    "上年尚未审结的案件本年继续出现：不大于本年同组总计",
                    "{grp}：上年未审结{p}，本年总计仅{t}",
                    "“尚未审结”的词义",
                    YearRules::pending),
            new Rule(
                    "XY-SIMILAR",
                    WARN,
                    ACROSS_YEARS,
                    List.of(),
                    "第一、第五部分不与上年雷同",
                    "第{n}部分与上年相似{p}%，疑似雷同",
                    "国办公开办函〔2021〕30号（四）",
                    YearRules::similar));

    /** Last year's report; null, with the reason said, where there is none to compare with. */
    private static @Nullable AnnualReport previous(Subject subject, Verdict verdict) {
        var previous = subject.previous();
        var year = ReportYear.of(subject);
        if (previous == null) {
            verdict.cannotJudge(NO_PREVIOUS);
            return null;
        }
        if (year == null || previous.year() == null) {
            verdict.cannotJudge(ReportYear.UNKNOWN);
            return null;
        }
        if (previous.year() != year - 1) {
            verdict.cannotJudge("对照的是" + previous.year() + "年度的报告，不是" + year + "年度的上年");
            return null;
        }
        return previous;
    }

    private static void carried(Subject subject, Verdict verdict) {
        var previous = previous(subject, verdict);
        var report = subject.report();
        var layout = Layout.of(report);
        if (previous == null || layout == null) {
            return;
        }
        var open = new ArrayList<String>(0);
        for (var column : layout.columns()) {
            var before = Figures.counted(previous, column.carriedOut());
            var now = Figures.counted(report, column.carriedIn());
            boolean totalOpen = column.total() && Figures.isOpen(report, column.carriedIn());
            if (before == null || now == null || totalOpen || Figures.isOpen(previous, column.carriedOut())) {
                open.add(column.label());
            } else if (before.compareTo(now) != 0) {
                verdict.find(
                        List.of(column.carriedIn()),
                        subject.trace().of(column.carriedIn()),
                        Map.of("col", column.label(), "a", Names.of(before), "b", Names.of(now)),
                        before,
                        now);
            }
        }
        if (!open.isEmpty()) {
            verdict.cannotJudge(Names.list(open) + "：上年结转下年度或者本年上年结转没有填");
        }
    }

    private static void effective(Subject subject, Verdict verdict) {
        var previous = previous(subject, verdict);
        if (previous == null) {
            return;
        }
        for (var documents : Documents.values()) {
            var stock = Stock.of(subject.report(), documents);
            var before = previous.figure(documents.effective());
            if (stock == null || before == null) {
                verdict.cannotJudge(documents.label() + "：本年或者上年没有填现行有效件数");
                continue;
            }
            var due = before.add(stock.issued()).subtract(stock.repealed());
            if (due.compareTo(stock.effective()) != 0) {
                verdict.find(
                        documents.stock(),
                        subject.trace().of(documents.effective()),
                        Map.of(
                                "row", documents.label(),
                                "p", Names.of(before),
                                "i", Names.of(stock.issued()),
                                "r", Names.of(stock.repealed()),
                                "s", Names.of(due),
                                "e", Names.of(stock.effective())),
                        due,
                        stock.effective());
            }
        }
    }

    /** A negative stock a year ago is no hint but the error {@code T2-EFF-LT-ISSUED}. */
    private static void effectiveBefore(Subject subject, Verdict verdict) {
        var previous = subject.previous();
        var year = ReportYear.of(subject);
        boolean ofYearBefore =
                previous != null && year != null && Integer.valueOf(year - 1).equals(previous.year());
        for (var documents : Documents.values()) {
            if (previous != null && ofYearBefore && previous.figure(documents.effective()) != null) {
                continue;
            }
            var stock = Stock.of(subject.report(), documents);
            if (stock == null) {
                verdict.cannotJudge(documents.label() + "：现行有效未填，或者有格缺失、无法辨认");
            } else if (stock.effective().signum() + stock.issued().signum() > 0
                    && stock.before().signum() >= 0) {
                verdict.find(
                        documents.stock(),
                        subject.trace().of(documents.effective()),
                        Map.of("row", documents.label(), "p", Names.of(stock.before())),
                        null,
                        stock.effective());
            }
        }
    }

    private static void pending(Subject subject, Verdict verdict) {
        var previous = previous(subject, verdict);
        var report = subject.report();
        var layout = Layout.of(report);
        if (previous == null || layout == null) {
            return;
        }
        for (var group : layout.groups()) {
            var waiting = CellKey.of(group.total().table(), group.total().line(), "pending");
            var before = previous.figure(waiting);
            var now = report.figure(group.total());
            if (before == null || now == null) {
                verdict.cannotJudge(group.label() + "：上年尚未审结或者本年总计没有填");
            } else if (before.compareTo(now) > 0) {
                verdict.find(
                        List.of(group.total()),
                        subject.trace().of(group.total()),
                        Map.of("grp", group.label(), "p", Names.of(before), "t", Names.of(now)),
                        before,
                        now);
            }
        }
    }

    private static void similar(Subject subject, Verdict verdict) {
        var previous = previous(subject, verdict);
        if (previous == null) {
            return;
        }
        for (var key : List.of(SectionKey.OVERVIEW, SectionKey.PROBLEMS)) {
            var now = Similarity.comparable(text(subject.report(), key));
            var before = Similarity.comparable(text(previous, key));
            if (now.length() < COMPARABLE || before.length() < COMPARABLE) {
                verdict.cannotJudge("第" + number(key) + "部分文字过少");
                continue;
            }
            double similarity = Similarity.of(now, before);
            if (similarity >= subject.settings().similarity()) {
                verdict.find(
                        List.of(),
                        subject.trace().sections().getOrDefault(key, Place.NONE),
                        Map.of("n", number(key), "p", (int) (similarity * 100)),
                        null,
                        null);
            }
        }
    }

    private static String text(AnnualReport report, SectionKey key) {
        return report.section(key).map(section -> section.text()).orElse("");
    }

    private static char number(SectionKey key) {
        return "一二三四五六".charAt(key.ordinal());
    }
}
