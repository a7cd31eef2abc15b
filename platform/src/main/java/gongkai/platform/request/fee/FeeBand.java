package gongkai.platform.request.fee;

/**
 * The part of a count that falls into one band of the ladder.
 *
 * @param from the first piece or page of that part, from 1
 * @param to the last one that was counted, not the end of the band
 * @param rate yuan for each
 * @param count how many, {@code to - from + 1}
 * @param amount yuan, {@code rate × count}
 */
public record FeeBand(int from, int to, long rate, int count, long amount) {
    static FeeBand of(int from, int to, long rate) {
        int count = to - from + 1;
        return new FeeBand(from, to, rate, count, rate * count);
    }
}
