package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Page;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The due dates of the organ by month. */
@Controller
@Needs(Action.SEE_REQUESTS)
class CaseCalendarController {
    private static final int WEEK = 7;
    private static final YearMonth EARLIEST = YearMonth.of(2019, 5);
    private static final YearMonth LATEST = YearMonth.of(2099, 12);

    private final CaseList list;
    private final Cases cases;
    private final Requests requests;

    CaseCalendarController(CaseList list, Cases cases, Requests requests) {
        this.list = list;
        this.cases = cases;
        this.requests = requests;
    }

    @GetMapping("/office/requests/calendar")
    View month(@RequestParam(defaultValue = "") String month) {
        var organ = cases.organ(Action.SEE_REQUESTS);
        var shown = shown(month);
        var monday = TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY);
        var first = shown.atDay(1).with(monday);
        var last = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var counts = list.due(organ, first, last);
        var days = requests.procedure(organ).days();
        var weeks = new ArrayList<List<CaseCalendarPage.Cell>>();
        for (var week = first; !week.isAfter(last); week = week.plusDays(WEEK)) {
            weeks.add(week.datesUntil(week.plusDays(WEEK))
                    .map(day -> new CaseCalendarPage.Cell(
                            day,
                            YearMonth.from(day).equals(shown),
                            day.equals(cases.today()),
                            off(days, day),
                            count(counts, day, false),
                            count(counts, day, true)))
                    .toList());
        }
        return Page.of(
                "casework/calendar",
                new CaseCalendarPage(
                        shown.getYear() + "年" + shown.getMonthValue() + "月",
                        "/office/requests/calendar?month=" + shown.minusMonths(1),
                        "/office/requests/calendar?month=" + shown.plusMonths(1),
                        weeks));
    }

    private YearMonth shown(String month) {
        try {
            var asked = month.isEmpty() ? YearMonth.from(cases.today()) : YearMonth.parse(month);
            return asked.isBefore(EARLIEST) ? EARLIEST : asked.isAfter(LATEST) ? LATEST : asked;
        } catch (DateTimeParseException e) {
            return YearMonth.from(cases.today());
        }
    }

    private static int count(List<CaseList.DayCount> counts, LocalDate day, boolean others) {
        return counts.stream()
                .filter(count -> count.day().equals(day) && count.others() == others)
                .mapToInt(CaseList.DayCount::number)
                .sum();
    }

    private static @Nullable String off(WorkingDays days, LocalDate day) {
        try {
            return days.counts(day) ? "" : days.day(day).kind();
        } catch (MissingYearException e) {
            return null;
        }
    }
}
