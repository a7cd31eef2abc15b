package gongkai.platform.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All holiday notices that are known, and what regions add to them. It never changes: a new notice makes a new calendar. Places without
 * decisions of their own share one counted-through table, so a page of thousands of deadlines costs look-ups only.
 */
public final class WorkCalendar {
    private static final int FIRST_SHIPPED = 2019;
    private static final int LAST_SHIPPED = 2026;

    private final List<HolidayNotice> notices;
    private final List<RegionalDays> regionalDays;
    private final Map<List<RegionalDays>, WorkingDays> counted = new ConcurrentHashMap<>();

    /** Of two notices for one year the later in the list holds. */
    public WorkCalendar(List<HolidayNotice> notices, List<RegionalDays> regionalDays) {
        var byYear = new HashMap<Integer, HolidayNotice>();
        notices.forEach(notice -> byYear.put(notice.year(), notice));
        this.notices = byYear.values().stream()
                .sorted(Comparator.comparing(HolidayNotice::year))
                .toList();
        this.regionalDays = List.copyOf(regionalDays);
    }

    /** The national notices that come with the platform, 2019 to 2026. */
    public static WorkCalendar shipped() {
        return new WorkCalendar(shippedNotices(), List.of());
    }

    /** The same, as the list that notices entered later are added to. */
    public static List<HolidayNotice> shippedNotices() {
        var notices = new ArrayList<HolidayNotice>();
        for (int year = FIRST_SHIPPED; year <= LAST_SHIPPED; year++) {
            notices.add(shipped(year));
        }
        return List.copyOf(notices);
    }

    private static HolidayNotice shipped(int year) {
        try (var file = WorkCalendar.class.getResourceAsStream("notices/" + year + ".json")) {
            if (file == null) {
                throw new IllegalStateException("the notice of " + year + " is not in the jar");
            }
            return switch (NoticeReading.of(file.readAllBytes())) {
                case NoticeReading.Read read -> read.notice();
                case NoticeReading.Unusable unusable ->
                    throw new IllegalStateException(year + ": " + unusable.problems());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The years that have a notice. */
    public SortedSet<Integer> years() {
        var years = new TreeSet<Integer>();
        notices.forEach(notice -> years.add(notice.year()));
        return years;
    }

    public List<HolidayNotice> notices() {
        return notices;
    }

    public List<RegionalDays> regionalDays() {
        return regionalDays;
    }

    /** The days that count where only the national notices hold. */
    public WorkingDays national() {
        return counting(List.of());
    }

    /** The days that count in the place with that 行政区划代码; what a closer region decided goes before a wider one. */
    public WorkingDays in(String place) {
        if (regionalDays.isEmpty()) {
            return national();
        }
        return counting(regionalDays.stream()
                .filter(days -> days.holdIn(place))
                .sorted(Comparator.comparing(days -> days.prefix().length()))
                .toList());
    }

    private WorkingDays counting(List<RegionalDays> local) {
        return counted.computeIfAbsent(local, this::count);
    }

    private WorkingDays count(List<RegionalDays> local) {
        var declared = new HashMap<Integer, Map<LocalDate, YearOfDays.Declared>>();
        notices.forEach(notice -> declared.put(notice.year(), new HashMap<>()));
        // A later year's notice may speak of this December, and a closer region of a day the nation works: the last
        // word holds.
        notices.forEach(notice -> declare(declared, notice.days(), notice.source()));
        local.forEach(days -> declare(declared, days.days(), days.source()));
        var years = new HashMap<Integer, YearOfDays>();
        declared.forEach((year, days) -> years.put(year, new YearOfDays(year, days)));
        return new WorkingDays(years);
    }

    private static void declare(
            Map<Integer, Map<LocalDate, YearOfDays.Declared>> declared, List<NoticeDay> days, String source) {
        for (var day : days) {
            var year = declared.get(day.day().getYear());
            if (year != null) {
                year.put(day.day(), new YearOfDays.Declared(day, source));
            }
        }
    }
}
