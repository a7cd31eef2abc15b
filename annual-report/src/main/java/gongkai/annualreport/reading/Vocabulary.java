package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.SectionKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Every wording the official formats use for sections, rows and columns, looked up by their bare words. Built from the formats alone, so
 * a new format brings its own words.
 */
final class Vocabulary {
    static final Vocabulary OFFICIAL = new Vocabulary(ReportFormats.official());
    private static final double ALIKE = 0.6;
    private static final int MOST_KEPT = 2_000;

    /**
     * A row of a table in any of the formats.
     *
     * @param label the bare words of its own label
     * @param wordings all bare words it goes by, with and without the labels of its groups before it
     * @param official the label as the newest format that has the row writes it
     */
    record KnownRow(String key, String label, Set<String> wordings, Map<String, String> official) {}

    /** A column of one part of table two. */
    record KnownColumn(String key, Set<String> wordings, String official) {}

    /** A part of table two in one format. */
    record KnownPart(
            ReportFormat format,
            ReportFormat.Table table,
            ReportFormat.Part part,
            @Nullable String clause,
            List<KnownColumn> columns,
            Set<String> rows) {}

    private final ReportFormats formats;
    private final List<KnownPart> clauseParts = new ArrayList<>();
    private final Map<String, List<KnownPart>> clausePartsByRow = new HashMap<>();
    private final Map<String, KnownRow> clauseRows = new LinkedHashMap<>();
    private final Map<String, String> clauseRowByWording = new HashMap<>();
    private final Set<String> clauseColumnWordings = new LinkedHashSet<>();
    private final List<KnownRow> requestRows;
    private final Map<String, List<Integer>> requestRowsByWording = new HashMap<>();
    private final Map<String, List<String>> requestColumnWordings = new LinkedHashMap<>();
    private final Set<String> requestHeader = new LinkedHashSet<>();
    private final Set<String> requestGroups = new LinkedHashSet<>();
    private final Map<String, Integer> remedyGroups = new LinkedHashMap<>();
    private final Set<String> remedyOutcomes = new LinkedHashSet<>();
    private final Map<String, List<CellKey>> cells = new HashMap<>();
    private final Set<CellKey> amounts = new HashSet<>();
    private final Map<String, Double> likenesses = new ConcurrentHashMap<>();
    private final Map<String, Optional<KnownRow>> likeClauseRows = new ConcurrentHashMap<>();
    private final Set<CellKey> alternatives = new LinkedHashSet<>();
    /** By row: its cells by column, in the order of the columns. */
    private final Map<String, Map<String, CellKey>> requestCells = new HashMap<>();

    private final Set<String> known = new HashSet<>();
    private final Map<SectionKey, Set<String>> sectionTitles = new LinkedHashMap<>();

    private Vocabulary(ReportFormats formats) {
        this.formats = formats;
        for (var format : formats.all()) {
            for (var title : format.sections()) {
                var titles = sectionTitles.computeIfAbsent(title.key(), key -> new LinkedHashSet<>());
                titles.add(Wording.label(title.title()));
                title.variants().forEach(variant -> titles.add(Wording.label(variant)));
            }
            cells.put(format.key(), format.cells());
            for (var table : format.tables()) {
                for (var part : table.parts()) {
                    part.columns().stream()
                            .filter(column ->
                                    column.unit().endsWith("元") || column.unit().equals("不固定"))
                            .forEach(column ->
                                    part.rows().forEach(row -> amounts.add(ReportFormat.key(table, row, column))));
                    for (var alternative : part.alternatives()) {
                        part.columns()
                                .forEach(
                                        column -> alternatives.add(ReportFormat.key(table, alternative.row(), column)));
                    }
                }
            }
            format.table("t2").ifPresent(table -> learnClauses(format, table));
            format.table("t4").ifPresent(this::learnRemedies);
            format.table("t3").ifPresent(this::learnRequestColumns);
        }
        requestRows = mergedRequestRows(formats);
        for (int i = 0; i < requestRows.size(); i++) {
            var row = requestRows.get(i);
            var columns = new LinkedHashMap<String, CellKey>();
            requestColumnWordings.keySet().forEach(column -> columns.put(column, CellKey.of("t3", row.key(), column)));
            requestCells.put(row.key(), columns);
            for (var wording : row.wordings()) {
                requestRowsByWording
                        .computeIfAbsent(wording, key -> new ArrayList<>())
                        .add(i);
            }
        }
        known.addAll(clauseRowByWording.keySet());
        known.addAll(clauseColumnWordings);
        known.addAll(requestRowsByWording.keySet());
        known.addAll(requestHeader);
        known.addAll(requestGroups);
        known.addAll(remedyOutcomes);
        known.add("信息内容");
        known.remove("");
    }

    private void learnClauses(ReportFormat format, ReportFormat.Table table) {
        for (var part : table.parts()) {
            var columns = part.columns().stream()
                    .map(column ->
                            new KnownColumn(column.key(), wordings(column.label(), column.variants()), column.label()))
                    .toList();
            columns.forEach(column -> clauseColumnWordings.addAll(column.wordings()));
            var rows = new LinkedHashSet<String>();
            for (var row : part.rows()) {
                rows.add(row.key());
                var known = clauseRows.computeIfAbsent(
                        row.key(),
                        key -> new KnownRow(
                                key, Wording.label(row.label()), new LinkedHashSet<>(), new LinkedHashMap<>()));
                known.wordings().addAll(wordings(row.label(), row.variants()));
                known.official().put(format.key(), row.label());
                known.wordings().forEach(wording -> clauseRowByWording.put(wording, row.key()));
            }
            var known = new KnownPart(format, table, part, clause(part.clause()), columns, rows);
            clauseParts.add(known);
            for (var row : rows) {
                clausePartsByRow.computeIfAbsent(row, key -> new ArrayList<>()).add(known);
            }
        }
    }

    private void learnRequestColumns(ReportFormat.Table table) {
        for (var part : table.parts()) {
            for (var column : part.columns()) {
                var words = requestColumnWordings.computeIfAbsent(column.key(), key -> new ArrayList<>());
                words.addAll(wordings(column.label(), column.variants()));
                column.path().forEach(label -> requestHeader.add(Wording.label(label)));
            }
        }
    }

    private void learnRemedies(ReportFormat.Table table) {
        for (var part : table.parts()) {
            for (var column : part.columns()) {
                var group = column.path().get(column.path().size() - 2);
                remedyGroups.putIfAbsent(Wording.label(group), remedyGroups.size());
                column.path()
                        .subList(0, column.path().size() - 1)
                        .forEach(label -> remedyOutcomes.add(Wording.label(label)));
                remedyOutcomes.add(Wording.label(column.label()));
            }
        }
    }

    /** The rows of table three in all formats, in one order: the newest format's, with the others' own rows after their neighbours. */
    private List<KnownRow> mergedRequestRows(ReportFormats formats) {
        var merged = new ArrayList<KnownRow>();
        for (var format : formats.all().reversed()) {
            int at = 0;
            for (var part : format.table("t3").map(ReportFormat.Table::parts).orElse(List.of())) {
                for (var row : part.rows()) {
                    int found = indexOf(merged, row.key());
                    if (found < 0) {
                        found = at;
                        merged.add(
                                found,
                                new KnownRow(
                                        row.key(),
                                        Wording.label(row.label()),
                                        new LinkedHashSet<>(),
                                        new LinkedHashMap<>()));
                    }
                    var known = merged.get(found);
                    known.official().put(format.key(), row.label());
                    for (var label : wordings(row.label(), row.variants())) {
                        known.wordings().add(label);
                        var before = new StringBuilder(label);
                        for (int i = row.path().size() - 2; i >= 0; i--) {
                            requestGroups.add(Wording.label(row.path().get(i)));
                            before.insert(0, Wording.label(row.path().get(i)));
                            known.wordings().add(before.toString());
                        }
                    }
                    at = found + 1;
                }
            }
        }
        return List.copyOf(merged);
    }

    private static int indexOf(List<KnownRow> rows, String key) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static Set<String> wordings(String label, List<String> variants) {
        var words = new LinkedHashSet<String>();
        words.add(Wording.label(label));
        variants.forEach(variant -> words.add(Wording.label(variant)));
        return words;
    }

    ReportFormats formats() {
        return formats;
    }

    List<KnownPart> clauseParts() {
        return clauseParts;
    }

    /** The parts of table two, in all formats, that have the row. */
    List<KnownPart> clauseParts(KnownRow row) {
        return clausePartsByRow.getOrDefault(row.key(), List.of());
    }

    List<KnownRow> requestRows() {
        return requestRows;
    }

    Set<String> sectionTitles(SectionKey key) {
        return sectionTitles.getOrDefault(key, Set.of());
    }

    /** The numeral of a clause line such as {@code 第二十条第（五）项}; null if the text is none. */
    static @Nullable String clause(@Nullable String text) {
        if (text == null || text.length() > 60 || text.indexOf('条') < 0 || text.indexOf('项') < 0) {
            return null;
        }
        var plain = Wording.plain(text);
        int article = plain.indexOf("第二十条");
        if (article < 0 || article > 8) {
            return null;
        }
        int from = plain.indexOf('第', article + 4);
        int to = plain.indexOf('项', article + 4);
        if (from < 0 || to < from || to - from > 7) {
            return null;
        }
        var numeral = new StringBuilder();
        for (int i = from + 1; i < to; i++) {
            if (Wording.isNumeral(plain.charAt(i))) {
                numeral.append(plain.charAt(i));
            } else if (plain.charAt(i) >= '1' && plain.charAt(i) <= '9') {
                numeral.append("一二三四五六七八九".charAt(plain.charAt(i) - '1'));
            }
        }
        return numeral.isEmpty() ? null : numeral.toString();
    }

    /** The row of table two with exactly that wording. */
    @Nullable
    KnownRow clauseRow(String label) {
        var key = clauseRowByWording.get(label);
        return key == null ? null : clauseRows.get(key);
    }

    /** The row of table two most like that wording, if one is like it and clearly more so than any other. */
    @Nullable
    KnownRow clauseRowLike(String label) {
        var exact = clauseRow(label);
        if (exact != null || label.length() < 3) {
            return exact;
        }
        var known = likeClauseRows.get(label);
        if (known == null) {
            known = Optional.ofNullable(mostLike(label));
            if (likeClauseRows.size() < MOST_KEPT) {
                likeClauseRows.put(label, known);
            }
        }
        return known.orElse(null);
    }

    private @Nullable KnownRow mostLike(String label) {
        KnownRow best = null;
        double most = 0.7;
        for (var row : clauseRows.values()) {
            for (var wording : row.wordings()) {
                double likeness = Wording.likeness(label, wording, most);
                if (likeness >= most) {
                    most = likeness;
                    best = row;
                }
            }
        }
        return best;
    }

    /** The wording of a column of table two most like that label; null if none is. */
    @Nullable
    String clauseColumnLike(String label) {
        if (clauseColumnWordings.contains(label)) {
            return label;
        }
        String best = null;
        double most = ALIKE;
        if (label.length() >= 3 && label.length() <= 16) {
            for (var wording : clauseColumnWordings) {
                double likeness = Wording.likeness(label, wording, most);
                if (likeness > most) {
                    most = likeness;
                    best = wording;
                }
            }
        }
        return best;
    }

    /** Whether the label heads a column of table two. */
    boolean isClauseColumn(String label) {
        return clauseColumnWordings.contains(label);
    }

    /** Positions in {@link #requestRows} of the rows with exactly that wording. */
    List<Integer> requestRowsExactly(String label) {
        return requestRowsByWording.getOrDefault(label, List.of());
    }

    /** Whether a row of table three goes by that label and has that number before it in some format. */
    boolean isNumbered(char number, String label) {
        return requestRowsExactly(label).stream()
                .flatMap(row -> requestRows.get(row).official().values().stream())
                .anyMatch(official -> official.charAt(0) == number);
    }

    /** Every wording of the rows of table three. */
    Set<String> requestWordings() {
        return requestRowsByWording.keySet();
    }

    /** How like the label is to the row of table three at that position; 0 where less than {@code least}. */
    double requestRowLikeness(String label, int row, double least) {
        double most = 0;
        for (var wording : requestRows.get(row).wordings()) {
            most = Math.max(most, Wording.likeness(label, wording, Math.max(least, most)));
        }
        return most;
    }

    /** How like the label is to the row of table three it is most like; 0 where that is less than {@link #ALIKE}. */
    double likenessToRequestRow(String label) {
        var known = likenesses.get(label);
        if (known == null) {
            double most = requestRowsExactly(label).isEmpty() ? 0 : 1;
            for (int row = 0; most < 1 && row < requestRows.size(); row++) {
                most = Math.max(most, requestRowLikeness(label, row, ALIKE));
            }
            known = most;
            if (likenesses.size() < MOST_KEPT) {
                likenesses.put(label, known);
            }
        }
        return known;
    }

    /** The cells of a row of table three in those columns. */
    List<CellKey> requestCells(KnownRow row, List<String> columns) {
        var byColumn = requestCells.getOrDefault(row.key(), Map.of());
        var keys = new ArrayList<CellKey>(columns.size());
        for (var column : columns) {
            keys.add(Objects.requireNonNull(byColumn.get(column)));
        }
        return keys;
    }

    /** Whether the cell holds an amount of money, which may have decimals. */
    boolean isAmount(CellKey key) {
        return amounts.contains(key);
    }

    /** The cells a report in that format must have, given those found; see {@link ReportFormat#cells(java.util.Collection)}. */
    List<CellKey> cells(ReportFormat format, Set<CellKey> found) {
        for (var alternative : alternatives) {
            if (found.contains(alternative)) {
                return format.cells(found);
            }
        }
        return cells.getOrDefault(format.key(), List.of());
    }

    /** The keys of table three's columns in order with the bare words of their labels. */
    Map<String, List<String>> requestColumns() {
        return requestColumnWordings;
    }

    /** Whether the label heads columns of table three, itself or as a group. */
    boolean isRequestHeader(String label) {
        return requestHeader.contains(label);
    }

    /** Whether the label names a group of rows of table three. */
    boolean isRequestGroup(String label) {
        return requestGroups.contains(label);
    }

    /** The place of the group of table four with that label in the order of the format; -1 if it is none. */
    int remedyGroup(String label) {
        return remedyGroups.getOrDefault(label, -1);
    }

    /** Whether the label belongs to the header of table four. */
    boolean isRemedyHeader(String label) {
        return remedyOutcomes.contains(label);
    }

    /** Whether the label is one of any table's. */
    boolean knows(String label) {
        return known.contains(label);
    }
}
