package gongkai.platform.calendar;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import gongkai.platform.web.Tone;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** The calendar in the navigation, and the warning while a year is missing. */
@Component
class CalendarDesk implements Desk, Navigation {
    private final Calendars calendars;
    private final Access access;
    private final Policy policy;
    private final Clock clock;

    CalendarDesk(Calendars calendars, Access access, Policy policy, Clock clock) {
        this.calendars = calendars;
        this.access = access;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<NavigationLink> links() {
        return may(Action.SEE_CALENDAR)
                ? List.of(new NavigationLink(Duty.SYSTEM, "工作日历", "/office/calendar", 40))
                : List.of();
    }

    @Override
    public List<Notice> notices() {
        if (!may(Action.SEE_CALENDAR)) {
            return List.of();
        }
        int thisYear = LocalDate.now(clock).getYear();
        return calendars.missingYears().stream()
                .map(year -> notice(year, year == thisYear))
                .toList();
    }

    private Notice notice(int year, boolean now) {
        var mend = may(Action.EDIT_CALENDAR) ? "请录入国务院办公厅的放假安排。" : "请联系系统管理员录入国务院办公厅的放假安排。";
        return new Notice(
                now ? Tone.ERROR : Tone.WARNING,
                "还没有" + year + "年的工作日历，涉及" + year + "年的期限不能推算。" + mend,
                may(Action.EDIT_CALENDAR) ? "/office/calendar/new" : "/office/calendar");
    }

    private boolean may(Action action) {
        return access.actor()
                .filter(actor -> policy.allows(actor, action, null))
                .isPresent();
    }
}
