package gongkai.platform.application;

import gongkai.platform.request.fee.FeeBand;
import java.util.List;

/**
 * Rights, terms and fees in plain words.
 *
 * @param pieces the bands of the fee by pieces in a month, the last one goes on in the same way
 * @param pages the bands of the fee by pages of one request
 * @param draftDays how long a draft is kept
 */
public record GuidePage(List<FeeBand> pieces, List<FeeBand> pages, int draftDays) {}
