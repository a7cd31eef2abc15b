package gongkai.annualreport;

import java.time.LocalDate;

/** The statistical period (统计期限) a report says its figures cover, both days included. */
public record Period(LocalDate from, LocalDate to) {}
