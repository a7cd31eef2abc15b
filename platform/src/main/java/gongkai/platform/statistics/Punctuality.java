package gongkai.platform.statistics;

import org.jspecify.annotations.Nullable;

/**
 * How punctual answers were. Requests without a term that counts, withdrawn or lapsed, are in no share.
 *
 * @param inTime answered on or before the last day
 * @param late answered after it
 * @param unsent decided but not yet sent, so that no day can be judged
 * @param openLate not answered although the last day has passed
 * @param openYet not answered, and not due yet or waiting for somebody else
 * @param ended withdrawn or lapsed
 * @param median half of the answers took no more days than this, from receipt to answer; null without answers
 * @param ninety nine of ten took no more
 */
public record Punctuality(
        int inTime,
        int late,
        int unsent,
        int openLate,
        int openYet,
        int ended,
        @Nullable Double median,
        @Nullable Double ninety) {
    /** All that should have been answered by now. */
    public int due() {
        return inTime + late + openLate;
    }

    /** For example 97.8%（45/46）; a dash when nothing was due. */
    public String share() {
        return due() == 0 ? "—" : "%.1f%%（%d/%d）".formatted(100.0 * inTime / due(), inTime, due());
    }

    /** The median in words. */
    public String medianWords() {
        return StatisticsController.days(median);
    }

    /** Nine of ten, in words. */
    public String ninetyWords() {
        return StatisticsController.days(ninety);
    }
}
