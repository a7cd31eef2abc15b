package gongkai.annualreport.planted;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import java.util.LinkedHashSet;
import java.util.Set;

/** What the sums of a draft's figures say, worked out again and on its own. Each entry is a rule and the column, row or group it fails in. */
final class Oracle {
    private final Draft draft;
    private final Set<String> failing = new LinkedHashSet<>();

    private Oracle(Draft draft) {
        this.draft = draft;
    }

    /** Entries like {@code T3-BALANCE natural}. */
    static Set<String> failing(Draft draft) {
        var oracle = new Oracle(draft);
        oracle.work();
        return oracle.failing;
    }

    private void work() {
        var rows = draft.form.t3Rows(draft.singleOther);
        boolean third = draft.truth.entrySet().stream()
                .anyMatch(entry -> entry.getKey().table().equals("t3") && entry.getValue() instanceof Cell.Figure);
        for (var column : Form.T3_COLUMNS) {
            if (!third || empty("t3.result_total." + column)) {
                continue;
            }
            if (n("t3.new_received." + column) + n("t3.carried_in." + column)
                    != n("t3.result_total." + column) + n("t3.carried_out." + column)) {
                failing.add("T3-BALANCE " + column);
            }
            var results = rows.stream().filter(Form.T3Row::isResult).toList();
            boolean itemTotalEmpty =
                    column.equals("total") && results.stream().anyMatch(row -> empty("t3." + row.key() + ".total"));
            if (!itemTotalEmpty
                    && results.stream()
                                    .mapToLong(row -> n("t3." + row.key() + "." + column))
                                    .sum()
                            != n("t3.result_total." + column)) {
                failing.add("T3-RESULT-SUM " + column);
            }
        }
        for (var row : rows) {
            if (third
                    && !empty("t3." + row.key() + ".total")
                    && Form.APPLICANTS.stream()
                                    .mapToLong(column -> n("t3." + row.key() + "." + column))
                                    .sum()
                            != n("t3." + row.key() + ".total")) {
                failing.add("T3-ROW-TOTAL " + row.key());
            }
        }
        for (var group : Form.T4_GROUPS) {
            if (!empty("t4." + group + ".total")
                    && Form.T4_COLUMNS.subList(0, 4).stream()
                                    .mapToLong(column -> n("t4." + group + "." + column))
                                    .sum()
                            != n("t4." + group + ".total")) {
                failing.add("T4-SUM-" + group.toUpperCase(java.util.Locale.ROOT) + " " + group);
            }
        }
    }

    private long n(String key) {
        return draft.figure(key);
    }

    private boolean empty(String key) {
        return !(draft.truth.get(CellKey.of(key)) instanceof Cell.Figure);
    }
}
