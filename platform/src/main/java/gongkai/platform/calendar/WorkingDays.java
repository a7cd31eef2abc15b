package gongkai.platform.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The days that count in one place. The day a term starts from is never counted, its last day belongs to it. Every question throws
 * {@link MissingYearException} when it has to judge a day of a year without a notice, and only then.
 */
public final class WorkingDays {
    private final Map<Integer, YearOfDays> years;

    WorkingDays(Map<Integer, YearOfDays> years) {
        this.years = Map.copyOf(years);
    }

    private YearOfDays year(int number) {
        var year = years.get(number);
        if (year == null) {
            throw new MissingYearException(number);
        }
        return year;
    }

    /** True on working days, make-up weekends (调休上班) included. */
    public boolean counts(LocalDate day) {
        return year(day.getYear()).counts(day);
    }

    /** What that day is, and why. */
    public CalendarDay day(LocalDate day) {
        return year(day.getYear()).day(day);
    }

    /** The last day of a term of so many working days; {@code from} itself when it is 0. */
    public LocalDate plus(LocalDate from, int workingDays) {
        if (workingDays < 0) {
            throw new IllegalArgumentException("a term of " + workingDays + " working days");
        }
        if (workingDays == 0) {
            return from;
        }
        var first = from.plusDays(1);
        var year = year(first.getYear());
        int nth = year.workedBefore(first) + workingDays;
        while (nth > year.total()) {
            nth -= year.total();
            year = year(year.year() + 1);
        }
        return year.nthWorked(nth);
    }

    /** The last day of such a term when the days of those ranges are left out of it (不计算在期限内). */
    public LocalDate plus(LocalDate from, int workingDays, List<DayRange> leftOut) {
        var due = plus(from, workingDays);
        if (leftOut.isEmpty() || workingDays == 0) {
            return due;
        }
        var ranges = DayRange.apart(leftOut);
        while (true) {
            int skipped = 0;
            for (var range : ranges) {
                skipped += between(
                        range.after().isAfter(from) ? range.after() : from,
                        range.upTo().isBefore(due) ? range.upTo() : due);
            }
            var later = plus(from, workingDays + skipped);
            if (later.equals(due)) {
                return due;
            }
            due = later;
        }
    }

    /** How many working days lie after {@code after} up to and including {@code upTo}; 0 when there is no such day. */
    public int between(LocalDate after, LocalDate upTo) {
        if (!upTo.isAfter(after)) {
            return 0;
        }
        var first = after.plusDays(1);
        int count = -year(first.getYear()).workedBefore(first);
        for (int number = first.getYear(); number < upTo.getYear(); number++) {
            count += year(number).total();
        }
        return count + year(upTo.getYear()).workedUpTo(upTo);
    }

    /**
     * The working days left until a term's last day: 0 on that day and on no other, negative by those that went by since. Where only days
     * off lie between it is 1 or -1.
     */
    public int left(LocalDate today, LocalDate lastDay) {
        if (today.equals(lastDay)) {
            return 0;
        }
        return today.isAfter(lastDay) ? -Math.max(1, between(lastDay, today)) : Math.max(1, between(today, lastDay));
    }

    /** The working days of a whole year. */
    public int total(int year) {
        return year(year).total();
    }

    /** The working days of January to December of a year. */
    public List<Integer> byMonth(int year) {
        var counted = year(year);
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> counted.workedUpTo(month.atEndOfMonth()) - counted.workedBefore(month.atDay(1)))
                .toList();
    }

    /** That day if it is a working day, else the first one after it. */
    public LocalDate onOrAfter(LocalDate day) {
        return counts(day) ? day : plus(day, 1);
    }

    /** The last day of a term in natural days; it moves on when it is a day off (民事诉讼法第八十五条, 行政复议法第八十八条). */
    public LocalDate plusNaturalDays(LocalDate from, int days) {
        return onOrAfter(from.plusDays(days));
    }

    /** The last day of a term in months: the day of the same number, or the month's last; it moves on when it is a day off. */
    public LocalDate plusMonths(LocalDate from, int months) {
        return onOrAfter(from.plusMonths(months));
    }

    /** One entry for each calendar day after {@code from} up to {@code due}. */
    public List<CalendarDay> ledger(LocalDate from, LocalDate due) {
        return from.datesUntil(due.isBefore(from) ? from : due)
                .map(day -> day(day.plusDays(1)))
                .toList();
    }

    /**
     * The same for a last day that was set, not counted, and may therefore lie in a year whose notice is not there yet: its days do not count,
     * and say why.
     */
    public List<CalendarDay> ledgerAsKnown(LocalDate from, LocalDate due) {
        return from.datesUntil(due.isBefore(from) ? from : due)
                .map(day -> day.plusDays(1))
                .map(day -> years.containsKey(day.getYear()) ? day(day) : unknown(day))
                .toList();
    }

    private static CalendarDay unknown(LocalDate day) {
        return new CalendarDay(day, false, "没有" + day.getYear() + "年的工作日历，录入后才能判断", null);
    }

    /** The ledger of a term in natural days or months whose last day before any shift is {@code nominalEnd}. */
    public List<CalendarDay> naturalLedger(LocalDate from, LocalDate nominalEnd) {
        var due = onOrAfter(nominalEnd);
        return from.datesUntil(due)
                .map(before -> naturalDay(before.plusDays(1), nominalEnd, due))
                .toList();
    }

    private CalendarDay naturalDay(LocalDate day, LocalDate nominalEnd, LocalDate due) {
        if (day.isBefore(nominalEnd)) {
            return new CalendarDay(day, true, "按自然日计算", null);
        }
        var kind = day(day);
        if (day.equals(nominalEnd)) {
            var reason = due.equals(nominalEnd) ? "期限最后一日" : "期限最后一日（" + kind.reason() + "），顺延";
            return new CalendarDay(day, true, reason, kind.source());
        }
        var reason = day.equals(due) ? "顺延至休假日后的第一日" : kind.reason() + "，顺延";
        return new CalendarDay(day, false, reason, kind.source());
    }
}
