package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Due;
import gongkai.platform.web.Page;
import gongkai.platform.web.Part;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of a case: what happened, where it stands, what comes next. */
@Controller
@Needs(Action.SEE_REQUESTS)
class CaseController {
    private final Cases cases;
    private final Requests requests;
    private final Applicants applicants;
    private final Organs organs;
    private final NextSteps nextSteps;
    private final Timeline timeline;
    private final Dockets dockets;
    private final ObjectProvider<CasePanel> panels;
    private final ObjectProvider<CaseErrand> errands;

    CaseController(
            Cases cases,
            Requests requests,
            Applicants applicants,
            Organs organs,
            NextSteps nextSteps,
            Timeline timeline,
            Dockets dockets,
            ObjectProvider<CasePanel> panels,
            ObjectProvider<CaseErrand> errands) {
        this.cases = cases;
        this.requests = requests;
        this.applicants = applicants;
        this.organs = organs;
        this.nextSteps = nextSteps;
        this.timeline = timeline;
        this.dockets = dockets;
        this.panels = panels;
        this.errands = errands;
    }

    @GetMapping("/office/requests/{number}")
    View page(@PathVariable String number, @RequestParam(defaultValue = "") String tab) {
        var request = cases.visible(number);
        var docket = dockets.of(request);
        if (cases.may(Action.HANDLE_REQUESTS, request.organ())) {
            dockets.opened(request, docket, cases.actor());
        }
        return Page.of("casework/case", Cases.judged(() -> page(request, docket, tab)));
    }

    private CasePage page(DisclosureRequest request, Docket docket, String tab) {
        var steps = requests.steps(request);
        var standing = requests.standing(request, steps);
        var procedure = requests.procedure(request.organ());
        var ledger = procedure.ledger(standing);
        var taken = steps.stream().map(Recorded::step).toList();
        var why = Cases.path(request.number()) + "?tab=ledger#tabs";
        var due = request.judgedOn() == null && request.due() != null
                ? cases.due(request.organ(), request.due(), why)
                : null;
        var parts = parts(request);
        var chosen = parts.keySet().stream()
                .filter(panel -> panel.id().equals(tab))
                .findFirst()
                .or(() -> parts.keySet().stream().findFirst());
        var undo = cases.may(Action.DECIDE_REQUESTS, request.organ())
                        && nextSteps.barred(request, taken, StepType.UNDO) == null
                ? new NextStep(
                        StepType.UNDO.label(),
                        StepWords.clock(StepType.UNDO),
                        StepType.UNDO.article(),
                        Cases.path(request.number()) + "/steps/undo",
                        null,
                        false)
                : null;
        return new CasePage(
                request,
                organs.byId(request.organ()).map(Organ::name).orElse(""),
                CaseTitle.of(request.description()),
                tone(request, due),
                turn(request, standing),
                due,
                stopped(request, ledger),
                ClockBar.of(ledger, stoppedOn(request, standing), request.due() == null),
                errands(request),
                nextSteps.of(request, taken),
                undo,
                cases.may(Action.BACKFILL_REQUESTS, request.organ()),
                applicants.masked(request.applicant()),
                cases.may(Action.SEE_PERSONAL_DATA, request.organ()),
                docket,
                cases.due(request.organ(), docket.internalDue(), ""),
                cases.may(Action.HANDLE_REQUESTS, request.organ()),
                row(request),
                timeline.of(request, steps),
                parts.keySet().stream()
                        .map(panel -> new CasePage.Tab(
                                panel.id(),
                                panel.title(),
                                Cases.path(request.number()) + "?tab=" + panel.id() + "#tabs",
                                panel == chosen.orElse(null)))
                        .toList(),
                chosen.map(parts::get).orElse(null));
    }

    private List<CaseErrand.Errand> errands(DisclosureRequest request) {
        return cases.may(Action.HANDLE_REQUESTS, request.organ())
                ? errands.stream().flatMap(each -> each.of(request).stream()).toList()
                : List.of();
    }

    /** What the features have to say about the case to whoever is signed in, in the order of the tabs. */
    private Map<CasePanel, Part> parts(DisclosureRequest request) {
        var parts = new LinkedHashMap<CasePanel, Part>();
        panels.stream().sorted(Comparator.comparingInt(CasePanel::order)).forEach(panel -> {
            var part = panel.part(request);
            if (part != null) {
                parts.put(panel, part);
            }
        });
        return parts;
    }

    private Turn turn(DisclosureRequest request, Standing standing) {
        var state = request.state();
        var deadlines = Cases.known(
                () -> requests.procedure(request.organ()).deadlines(standing), List.<Deadlines.Deadline>of());
        var kind = Turn.waitsFor(state)
                .orElse(
                        state == RequestState.AWAITING_CONFIRMATION
                                ? Deadlines.Kind.CONFIRMATION
                                : Deadlines.Kind.REPLY);
        var lastDay = deadlines.stream()
                .filter(deadline -> deadline.kind() == kind)
                .map(Deadlines.Deadline::lastDay)
                .findFirst()
                .orElse(null);
        boolean over = lastDay != null && cases.today().isAfter(lastDay);
        return new Turn(
                Turn.who(state),
                Turn.what(state),
                cases.due(request.organ(), lastDay, ""),
                over ? Turn.lapse(kind) : null);
    }

    private static String stopped(DisclosureRequest request, List<ClockDay> ledger) {
        if (request.judgedOn() != null && request.due() != null) {
            return request.judgedOn().isAfter(request.due()) ? "逾期答复" : "按期答复";
        }
        if (request.due() != null) {
            return "";
        }
        return ledger.isEmpty() ? "尚未起算" : request.endedOn() == null ? "停止计算" : "已终止";
    }

    /** The day up to which days are used: today, or the day the clock stopped for good. */
    private LocalDate stoppedOn(DisclosureRequest request, Standing standing) {
        var judged = request.judgedOn();
        if (judged != null) {
            return judged;
        }
        return request.endedOn() != null && request.due() == null ? standing.lastOn() : cases.today();
    }

    private static Tone tone(DisclosureRequest request, @Nullable Due due) {
        return switch (request.state()) {
            case DELIVERED, WITHDRAWN, ABANDONED_CORRECTION, ABANDONED_FEE, ARCHIVED -> Tone.CLOSED;
            default -> due == null ? Tone.ACTION : due.tone();
        };
    }

    private static String row(DisclosureRequest request) {
        if (request.isOrdered()) {
            return "重新答复，不再计入表三（原申请已经计入）";
        }
        var row = request.row();
        if (row != null) {
            return row.label();
        }
        return request.state() == RequestState.AWAITING_CONFIRMATION ? "确认收到后计入本年新收" : "办结前暂列结转下年度继续办理";
    }
}
