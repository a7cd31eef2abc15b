package gongkai.platform.application;

import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.Organ;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The receipt.
 *
 * @param code the query code, null once it is no longer shown
 * @param sentAt when it was sent, as shown
 * @param minutes for how long the code is shown
 * @param answerBy the last day to answer if both sides confirm today, null when the calendar does not tell
 */
public record ReceiptPage(
        Organ organ,
        @Nullable DisclosureOffice office,
        String number,
        @Nullable String code,
        String sentAt,
        long minutes,
        LocalDate today,
        @Nullable LocalDate answerBy) {}
