package gongkai.annualreport.reading;

import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the official formats call the clauses, rows and columns of table two. */
final class ClauseWords {
    static final ClauseWords OFFICIAL = new ClauseWords(ReportFormats.official());

    private static final double ROW_ALIKE = 0.7;
    private static final double COLUMN_ALIKE = 0.6;
    private static final int MOST_KEPT = 2_000;

    /** A column of one part of the table. */
    record KnownColumn(String key, Set<String> wordings, String official) {
        KnownColumn(ReportFormat.Column column) {
            this(column.key(), Wording.labels(column.label(), column.variants()), column.label());
        }
    }

    /** A part of the table in one format. */
    record KnownPart(ReportFormat format, @Nullable String clause, List<KnownColumn> columns) {}

    private final List<KnownPart> parts = new ArrayList<>();
    private final Map<String, List<KnownPart>> partsByRow = new HashMap<>();
    private final Map<String, KnownRow> rows = new LinkedHashMap<>();
    private final Map<String, KnownRow> rowByWording = new HashMap<>();
    private final Set<String> columnWordings = new LinkedHashSet<>();
    private final Map<String, Optional<KnownRow>> likeRows = new ConcurrentHashMap<>();

    private ClauseWords(ReportFormats formats) {
        for (var format : formats.all()) {
            for (var part : format.parts("t2")) {
                learn(format, part);
            }
        }
    }

    private void learn(ReportFormat format, ReportFormat.Part part) {
        var columns = part.columns().stream().map(KnownColumn::new).toList();
        columns.forEach(column -> columnWordings.addAll(column.wordings()));
        var known = new KnownPart(format, clause(part.clause()), columns);
        parts.add(known);
        for (var row : part.rows()) {
            var knownRow = rows.computeIfAbsent(row.key(), key -> new KnownRow(row));
            knownRow.learn(format, row).forEach(wording -> rowByWording.put(wording, knownRow));
            partsByRow.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(known);
        }
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

    /** The parts of all formats. */
    List<KnownPart> parts() {
        return parts;
    }

    /** The parts, in all formats, that have the row. */
    List<KnownPart> parts(KnownRow row) {
        return partsByRow.getOrDefault(row.key(), List.of());
    }

    /** Every wording of rows and columns. */
    Set<String> labels() {
        var labels = new LinkedHashSet<>(rowByWording.keySet());
        labels.addAll(columnWordings);
        return labels;
    }

    /** The row with exactly that wording. */
    @Nullable
    KnownRow row(String label) {
        return rowByWording.get(label);
    }

    /** The row most like that wording, if one is like it and clearly more so than any other. */
    @Nullable
    KnownRow rowLike(String label) {
        var exact = row(label);
        if (exact != null || label.length() < 3) {
            return exact;
        }
        var known = likeRows.get(label);
        if (known == null) {
            known = Optional.ofNullable(mostLike(label));
            if (likeRows.size() < MOST_KEPT) {
                likeRows.put(label, known);
            }
        }
        return known.orElse(null);
    }

    private @Nullable KnownRow mostLike(String label) {
        KnownRow best = null;
        double most = ROW_ALIKE;
        for (var row : rows.values()) {
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

    /** Whether the label heads a column, or is much like one that does. */
    boolean isColumnLike(String label) {
        if (isColumn(label)) {
            return true;
        }
        if (label.length() >= 3 && label.length() <= 16) {
            for (var wording : columnWordings) {
                if (Wording.likeness(label, wording, COLUMN_ALIKE) > COLUMN_ALIKE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the label heads a column. */
    boolean isColumn(String label) {
        return columnWordings.contains(label);
    }
}
