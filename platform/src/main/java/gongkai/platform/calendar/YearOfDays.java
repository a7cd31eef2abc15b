package gongkai.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One year in one place, counted through once so that every later question is a look-up. */
final class YearOfDays {
    /** What a document says about one day. */
    record Declared(NoticeDay day, String source) {}

    private final int year;
    private final Map<LocalDate, Declared> declared;
    /** {@code workedBefore[d]}: the working days of the year before its d-th day, d from 1; one more entry holds them all. */
    private final short[] workedBefore;
    /** {@code nthWorked[n]}: the day of the year that is its n-th working day, n from 1. */
    private final short[] nthWorked;

    YearOfDays(int year, Map<LocalDate, Declared> declared) {
        this.year = year;
        this.declared = Map.copyOf(declared);
        int length = Year.of(year).length();
        workedBefore = new short[length + 2];
        var worked = new short[length + 1];
        short count = 0;
        for (int d = 1; d <= length; d++) {
            workedBefore[d] = count;
            if (isWorked(LocalDate.ofYearDay(year, d))) {
                worked[++count] = (short) d;
            }
        }
        workedBefore[length + 1] = count;
        nthWorked = Arrays.copyOf(worked, count + 1);
    }

    private boolean isWorked(LocalDate day) {
        var said = declared.get(day);
        return said == null ? !isWeekend(day) : !said.day().off();
    }

    static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    int year() {
        return year;
    }

    int total() {
        return nthWorked.length - 1;
    }

    /** Working days of this year before that day of the year. */
    int workedBefore(LocalDate day) {
        return workedBefore[day.getDayOfYear()];
    }

    /** Working days of this year up to and including that day of the year. */
    int workedUpTo(LocalDate day) {
        return workedBefore[day.getDayOfYear() + 1];
    }

    /** The n-th working day of the year, n from 1 to {@link #total}. */
    LocalDate nthWorked(int n) {
        return LocalDate.ofYearDay(year, nthWorked[n]);
    }

    boolean counts(LocalDate day) {
        return workedUpTo(day) > workedBefore(day);
    }

    CalendarDay day(LocalDate day) {
        var said = declared.get(day);
        var weekday = weekday(day);
        if (said == null) {
            return isWeekend(day)
                    ? new CalendarDay(day, false, weekday + "，休息日", null)
                    : new CalendarDay(day, true, "工作日", null);
        }
        var name = said.day().name();
        return said.day().off()
                ? new CalendarDay(day, false, name + "放假", said.source())
                : new CalendarDay(day, true, weekday + "，" + name + "调休上班", said.source());
    }

    @Nullable
    Declared declaredOn(LocalDate day) {
        return declared.get(day);
    }

    static String weekday(LocalDate day) {
        return "周" + "一二三四五六日".charAt(day.getDayOfWeek().getValue() - 1);
    }
}
