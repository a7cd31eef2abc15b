package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.SectionKey;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Every wording the official formats use for sections, rows and columns, looked up by their bare words. Built from the formats alone, so
 * a new format brings its own words. Those of tables two and three are {@link ClauseWords} and {@link RequestWords}.
 */
final class Vocabulary {
    static final Vocabulary OFFICIAL = new Vocabulary(ReportFormats.official());

    private final Map<SectionKey, Set<String>> sectionTitles = new EnumMap<>(SectionKey.class);
    private final Set<String> remedyHeader = new LinkedHashSet<>();
    private final Map<String, List<CellKey>> cells = new HashMap<>();
    private final Set<CellKey> amounts = new HashSet<>();
    private final Set<CellKey> alternatives = new LinkedHashSet<>();
    private final Set<String> known = new HashSet<>();

    private Vocabulary(ReportFormats formats) {
        for (var format : formats.all()) {
            for (var title : format.sections()) {
                sectionTitles
                        .computeIfAbsent(title.key(), key -> new LinkedHashSet<>())
                        .addAll(Wording.labels(title.title(), title.variants()));
            }
            for (var part : format.parts("t4")) {
                part.columns()
                        .forEach(column -> column.path().forEach(label -> remedyHeader.add(Wording.label(label))));
            }
            cells.put(format.key(), format.cells());
            for (var table : format.tables()) {
                table.parts().forEach(part -> learnCells(table, part));
            }
        }
        known.addAll(ClauseWords.OFFICIAL.labels());
        known.addAll(RequestWords.OFFICIAL.labels());
        known.addAll(remedyHeader);
        known.add("信息内容");
        known.remove("");
    }

    private void learnCells(ReportFormat.Table table, ReportFormat.Part part) {
        for (var column : part.columns()) {
            if (column.unit().endsWith("元") || column.unit().equals("不固定")) {
                part.rows().forEach(row -> amounts.add(ReportFormat.key(table, row, column)));
            }
            part.alternatives().forEach(single -> alternatives.add(ReportFormat.key(table, single.row(), column)));
        }
    }

    Set<String> sectionTitles(SectionKey key) {
        return sectionTitles.getOrDefault(key, Set.of());
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

    /** Whether the label belongs to the header of table four. */
    boolean isRemedyHeader(String label) {
        return remedyHeader.contains(label);
    }

    /** Whether the label is one of any table's. */
    boolean knows(String label) {
        return known.contains(label);
    }
}
