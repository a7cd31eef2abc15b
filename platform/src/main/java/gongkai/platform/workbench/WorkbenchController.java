package gongkai.platform.workbench;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.CalendarDay;
import gongkai.platform.calendar.Calendars;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Page;
import gongkai.platform.web.WhoIsHere;
import gongkai.platform.workbench.WorkbenchPage.Count;
import gongkai.platform.workbench.WorkbenchPage.Urgency;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The first page of the back office (工作台): what waits for whoever is signed in. */
@Controller
@Needs(Action.SEE_WORKBENCH)
class WorkbenchController {
    private final WhoIsHere whoIsHere;
    private final Calendars calendars;
    private final ObjectProvider<Desk> desks;

    WorkbenchController(WhoIsHere whoIsHere, Calendars calendars, ObjectProvider<Desk> desks) {
        this.calendars = calendars;
        this.whoIsHere = whoIsHere;
        this.desks = desks;
    }

    @GetMapping("/office")
    View workbench(@RequestParam(required = false) @Nullable String urgency) {
        var shown = Arrays.stream(Urgency.values())
                .filter(one -> one.name().equals(urgency))
                .findFirst()
                .orElse(null);
        var tasks = desks.stream()
                .flatMap(desk -> desk.tasks().stream())
                .sorted(WorkbenchPage.MOST_URGENT_FIRST)
                .toList();
        return Page.of(
                "workbench/workbench",
                new WorkbenchPage(
                        calendars.today().map(CalendarDay::kind).orElse(""),
                        whoIsHere.now().map(WhoIsHere.Visitor::organ).orElse(null),
                        tasks.stream()
                                .filter(task -> shown == null || Urgency.of(task) == shown)
                                .toList(),
                        Arrays.stream(Urgency.values())
                                .map(one -> new Count(
                                        one,
                                        tasks.stream()
                                                .filter(task -> Urgency.of(task) == one)
                                                .count()))
                                .toList(),
                        shown,
                        desks.stream().flatMap(desk -> desk.notices().stream()).toList(),
                        desks.stream().flatMap(desk -> desk.figures().stream()).toList()));
    }
}
