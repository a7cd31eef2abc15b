package gongkai.platform.calendar;

import java.util.List;

/**
 * One year as it is counted.
 *
 * @param months the working days of January to December
 * @param days what the notice declares, in order
 * @param entered what was entered for the year, the latest first; empty if the shipped notice was never replaced
 */
public record YearPage(
        int year,
        String source,
        List<Integer> months,
        List<NoticeDay> days,
        List<EnteredDecision> entered,
        boolean mayEdit) {
    public int total() {
        return months.stream().mapToInt(Integer::intValue).sum();
    }
}
