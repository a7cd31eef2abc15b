package gongkai.annualreport.planted;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.planted.Piece.Slot;
import gongkai.annualreport.planted.Piece.Table;
import java.util.ArrayList;
import java.util.List;

/** Lays the three tables of a draft out as the official form does. */
final class Tables {
    private Tables() {}

    static Table second(Draft draft) {
        var rows = new ArrayList<List<Slot>>();
        for (var block : draft.form.t2Blocks()) {
            boolean old = draft.oldFirstBlock && block.rows().contains("regulation");
            var columns = old ? Form.OLD_FIRST.columns() : block.columns();
            var columnLabels = old ? Form.OLD_FIRST.columnLabels() : block.columnLabels();
            rows.add(List.of(Slot.label(block.clause(), 4, 1)));
            var head = new ArrayList<Slot>();
            head.add(Slot.label("信息内容"));
            for (int c = 0; c < columns.size(); c++) {
                head.add(Slot.label(draft.label(columnLabels.get(c)), span(c, columns.size()), 1));
            }
            rows.add(head);
            for (int r = 0; r < block.rows().size(); r++) {
                if (draft.droppedRows.contains("t2." + block.rows().get(r))) {
                    continue;
                }
                var row = new ArrayList<Slot>();
                row.add(Slot.label(draft.label(block.rowLabels().get(r))));
                for (int c = 0; c < columns.size(); c++) {
                    row.add(figure(
                            draft, CellKey.of("t2", block.rows().get(r), columns.get(c)), span(c, columns.size())));
                }
                rows.add(row);
            }
        }
        return new Table("t2", rows);
    }

    /** Three columns of figures: the last one of a block with fewer takes the rest. */
    private static int span(int column, int columns) {
        return column == columns - 1 ? 4 - columns : 1;
    }

    private static Slot figure(Draft draft, CellKey key, int span) {
        return new Slot(draft.printed.getOrDefault(key, ""), span, 1, key.toString());
    }

    static Table third(Draft draft) {
        var rows = new ArrayList<List<Slot>>();
        rows.add(List.of(
                Slot.label(draft.label(Form.CORNER), 3, 3),
                Slot.label("申请人情况", 6, 1),
                Slot.label(draft.label("总计"), 1, 3)));
        rows.add(List.of(Slot.label(draft.label("自然人"), 1, 2), Slot.label("法人或其他组织", 5, 1)));
        rows.add(Form.T3_COLUMN_LABELS.subList(1, 6).stream()
                .map(label -> Slot.label(draft.label(label)))
                .toList());
        var data = draft.form.t3Rows(draft.singleOther).stream()
                .filter(row -> !draft.droppedRows.contains("t3." + row.key()))
                .toList();
        boolean firstResult = true;
        var seenGroups = new ArrayList<String>();
        long results = data.stream()
                .filter(row -> row.isResult() || row.key().equals("result_total"))
                .count();
        for (var row : data) {
            var slots = new ArrayList<Slot>();
            boolean outer = !row.isResult() && !row.key().equals("result_total");
            if (outer) {
                slots.add(Slot.label(draft.label(row.label()), 3, 1));
            } else {
                if (firstResult) {
                    slots.add(Slot.label(draft.label("三、本年度办理结果"), 1, (int) results));
                    firstResult = false;
                }
                if (row.group().isEmpty()) {
                    slots.add(Slot.label(draft.label(row.label()), 2, 1));
                } else {
                    if (!seenGroups.contains(row.group())) {
                        seenGroups.add(row.group());
                        slots.add(Slot.label(draft.label(row.group()), 1, (int) data.stream()
                                .filter(other -> other.group().equals(row.group()))
                                .count()));
                    }
                    slots.add(Slot.label(draft.label(row.label())));
                }
            }
            Form.T3_COLUMNS.forEach(column -> slots.add(figure(draft, CellKey.of("t3", row.key(), column), 1)));
            rows.add(slots);
        }
        return new Table("t3", rows);
    }

    static Table fourth(Draft draft) {
        var top = List.of(Slot.label("行政复议", 5, 1), Slot.label("行政诉讼", 10, 1));
        var middle = new ArrayList<Slot>();
        Form.T4_COLUMN_LABELS.forEach(label -> middle.add(Slot.label(draft.label(label), 1, 2)));
        middle.add(Slot.label(draft.label("未经复议直接起诉"), 5, 1));
        middle.add(Slot.label(draft.label("复议后起诉"), 5, 1));
        var bottom = new ArrayList<Slot>();
        for (int i = 0; i < 2; i++) {
            Form.T4_COLUMN_LABELS.forEach(label -> bottom.add(Slot.label(draft.label(label))));
        }
        var figures = new ArrayList<Slot>();
        Form.T4_GROUPS.forEach(group ->
                Form.T4_COLUMNS.forEach(column -> figures.add(figure(draft, CellKey.of("t4", group, column), 1))));
        return new Table("t4", List.of(top, middle, bottom, figures));
    }
}
