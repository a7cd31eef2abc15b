package gongkai.annualreport.reading;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.Place;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.reading.Item.TableRow;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Table three (收到和处理政府信息公开申请情况): some twenty-five rows under a header of three lines. The rows of the file are matched to those of the
 * formats in order, so that a damaged label is known by its neighbours.
 */
final class RequestTable {
    private static final RequestWords WORDS = RequestWords.OFFICIAL;
    private final RequestRows gathered = new RequestRows();
    private Map<RequestRow, Integer> matches = Map.of();
    private boolean seen;

    /** Whether the figures of a stream stand apart from their labels, as when a page was copied column by column. */
    private boolean apart;

    boolean isSeen() {
        return seen;
    }

    boolean isEmpty() {
        return matches.isEmpty();
    }

    /** Takes in one row of the file. */
    void take(TableRow row, boolean aligned, int table) {
        seen = true;
        gathered.take(row, aligned, table);
    }

    /** Matches the rows of the file to those of the formats. */
    void match(Findings out) {
        var rows = gathered.rows;
        BrokenRequestRows.mend(rows, out);
        for (var row : rows) {
            apart |= !row.whole && row.filled() > WORDS.columns().size() + 1;
        }
        if (apart) {
            rows.removeIf(row -> row.values.isEmpty());
        }
        var candidates = new ArrayList<RequestRow>();
        for (var row : rows) {
            boolean named = !row.whole && !row.exact.isEmpty() && !row.texts.isEmpty();
            if (row.values.size() >= 3 || named) {
                candidates.add(row);
            }
        }
        matches = RequestMatching.of(candidates, out);
    }

    /** One vote for its format from each row only one format has. */
    void vote(Map<String, Double> votes) {
        for (int row : matches.values()) {
            var formats = WORDS.rows().get(row).official().keySet();
            if (formats.size() == 1) {
                votes.merge(formats.iterator().next(), single(row) ? 0.5 : 1.0, Double::sum);
            }
        }
    }

    private static boolean single(int row) {
        return WORDS.isGroup(WORDS.rows().get(row).label());
    }

    /** Puts down the cells. {@code format} gives the columns and the official labels. */
    void assign(ReportFormat format, Findings out) {
        if (matches.isEmpty()) {
            return;
        }
        var official = format.table("t3").orElseThrow().parts().getFirst().columns().stream()
                .map(ReportFormat.Column::key)
                .toList();
        var values = new ArrayList<Alignment.Values>(matches.size());
        for (var row : matches.keySet()) {
            values.add(new Alignment.Values(row.values, row.table, row.labelAt, row.aligned));
        }
        var keys = columnKeys(official, values);
        var offsets = Alignment.offsets(values, keys.size());
        int at = 0;
        int shifted = 0;
        for (var match : matches.entrySet()) {
            var row = match.getKey();
            var known = WORDS.rows().get(match.getValue());
            var cells = WORDS.cells(known, keys);
            boolean uncertain = !row.whole && (apart || Item.isScattered(row.values));
            int offset = uncertain ? Alignment.UNCERTAIN : offsets[at];
            at++;
            var label = row.label.isEmpty() && !row.texts.isEmpty() ? row.closest(known) : row.label;
            if (!label.isEmpty()) {
                out.label("t3", label, known.official().getOrDefault(format.key(), known.firstOfficial()), row.place);
            }
            if (row.values.isEmpty() || (offset == Alignment.UNCERTAIN && !row.hasNumbers() && !uncertain)) {
                cells.forEach(cell -> out.put(cell, new Token("", -1, row.place)));
            } else if (offset == Alignment.UNCERTAIN) {
                out.oddRows.add(new Reading.OddRow("t3", known.key(), counted(row.values), keys.size(), row.place));
            } else {
                for (int c = 0; c < keys.size(); c++) {
                    out.put(cells.get(c), row.values.get(offset + c));
                }
                shifted += offset > 0 ? 1 : 0;
            }
        }
        if (shifted > 0) {
            out.note("READ-SHIFT", matches.keySet().iterator().next().place, "表三有" + shifted + "行的合并单元格已丢失，数值按列对齐读取");
        }
        noteLostColumnLabels(official, keys, out);
    }

    private static int counted(List<Token> values) {
        int to = values.size();
        while (to > 0 && values.get(to - 1).isBlank()) {
            to--;
        }
        return to;
    }

    /**
     * The columns the rows have. A column whose label the header lost is still there where some row fills as many cells as the format
     * has columns; where no row does, it is lost with its figures.
     */
    private List<String> columnKeys(List<String> official, List<Alignment.Values> values) {
        var named = official.stream().filter(gathered::isNamed).toList();
        if (named.size() == official.size() || named.size() < 3) {
            return official;
        }
        int filled = 0;
        int cells = Integer.MAX_VALUE;
        for (var row : values) {
            filled = Math.max(filled, Item.filled(row.tokens()));
            cells = row.tokens().isEmpty()
                    ? cells
                    : Math.min(cells, row.tokens().size());
        }
        return filled > named.size() || (filled == 0 && cells >= official.size()) ? official : named;
    }

    private void noteLostColumnLabels(List<String> official, List<String> keys, Findings out) {
        for (var key : official) {
            if (!gathered.isNamed(key) && keys.contains(key) && gathered.namesColumns()) {
                var label = WORDS.columns().getOrDefault(key, List.of(key)).getFirst();
                out.note(
                        "READ-COLUMN-LABEL",
                        out.places.getOrDefault(CellKey.of("t3", "new_received", key), Place.NONE),
                        "表三表头缺少“" + label + "”列名，但各行数值齐全，按统一格式的列序读取");
            }
        }
    }
}
