package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.PageBreak;
import gongkai.annualreport.planted.Piece.Role;
import gongkai.annualreport.planted.Piece.Slot;
import gongkai.annualreport.planted.Piece.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What offices, converters and page breaks do to a drawn table. */
final class Redrawings {
    private Redrawings() {}

    static UnaryOperator<List<Piece>> each(String name, Function<Table, List<Piece>> change) {
        return pieces -> {
            var drawn = new ArrayList<Piece>();
            for (var piece : pieces) {
                if (piece instanceof Table table
                        && (name.isEmpty() || table.name().equals(name))) {
                    drawn.addAll(change.apply(table));
                } else {
                    drawn.add(piece);
                }
            }
            return drawn;
        };
    }

    /** Every span gone. Swallowed cells come back empty, or not at all, so that rows begin at different columns. */
    static UnaryOperator<List<Piece>> loseMerges(Random random) {
        return each("", table -> {
            var positions = Piece.positions(table);
            var rows = new ArrayList<List<Slot>>();
            for (int r = 0; r < positions.size(); r++) {
                var row = new ArrayList<Slot>();
                boolean figures = positions.get(r).stream()
                        .anyMatch(at -> at != null && at.slot().key() != null);
                boolean drop = figures && random.nextBoolean();
                for (int c = 0; c < positions.get(r).size(); c++) {
                    var at = positions.get(r).get(c);
                    if (at == null) {
                        continue;
                    }
                    if (at.begins(r, c)) {
                        row.add(at.slot().single());
                    } else if (!drop && at.slot().key() == null) {
                        row.add(Slot.label(""));
                    }
                }
                rows.add(row);
            }
            return List.of(new Table(table.name(), rows));
        });
    }

    /** Breaks table three over a page. */
    static UnaryOperator<List<Piece>> breakThird(int afterRow, Heads heads) {
        return each("t3", table -> {
            var first = cut(table, 0, afterRow);
            var second = cut(table, afterRow, table.rows().size());
            var head = cut(table, 0, 3);
            var below = new ArrayList<List<Slot>>();
            switch (heads) {
                case REPEATED -> below.addAll(head.rows());
                case CUT ->
                    below.add(Form.T3_COLUMN_LABELS.stream()
                            .map(label -> Slot.label(label))
                            .collect(java.util.stream.Collectors.collectingAndThen(
                                    java.util.stream.Collectors.toCollection(ArrayList::new), row -> {
                                        row.add(0, Slot.label("", 3, 1));
                                        return row;
                                    })));
                case NONE -> {}
            }
            below.addAll(second.rows());
            return List.of(first, new Line(Role.DRAWN, "— 4 —"), new PageBreak(), new Table("t3", below));
        });
    }

    enum Heads {
        REPEATED,
        CUT,
        NONE
    }

    /** After a page break the label columns of table three are merged otherwise, so that the second part has fewer columns. */
    static UnaryOperator<List<Piece>> fewerColumnsAfterBreak(int afterRow) {
        return each("t3", table -> {
            var second = cut(table, afterRow, table.rows().size());
            var rows = new ArrayList<List<Slot>>();
            for (var row : second.rows()) {
                var labels = row.stream().filter(slot -> slot.key() == null).toList();
                var figures = row.stream().filter(slot -> slot.key() != null).toList();
                var changed = new ArrayList<Slot>();
                var inner = labels.getLast().text();
                changed.add(Slot.label(
                        labels.size() > 1
                                        && !labels.get(labels.size() - 2).text().startsWith("三、")
                                ? labels.get(labels.size() - 2).text()
                                : ""));
                changed.add(Slot.label(inner));
                changed.addAll(figures);
                rows.add(changed);
            }
            return List.of(cut(table, 0, afterRow), new PageBreak(), new Table("t3", rows));
        });
    }

    /** Rows [from, to) with spans cut at the borders; a label that reaches over the cut stays above it. */
    static Table cut(Table table, int from, int to) {
        var positions = Piece.positions(table);
        var rows = new ArrayList<List<Slot>>();
        for (int r = from; r < to; r++) {
            var row = new ArrayList<Slot>();
            for (int c = 0; c < positions.get(r).size(); c++) {
                var at = positions.get(r).get(c);
                if (at == null || at.column() != c) {
                    continue;
                }
                if (at.row() == r) {
                    row.add(new Slot(
                            at.slot().text(),
                            at.slot().columnSpan(),
                            Math.min(at.slot().rowSpan(), to - r),
                            at.slot().key()));
                } else if (r == from) {
                    row.add(Slot.label(
                            "",
                            at.slot().columnSpan(),
                            Math.min(at.row() + at.slot().rowSpan(), to) - r));
                }
            }
            rows.add(row);
        }
        return new Table(table.name(), rows);
    }

    /** （三） beside the first reason and 不予公开 beside the second, as a page break tears them. */
    static UnaryOperator<List<Piece>> tearGroupLabel() {
        return each("t3", table -> {
            var rows = new ArrayList<List<Slot>>();
            int torn = -1;
            for (int r = 0; r < table.rows().size(); r++) {
                var row = new ArrayList<>(table.rows().get(r));
                for (int i = 0; i < row.size(); i++) {
                    if (row.get(i).text().equals("（三）不予公开")) {
                        row.set(i, Slot.label("（三）"));
                        torn = r;
                    }
                }
                if (torn >= 0 && r == torn + 1) {
                    row.add(0, Slot.label("不予公开", 1, 7));
                }
                rows.add(row);
            }
            return List.of(new Table("t3", rows));
        });
    }

    /** The labels of some rows stand in the leftmost columns, their figures stay where they were. */
    static UnaryOperator<List<Piece>> shiftLabelsLeft() {
        return each("t3", table -> {
            var rows = new ArrayList<List<Slot>>();
            var positions = Piece.positions(table);
            for (int r = 0; r < table.rows().size(); r++) {
                var flat = new ArrayList<Slot>();
                for (int c = 0; c < positions.get(r).size(); c++) {
                    var at = positions.get(r).get(c);
                    if (at != null && (at.slot().key() != null || r < 3)) {
                        if (at.begins(r, c)) {
                            flat.add(at.slot());
                        }
                    } else if (at != null && c < 3) {
                        flat.add(Slot.label(at.begins(r, c) ? at.slot().text() : ""));
                    }
                }
                var keys = table.rows().get(r).stream()
                        .map(slot -> String.valueOf(slot.key()))
                        .toList();
                if (keys.stream().anyMatch(key -> key.contains("other_misc") || key.contains("result_total"))) {
                    var labels = new ArrayList<>(flat.subList(0, 3));
                    labels.removeIf(slot -> slot.text().isEmpty());
                    while (labels.size() < 3) {
                        labels.add(Slot.label(""));
                    }
                    for (int i = 0; i < 3; i++) {
                        flat.set(i, labels.get(i));
                    }
                }
                rows.add(flat);
            }
            return List.of(new Table("t3", rows));
        });
    }

    /** Table two as one table for each clause of Article 20. */
    static UnaryOperator<List<Piece>> cutSecondByClause() {
        return each("t2", table -> {
            var parts = new ArrayList<Piece>();
            int from = 0;
            for (int r = 1; r <= table.rows().size(); r++) {
                if (r == table.rows().size()
                        || table.rows().get(r).getFirst().text().startsWith("第二十条")) {
                    parts.add(new Table("t2", table.rows().subList(from, r)));
                    from = r;
                }
            }
            return parts;
        });
    }

    static UnaryOperator<List<Piece>> slots(String table, UnaryOperator<Slot> change) {
        return each(
                table,
                drawn -> List.of(new Table(
                        drawn.name(),
                        drawn.rows().stream()
                                .map(row -> row.stream().map(change).toList())
                                .toList())));
    }
}
