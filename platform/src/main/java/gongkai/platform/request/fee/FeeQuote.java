package gongkai.platform.request.fee;

import java.util.List;

/**
 * What a count costs and how that comes about.
 *
 * @param count the applicant's pieces of the month, or the pages of one request
 * @param amount yuan; the sum of the bands
 */
public record FeeQuote(FeeBasis basis, int count, long amount, List<FeeBand> bands) {
    public FeeQuote {
        bands = List.copyOf(bands);
    }

    static FeeQuote of(FeeBasis basis, int count, List<FeeBand> bands) {
        return new FeeQuote(
                basis, count, bands.stream().mapToLong(FeeBand::amount).sum(), bands);
    }
}
