package gongkai.platform.calendar;

import java.time.LocalDate;

/**
 * One day that a notice takes out of the ordinary week.
 *
 * @param name the festival in whose name it is declared, for example 国庆节
 * @param off true for a day off (放假), false for a weekend day that is worked (调休上班)
 */
public record NoticeDay(LocalDate day, String name, boolean off) {}
