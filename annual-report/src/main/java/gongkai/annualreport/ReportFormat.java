package gongkai.annualreport;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An official format of the annual report (统一格式, 第五十条第二款): its sections and its tables with every row, column and label. Formats are
 * data, read from {@code formats/*.json}; see {@link ReportFormats}.
 *
 * @param key {@code 2019} or {@code 2021}
 * @param name the document that issued it
 * @param fromYear the first report year it is for
 * @param toYear the last report year; null while in force
 */
public record ReportFormat(
        String key,
        String name,
        String legalBasis,
        int fromYear,
        @Nullable Integer toYear,
        List<SectionTitle> sections,
        List<Table> tables) {

    /**
     * @param variants other wordings found in reports
     * @param accepted those of them that are as good as the title
     */
    public record SectionTitle(SectionKey key, String title, List<String> variants, List<String> accepted) {}

    /**
     * One of the three tables.
     *
     * @param key {@code t2}, {@code t3} or {@code t4}
     * @param name {@code 表二}, {@code 表三} or {@code 表四}
     * @param section the section it stands in
     * @param parts the blocks below each other, each with its own columns; table two has one for each clause of Article 20
     */
    public record Table(String key, String name, SectionKey section, String source, List<Part> parts) {}

    /**
     * A block of a table: rows by columns.
     *
     * @param clause the line above the block, for example {@code 第二十条第（一）项}
     * @param corner the text of the corner above the row labels
     * @param alternatives single rows some reports have in place of several
     */
    public record Part(
            @Nullable String clause,
            @Nullable String corner,
            List<Column> columns,
            List<Row> rows,
            List<Alternative> alternatives) {}

    /**
     * @param path the header labels from the top down; the last one is the column's own
     * @param variants other wordings of the last label found in reports
     * @param unit the unit of its figures
     * @param signed whether negative figures are allowed
     * @param total whether it adds up the columns of its group
     */
    public record Column(
            String key, List<String> path, List<String> variants, String unit, boolean signed, boolean total) {
        public String label() {
            return path.getLast();
        }
    }

    /** @param path the row labels from the left; the last one is the row's own; empty for a row without label (table four) */
    public record Row(String key, List<String> path, List<String> variants, boolean total) {
        public String label() {
            return path.isEmpty() ? "" : path.getLast();
        }
    }

    /** A single row that stands for several: {@code （六）其他处理} of the older format in the newer one. */
    public record Alternative(String key, List<String> path, List<String> replaces) {
        public Row row() {
            return new Row(key, path, List.of(), false);
        }
    }

    public ReportFormat {
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
    }

    public Optional<Table> table(String key) {
        return tables.stream().filter(table -> table.key().equals(key)).findFirst();
    }

    /** The blocks of a table; none where the format has no such table. */
    public List<Part> parts(String table) {
        return table(table).map(Table::parts).orElse(List.of());
    }

    /** The key of the cell where row and column meet. */
    public static CellKey key(Table table, Row row, Column column) {
        return row.key().isEmpty()
                ? CellKey.of(table.key() + "." + column.key())
                : CellKey.of(table.key(), row.key(), column.key());
    }

    /** Every cell in official order. */
    public List<CellKey> cells() {
        var keys = new ArrayList<CellKey>();
        for (var table : tables) {
            for (var part : table.parts()) {
                for (var row : part.rows()) {
                    for (var column : part.columns()) {
                        keys.add(key(table, row, column));
                    }
                }
            }
        }
        return keys;
    }

    /**
     * The cells a report in this format must have, given those that were found: a single row that stands for several takes their place.
     */
    public List<CellKey> cells(Collection<CellKey> found) {
        Map<CellKey, Boolean> keys = new LinkedHashMap<>();
        for (var table : tables) {
            for (var part : table.parts()) {
                for (var row : part.rows()) {
                    var instead = part.alternatives().stream()
                            .filter(alternative -> alternative.replaces().contains(row.key()))
                            .filter(alternative -> part.columns().stream()
                                    .anyMatch(column -> found.contains(key(table, alternative.row(), column))))
                            .findFirst();
                    for (var column : part.columns()) {
                        keys.put(key(table, instead.map(Alternative::row).orElse(row), column), true);
                    }
                }
            }
        }
        return List.copyOf(keys.keySet());
    }
}
