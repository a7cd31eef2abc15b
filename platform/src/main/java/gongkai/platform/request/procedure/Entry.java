package gongkai.platform.request.procedure;

import java.time.LocalDate;

/**
 * How a step is entered.
 *
 * @param today the day of entry in Asia/Shanghai
 * @param backfilled true for 补录: the step took effect on an earlier day and is entered now. That loosens nothing that the law bars.
 */
public record Entry(LocalDate today, boolean backfilled) {}
