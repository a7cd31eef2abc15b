package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds every cell of a sum against the cells of its members. Where some report has a single row （六）其他处理 in place of three, the
 * three are compared with it together, for nobody can tell how it would divide.
 */
final class ConsolidatedCells {
    private ConsolidatedCells() {}

    static void judge(ConsolidationSubject subject, Verdict verdict) {
        var format = subject.consolidated().format();
        if (format == null) {
            verdict.cannotJudge(Layout.NOT_READ);
            return;
        }
        var open = new ArrayList<String>(0);
        cells(subject, format).forEach((cell, parts) -> {
            var stated = count(subject.consolidated(), parts);
            var sum = sum(subject, parts);
            boolean blank = parts.stream().allMatch(part -> Figures.isBlank(subject.consolidated(), part));
            var name = Names.of(cell).inFull();
            if (stated == null || sum == null || blank) {
                open.add(name);
            } else if (sum.compareTo(stated) != 0) {
                verdict.find(
                        parts.stream()
                                .filter(part -> subject.consolidated().cell(part) != null)
                                .toList(),
                        Place.NONE,
                        Map.of("cell", name, "s", Names.of(sum), "v", Names.of(stated)),
                        sum,
                        stated);
            }
        });
        if (!open.isEmpty()) {
            verdict.cannotJudge(Names.list(open) + "：有成员缺这一格，或者汇总未填");
        }
    }

    /** What the members have in these cells together, and what was put in or taken out by hand; null where a cell is lost. */
    private static @Nullable BigDecimal sum(ConsolidationSubject subject, List<CellKey> parts) {
        var sum = BigDecimal.ZERO;
        for (var member : subject.members()) {
            var count = count(member.report(), parts);
            if (count == null) {
                return null;
            }
            sum = sum.add(count);
        }
        for (var adjustment : subject.adjustments()) {
            if (parts.contains(adjustment.cell())) {
                sum = sum.add(adjustment.difference());
            }
        }
        return sum;
    }

    /** Cells a report does not have at all, because another row stands for them, count nothing; lost ones cannot be counted. */
    private static @Nullable BigDecimal count(AnnualReport report, List<CellKey> parts) {
        var sum = BigDecimal.ZERO;
        boolean any = false;
        for (var part : parts) {
            var cell = report.cell(part);
            if (cell != null && (parts.size() == 1 || cell != Cell.MISSING)) {
                var figure = Figures.counted(report, part);
                if (figure == null) {
                    return null;
                }
                sum = sum.add(figure);
                any = true;
            }
        }
        return any ? sum : null;
    }

    private static Map<CellKey, List<CellKey>> cells(ConsolidationSubject subject, ReportFormat format) {
        var cells = new LinkedHashMap<CellKey, List<CellKey>>();
        format.cells().forEach(key -> cells.put(key, List.of(key)));
        for (var table : format.tables()) {
            for (var part : table.parts()) {
                for (var alternative : part.alternatives()) {
                    for (var column : part.columns()) {
                        var single = ReportFormat.key(table, alternative.row(), column);
                        if (has(subject, single)) {
                            var together = new ArrayList<>(List.of(single));
                            for (var row : alternative.replaces()) {
                                var key = CellKey.of(table.key(), row, column.key());
                                cells.remove(key);
                                together.add(key);
                            }
                            cells.put(single, together);
                        }
                    }
                }
            }
        }
        return cells;
    }

    private static boolean has(ConsolidationSubject subject, CellKey key) {
        return subject.consolidated().cell(key) != null
                || subject.members().stream().anyMatch(member -> member.report().cell(key) != null);
    }
}
