/**
 * Which days count: the yearly holiday notices (放假安排), what a region adds to them, and the terms counted on them.
 *
 * <p>Start at {@link gongkai.platform.calendar.WorkCalendar}; {@link gongkai.platform.calendar.WorkingDays} counts.
 */
@NullMarked
package gongkai.platform.calendar;

import org.jspecify.annotations.NullMarked;
