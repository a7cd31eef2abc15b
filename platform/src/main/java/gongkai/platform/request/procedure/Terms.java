package gongkai.platform.request.procedure;

import java.time.LocalDate;
import java.util.List;

/**
 * The statutory terms in working days. A new version of the law is a new line of {@link #NEWEST_FIRST}, never an edit.
 *
 * @param inForceFrom the first day of this version
 * @param answer 第三十三条: to answer
 * @param extension 第三十三条: the longest extension
 * @param correctionNotice 第三十条: to ask for a correction
 * @param opinion 第三十二条、第三十四条: for a third party or another organ to give its opinion
 * @param payment 国办函〔2020〕109号: to pay the fee
 * @param publication 第二十六条: to publish of one's own accord
 * @param usualCorrection no statute fixes the 合理期限 to correct; this is what is proposed
 */
public record Terms(
        LocalDate inForceFrom,
        int answer,
        int extension,
        int correctionNotice,
        int opinion,
        int payment,
        int publication,
        int usualCorrection) {
    private static final List<Terms> NEWEST_FIRST =
            List.of(new Terms(LocalDate.of(2019, 5, 15), 20, 20, 7, 15, 20, 20, 15));

    /** The terms of that day. Throws {@link NoTermsException} for days before 15 May 2019. */
    public static Terms on(LocalDate day) {
        return NEWEST_FIRST.stream()
                .filter(terms -> !day.isBefore(terms.inForceFrom()))
                .findFirst()
                .orElseThrow(() -> new NoTermsException(day));
    }
}
