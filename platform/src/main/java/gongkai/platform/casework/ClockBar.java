package gongkai.platform.casework;

import gongkai.platform.request.procedure.ClockDay;
import java.time.LocalDate;
import java.util.List;

/**
 * The days of the running term side by side: used, not counted, left.
 *
 * @param cells one for each calendar day after day 0
 * @param used working days used up to today
 * @param left working days from tomorrow on
 * @param off days that are not counted
 * @param stopped whether the clock stands still, so that nobody can say how many are left
 */
public record ClockBar(List<Cell> cells, int used, int left, int off, boolean stopped) {
    private static final int CELL = 10;

    /** One day: {@code css} is its kind. */
    public record Cell(int x, String css) {}

    static ClockBar of(List<ClockDay> ledger, LocalDate today, boolean stopped) {
        var days = ledger.isEmpty() ? ledger : ledger.subList(1, ledger.size());
        var cells = new java.util.ArrayList<Cell>();
        int used = 0;
        int left = 0;
        for (var day : days) {
            boolean past = !day.day().isAfter(today);
            cells.add(new Cell(cells.size() * CELL, !day.counted() ? "off" : past ? "used" : "left"));
            used += day.counted() && past ? 1 : 0;
            left += day.counted() && !past ? 1 : 0;
        }
        return new ClockBar(cells, used, left, days.size() - used - left, stopped);
    }

    public int width() {
        return Math.max(CELL, cells.size() * CELL);
    }

    /** The same in words. */
    public String words() {
        return "已用 " + used + " 个工作日" + (stopped ? "" : " · 剩 " + left + " 个工作日") + " · 不计入 " + off + " 天";
    }
}
