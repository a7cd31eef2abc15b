package gongkai.platform.request.procedure;

import java.time.LocalDate;

/**
 * One day in the ledger of a request's clock.
 *
 * @param counted true if the day uses up one of the term's working days
 * @param reason plain Chinese
 * @param article the article by which it counts or does not
 */
public record ClockDay(LocalDate day, boolean counted, String reason, String article) {}
