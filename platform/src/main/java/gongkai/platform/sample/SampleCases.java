package gongkai.platform.sample;

import gongkai.platform.access.Divisions;
import gongkai.platform.access.People;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.casework.Dockets;
import gongkai.platform.casework.SearchNote;
import gongkai.platform.casework.SearchNotes;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.sample.SamplePlans.Plan;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Cases in every state of the procedure, in one organ of the invented province, entered through the services so that the law holds. People and
 * matters are invented. A case whose days the calendar does not reach is left out.
 */
@Component
class SampleCases {
    private static final String BUREAU = "示例省数据局";

    private final Organs organs;
    private final Requests requests;
    private final Dockets dockets;
    private final SearchNotes notes;
    private final Divisions divisions;
    private final People people;

    SampleCases(
            Organs organs, Requests requests, Dockets dockets, SearchNotes notes, Divisions divisions, People people) {
        this.organs = organs;
        this.requests = requests;
        this.dockets = dockets;
        this.notes = notes;
        this.divisions = divisions;
        this.people = people;
    }

    void fill() {
        var organ = organs.byCode(SampleOrgans.SHOWN).orElseThrow().id();
        List<Plan> plans;
        try {
            plans = SamplePlans.all(requests.procedure(organ).days(), requests.today());
        } catch (MissingYearException e) {
            // Today lies outside the calendar: no case could have a term.
            return;
        }
        int number = 0;
        for (var plan : plans) {
            if (lawful(organ, plan)) {
                charge(take(organ, plan), number++);
            }
        }
    }

    /** Whether the law takes all of it, and the calendar reaches so far. */
    private boolean lawful(OrganId organ, Plan plan) {
        try {
            var procedure = requests.procedure(organ);
            var today = requests.today();
            var request = asked(organ, plan);
            var opening = new Opening.Received(request.channel(), request.submittedOn(), request.confirmedOn());
            if (!(procedure.open(opening, today) instanceof Ruling.Moved opened)) {
                return false;
            }
            procedure.situation(opened.standing(), today);
            var taken = new ArrayList<Step>();
            for (var step : plan.steps()) {
                if (!(procedure.take(opening, taken, step, new Entry(today, true)) instanceof Ruling.Moved moved)) {
                    return false;
                }
                procedure.situation(moved.standing(), today);
                procedure.deadlines(moved.standing());
                taken.add(step);
            }
            return true;
        } catch (MissingYearException e) {
            return false;
        }
    }

    private static NewRequest asked(OrganId organ, Plan plan) {
        return new NewRequest(
                organ,
                plan.channel(),
                plan.came(),
                plan.confirmed(),
                plan.applicant(),
                "请求公开" + plan.asked() + "。",
                "电子文档",
                "电子邮件",
                true);
    }

    private DisclosureRequest take(OrganId organ, Plan plan) {
        var received = (Requests.Outcome.Taken) requests.receive(asked(organ, plan));
        var number = received.request().number();
        plan.steps().forEach(step -> requests.take(number, step, true, null));
        return requests.byNumber(number).orElseThrow();
    }

    /** Every third case is the division's, every third somebody's, and every third waits to be given to someone. */
    private void charge(DisclosureRequest request, int number) {
        if (number % 3 == 0) {
            return;
        }
        var division = divisions.find(request.organ(), "业务科").orElse(null);
        var handler = number % 3 == 1
                ? people.actor("officer@" + SampleOrgans.SHOWN)
                        .map(actor -> actor.person())
                        .orElse(null)
                : null;
        dockets.charge(
                request,
                new Dockets.Charge(Dockets.Kind.ASSIGN, division, handler, request.due(), "请" + BUREAU + "业务科提出意见"),
                null);
        if (number % 3 == 1) {
            notes.add(
                    request,
                    new SearchNote(
                            0,
                            request.submittedOn(),
                            "综合档案室和办公系统",
                            "按题名、文号检索",
                            "数据、平台",
                            false,
                            "没有发现与申请内容完全相符的文件",
                            "李办",
                            "",
                            false),
                    null);
        }
    }
}
