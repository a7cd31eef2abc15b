package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Figures as the arithmetic rules count them: a blank cell and a placeholder count as 0; a cell that is not there or cannot be read has
 * no figure.
 */
final class Figures {
    private static final String DASHES = "/／\\＼|｜—–―─━－-‐‑‒﹣_＿~～·.。…*×xX";
    private static final List<String> WORDS = List.of("无", "空", "暂无", "没有", "N/A", "n/a", "NA", "null", "无数据");

    private Figures() {}

    /** What the cell counts as; null where nobody can tell. */
    static @Nullable BigDecimal counted(AnnualReport report, CellKey key) {
        var cell = report.cell(key);
        if (cell == Cell.ZERO) {
            return BigDecimal.ZERO;
        }
        return switch (cell) {
            case null -> null;
            case Cell.Figure figure -> figure.value();
            case Cell.Blank ignored -> BigDecimal.ZERO;
            case Cell.Words words -> isPlaceholder(words.raw()) ? BigDecimal.ZERO : null;
            case Cell.Missing ignored -> null;
        };
    }

    static boolean isBlank(AnnualReport report, CellKey key) {
        return report.cell(key) instanceof Cell.Blank;
    }

    /** Whether nothing is filled in: the cell is blank, lost, or holds no number. A total like that adds nothing up. */
    static boolean isOpen(AnnualReport report, CellKey key) {
        return !(report.cell(key) instanceof Cell.Figure);
    }

    static boolean isPositive(AnnualReport report, CellKey key) {
        return report.cell(key) instanceof Cell.Figure figure && figure.value().signum() > 0;
    }

    static boolean isZero(AnnualReport report, CellKey key) {
        return report.cell(key) instanceof Cell.Figure figure && figure.value().signum() == 0;
    }

    /** The sum of those that have a figure. */
    static BigDecimal sum(AnnualReport report, List<CellKey> keys) {
        var sum = BigDecimal.ZERO;
        for (var key : keys) {
            if (report.cell(key) != Cell.ZERO) {
                var figure = counted(report, key);
                if (figure != null && figure.signum() != 0) {
                    sum = sum.add(figure);
                }
            }
        }
        return sum;
    }

    /** Whether every one of them counts as something. */
    static boolean areKnown(AnnualReport report, List<CellKey> keys) {
        for (var key : keys) {
            if (counted(report, key) == null) {
                return false;
            }
        }
        return true;
    }

    /** Whether the text is only there to fill the cell. */
    static boolean isPlaceholder(String raw) {
        var text = raw.strip().replace("\u00a0", "");
        return WORDS.contains(text)
                || !text.isEmpty() && text.chars().allMatch(c -> DASHES.indexOf(c) >= 0 || Character.isSpaceChar(c));
    }
}
