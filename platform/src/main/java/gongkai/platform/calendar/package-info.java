/**
 * Which days count: the yearly holiday notices (放假安排), what a region adds to them, and the terms counted on them.
 *
 * <p>Start at {@link gongkai.platform.calendar.Calendars}, which knows the calendar that holds now; {@link
 * gongkai.platform.calendar.WorkingDays} counts. The counting itself is pure: {@link gongkai.platform.calendar.WorkCalendar} and what it
 * is made of need no framework.
 */
@NullMarked
package gongkai.platform.calendar;

import org.jspecify.annotations.NullMarked;
