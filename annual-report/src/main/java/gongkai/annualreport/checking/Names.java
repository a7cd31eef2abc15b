package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What cells, rows and tables are called in messages: the words of the official format. */
final class Names {
    /**
     * A cell's names.
     *
     * @param table {@code 二}, {@code 三} or {@code 四}
     * @param count whether its figures are numbers of things, which cannot be broken
     * @param signed whether negative figures are allowed
     */
    record CellName(String table, String row, String column, boolean count, boolean signed) {
        /** Table, row and column, for a message that names nothing else. */
        String inFull() {
            return "表" + table + "“" + row + "”“" + column + "”";
        }
    }

    private static final Map<CellKey, CellName> CELLS = cells();

    private Names() {}

    static CellName of(CellKey key) {
        return Objects.requireNonNullElseGet(
                CELLS.get(key), () -> new CellName("", key.line(), key.column(), true, false));
    }

    /** The row's label without the note behind it. */
    static String of(ReportFormat.Row row) {
        var path = row.path();
        var label = path.size() > 2 ? path.get(path.size() - 2) + "／" + row.label() : row.label();
        return withoutNote(label);
    }

    static String of(ReportFormat.Table table) {
        return table.name().substring(1);
    }

    /** The figure as a person writes it. */
    static String of(BigDecimal figure) {
        return figure.toPlainString();
    }

    private static String withoutNote(String label) {
        int note = label.lastIndexOf('（');
        return note > 0 && label.endsWith("）") ? label.substring(0, note) : label;
    }

    /** Later formats come last and their words win. */
    private static Map<CellKey, CellName> cells() {
        var cells = new HashMap<CellKey, CellName>();
        for (var format : ReportFormats.official().all()) {
            for (var table : format.tables()) {
                for (var part : table.parts()) {
                    for (var column : part.columns()) {
                        part.rows().forEach(row -> put(cells, table, row, column));
                        part.alternatives().forEach(alternative -> put(cells, table, alternative.row(), column));
                    }
                }
            }
        }
        return Map.copyOf(cells);
    }

    private static void put(
            Map<CellKey, CellName> cells, ReportFormat.Table table, ReportFormat.Row row, ReportFormat.Column column) {
        boolean count = column.unit().equals("件") || column.unit().equals("项");
        var rowName = row.path().isEmpty()
                ? String.join("／", column.path().subList(0, column.path().size() - 1))
                : of(row);
        cells.put(
                ReportFormat.key(table, row, column),
                new CellName(of(table), rowName, withoutNote(column.label()), count, column.signed()));
    }

    /** The labels joined for a sentence, shortened when there are many. */
    static String list(List<String> labels) {
        return labels.size() <= 6
                ? String.join("、", labels)
                : String.join("、", labels.subList(0, 6)) + "等" + labels.size() + "处";
    }
}
