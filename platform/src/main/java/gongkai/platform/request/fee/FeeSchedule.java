package gongkai.platform.request.fee;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A tariff, progressive by bands (超额累进). A new version of the rules is a new entry of {@link #NEWEST_FIRST}, never an edit.
 *
 * @param inForceFrom the first day it holds
 * @param pieces the ladder by pieces: all requests of one applicant to one organ in a calendar month
 * @param pages the ladder by pages of one request
 */
public record FeeSchedule(LocalDate inForceFrom, Ladder pieces, Ladder pages) {
    /** More than any organ will see; keeps a mistyped number from writing an endless quote. */
    public static final int LARGEST_COUNT = 100_000;

    private static final List<FeeSchedule> NEWEST_FIRST = List.of(new FeeSchedule(
            LocalDate.of(2021, 1, 1),
            new Ladder(List.of(new Rung(10, 0), new Rung(30, 100)), 10, 200, 100),
            new Ladder(List.of(new Rung(30, 0), new Rung(100, 10), new Rung(200, 20)), LARGEST_COUNT, 40, 0)));

    /** Pieces or pages up to and including {@code upTo} that lie above the rung before, at that rate in yuan. */
    record Rung(int upTo, long rate) {}

    /** The rungs, and above them bands of one width whose rate grows by the same step. */
    public record Ladder(List<Rung> rungs, int width, long firstRate, long step) {
        private List<FeeBand> bands(int count) {
            var bands = new ArrayList<FeeBand>();
            int from = 1;
            for (var rung : rungs) {
                if (from <= count) {
                    bands.add(FeeBand.of(from, Math.min(rung.upTo(), count), rung.rate()));
                }
                from = rung.upTo() + 1;
            }
            for (long rate = firstRate; from <= count; rate += step, from += width) {
                bands.add(FeeBand.of(from, (int) Math.min((long) from + width - 1, count), rate));
            }
            return bands;
        }
    }

    /** The tariff of that day; none before 1 January 2021, when nothing could be charged. */
    public static Optional<FeeSchedule> on(LocalDate day) {
        return NEWEST_FIRST.stream()
                .filter(schedule -> !day.isBefore(schedule.inForceFrom()))
                .findFirst();
    }

    /** What so many pieces in a month, or pages of one request, cost. Throws for less than 0 and more than {@link #LARGEST_COUNT}. */
    public FeeQuote quote(FeeBasis basis, int count) {
        if (count < 0 || count > LARGEST_COUNT) {
            throw new IllegalArgumentException("a fee for " + count + " " + basis);
        }
        return FeeQuote.of(basis, count, ladder(basis).bands(count));
    }

    /**
     * What one request costs: by pages all its pages; by pieces what the {@code count}-th request of the month adds to the ones before it.
     */
    public long charge(FeeBasis basis, int count) {
        var quote = quote(basis, count);
        return switch (basis) {
            case PAGES -> quote.amount();
            case PIECES -> count == 0 ? 0 : quote.bands().getLast().rate();
        };
    }

    private Ladder ladder(FeeBasis basis) {
        return switch (basis) {
            case PIECES -> pieces;
            case PAGES -> pages;
        };
    }
}
