package gongkai.platform.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The days after {@code after} up to and including {@code upTo}; none when {@code upTo} is not later. */
public record DayRange(LocalDate after, LocalDate upTo) {
    public boolean contains(LocalDate day) {
        return day.isAfter(after) && !day.isAfter(upTo);
    }

    /** The same days in ranges that neither touch nor overlap, earliest first. */
    static List<DayRange> apart(List<DayRange> ranges) {
        var sorted = ranges.stream()
                .filter(range -> range.upTo().isAfter(range.after()))
                .sorted(Comparator.comparing(DayRange::after))
                .toList();
        var apart = new ArrayList<DayRange>();
        for (var range : sorted) {
            var last = apart.isEmpty() ? null : apart.getLast();
            if (last == null || range.after().isAfter(last.upTo())) {
                apart.add(range);
            } else if (range.upTo().isAfter(last.upTo())) {
                apart.set(apart.size() - 1, new DayRange(last.after(), range.upTo()));
            }
        }
        return apart;
    }
}
