package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the official formats call the rows, groups and columns of table three. Rows go by their position among those of all formats. */
final class RequestWords {
    static final RequestWords OFFICIAL = new RequestWords(ReportFormats.official());

    private static final double ALIKE = 0.6;
    private static final int MOST_KEPT = 2_000;

    private final List<KnownRow> rows = new ArrayList<>();
    private final Map<String, List<Integer>> rowsByWording = new HashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Set<String> header = new LinkedHashSet<>();
    private final Set<String> groups = new LinkedHashSet<>();
    /** By row: its cells by column. */
    private final Map<String, Map<String, CellKey>> cells = new HashMap<>();

    private final Map<String, Double> likenesses = new ConcurrentHashMap<>();

    private RequestWords(ReportFormats formats) {
        formats.all().forEach(format -> format.parts("t3").forEach(this::learnColumns));
        formats.all().reversed().forEach(this::learnRows);
        for (int i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var byColumn = new HashMap<String, CellKey>();
            columns.keySet().forEach(column -> byColumn.put(column, CellKey.of("t3", row.key(), column)));
            cells.put(row.key(), byColumn);
            for (var wording : row.wordings()) {
                rowsByWording.computeIfAbsent(wording, key -> new ArrayList<>()).add(i);
            }
        }
    }

    private void learnColumns(ReportFormat.Part part) {
        for (var column : part.columns()) {
            columns.computeIfAbsent(column.key(), key -> new ArrayList<>())
                    .addAll(Wording.labels(column.label(), column.variants()));
            column.path().forEach(label -> header.add(Wording.label(label)));
        }
    }

    /** The rows in one order: the newest format's, which comes first, with the others' own rows after their neighbours. */
    private void learnRows(ReportFormat format) {
        int at = 0;
        for (var part : format.parts("t3")) {
            for (var row : part.rows()) {
                int found = position(row.key());
                if (found < 0) {
                    found = at;
                    rows.add(found, new KnownRow(row));
                }
                var known = rows.get(found);
                for (var label : known.learn(format, row)) {
                    var before = label;
                    for (int i = row.path().size() - 2; i >= 0; i--) {
                        var group = Wording.label(row.path().get(i));
                        groups.add(group);
                        before = group + before;
                        known.wordings().add(before);
                    }
                }
                at = found + 1;
            }
        }
    }

    private int position(String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    /** The rows of all formats in one order. */
    List<KnownRow> rows() {
        return rows;
    }

    /** Positions in {@link #rows} of the rows with exactly that wording. */
    List<Integer> rowsExactly(String label) {
        return rowsByWording.getOrDefault(label, List.of());
    }

    /** Whether a row goes by that label and has that number before it in some format. */
    boolean isNumbered(char number, String label) {
        return rowsExactly(label).stream()
                .flatMap(row -> rows.get(row).official().values().stream())
                .anyMatch(official -> official.charAt(0) == number);
    }

    /** Every wording of the rows. */
    Set<String> rowWordings() {
        return rowsByWording.keySet();
    }

    /** Every wording of rows, groups and columns. */
    Set<String> labels() {
        var labels = new LinkedHashSet<>(rowWordings());
        labels.addAll(header);
        labels.addAll(groups);
        return labels;
    }

    /** How like the label is to the row at that position; 0 where less than {@code least}. */
    double likeness(String label, int row, double least) {
        double most = 0;
        for (var wording : rows.get(row).wordings()) {
            most = Math.max(most, Wording.likeness(label, wording, Math.max(least, most)));
        }
        return most;
    }

    /** How like the label is to the row it is most like; 0 where that is less than {@link #ALIKE}. */
    double likeness(String label) {
        var known = likenesses.get(label);
        if (known == null) {
            double most = rowsExactly(label).isEmpty() ? 0 : 1;
            for (int row = 0; most < 1 && row < rows.size(); row++) {
                most = Math.max(most, likeness(label, row, ALIKE));
            }
            known = most;
            if (likenesses.size() < MOST_KEPT) {
                likenesses.put(label, known);
            }
        }
        return known;
    }

    /** The cells of a row in those columns. */
    List<CellKey> cells(KnownRow row, List<String> columns) {
        var byColumn = cells.getOrDefault(row.key(), Map.of());
        var keys = new ArrayList<CellKey>(columns.size());
        for (var column : columns) {
            keys.add(Objects.requireNonNull(byColumn.get(column)));
        }
        return keys;
    }

    /** The keys of the columns in order with the bare words of their labels. */
    Map<String, List<String>> columns() {
        return columns;
    }

    /** Whether the label heads columns, itself or as a group. */
    boolean isHeader(String label) {
        return header.contains(label);
    }

    /** Whether the label names a group of rows. */
    boolean isGroup(String label) {
        return groups.contains(label);
    }
}
