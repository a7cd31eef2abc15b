package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepRights;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What can be done with a case next, and what cannot, with the article that bars it. */
@Component
class NextSteps {
    private final Requests requests;
    private final Cases cases;
    private final ObjectProvider<StepDoor> doors;
    private final StepObjections objections;

    NextSteps(Requests requests, Cases cases, ObjectProvider<StepDoor> doors, StepObjections objections) {
        this.requests = requests;
        this.cases = cases;
        this.doors = doors;
        this.objections = objections;
    }

    /** The steps of the state the case is in, the usual one first; then those that the state bars. */
    List<NextStep> of(DisclosureRequest request, List<Step> taken) {
        var steps = new ArrayList<NextStep>();
        var links = new ArrayList<String>();
        for (var type : order(request.state())) {
            var link = link(request, type);
            if (link == null || links.contains(link)) {
                continue;
            }
            links.add(link);
            var barred = barred(request, taken, type);
            boolean first = barred == null && steps.stream().noneMatch(NextStep::first) && usual(type);
            steps.add(new NextStep(label(request, type), StepWords.clock(type), type.article(), link, barred, first));
        }
        return steps;
    }

    /** Where that step of the case is taken; null if nowhere. */
    @Nullable
    String link(DisclosureRequest request, StepType type) {
        var door = door(request, type);
        if (door.isPresent()) {
            return door.get().link(request, type);
        }
        return switch (type) {
            case REGISTER, SPLIT, MERGE, SUBMIT_FOR_REVIEW, RETURN_FROM_REVIEW, DECIDE, REDO -> null;
            default -> Cases.path(request.number()) + "/steps/" + type.identifier();
        };
    }

    private String label(DisclosureRequest request, StepType type) {
        return door(request, type).map(door -> door.label(type)).orElse(type.label());
    }

    /** Whether it leads the case on; the others are for when something comes between. */
    private static boolean usual(StepType type) {
        return switch (type) {
            case REQUEST_CORRECTION,
                    EXTEND,
                    CONSULT_THIRD_PARTY,
                    CONSULT_AGENCY,
                    NOTICE_FEE,
                    ANSWER_ON_SPOT,
                    REQUEST_EXPLANATION,
                    SPLIT,
                    MERGE,
                    LETTER_RECEIVED,
                    REDO,
                    WITHDRAW -> false;
            default -> true;
        };
    }

    private Optional<StepDoor> door(DisclosureRequest request, StepType type) {
        return doors.stream()
                .filter(door -> door.types().contains(type) && door.takesOver(request))
                .findFirst();
    }

    /** Why the step cannot be taken today by whoever is signed in; null if it can. */
    @Nullable
    String barred(DisclosureRequest request, List<Step> taken, StepType type) {
        var today = cases.today();
        var before = new ArrayList<>(taken);
        if (type == StepType.REDO && request.state() == RequestState.ARCHIVED) {
            // The file is taken out of the archive for the new answer.
            before.add(new Step.Undo(today, "取回案卷"));
        }
        Ruling ruling;
        try {
            ruling = requests.procedure(request.organ())
                    .take(request.opening(), before, StepProbes.of(type, today), new Entry(today, false));
        } catch (MissingYearException e) {
            return Cases.missing(e);
        }
        if (ruling instanceof Ruling.Barred barred) {
            return barred.article() + "：" + barred.reason();
        }
        if (type == StepType.UNDO && ruling instanceof Ruling.Unfit unfit) {
            return unfit.reason();
        }
        var objection = objections.to(request, type);
        if (objection.isPresent()) {
            return objection.get().article() + "：" + objection.get().reason();
        }
        var right = StepRights.of(type, false);
        if (door(request, type).isEmpty() && !cases.may(right, request.organ())) {
            return right == Action.DECIDE_REQUESTS ? "由公开工作机构负责人或分管领导办理" : "您没有“" + right.chinese() + "”的权限";
        }
        return null;
    }

    /** The steps worth showing in a state, the usual one first. */
    private static List<StepType> order(RequestState state) {
        return switch (state) {
            case AWAITING_CONFIRMATION -> List.of(StepType.CONFIRM, StepType.WITHDRAW);
            case CORRECTION_PENDING ->
                List.of(
                        StepType.CORRECTION_RECEIVED,
                        StepType.CORRECTION_OVERDUE,
                        StepType.WITHDRAW,
                        StepType.DECIDE,
                        StepType.EXTEND);
            case EXPLANATION_PENDING ->
                List.of(
                        StepType.GRANT_REASONABLE_DELAY,
                        StepType.EXPLANATION_UNREASONABLE,
                        StepType.WITHDRAW,
                        StepType.EXTEND);
            case THIRD_PARTY_PENDING ->
                List.of(
                        StepType.THIRD_PARTY_REPLIED,
                        StepType.LETTER_RECEIVED,
                        StepType.THIRD_PARTY_OVERDUE,
                        StepType.WITHDRAW,
                        StepType.EXTEND);
            case AGENCY_PENDING ->
                List.of(
                        StepType.AGENCY_REPLIED,
                        StepType.LETTER_RECEIVED,
                        StepType.AGENCY_OVERDUE,
                        StepType.WITHDRAW,
                        StepType.EXTEND);
            case FEE_PENDING ->
                List.of(
                        StepType.FEE_PAID,
                        StepType.LETTER_RECEIVED,
                        StepType.FEE_OVERDUE,
                        StepType.WITHDRAW,
                        StepType.EXTEND);
            case RECEIVED, REGISTERED, IN_PROGRESS ->
                List.of(
                        StepType.SUBMIT_FOR_REVIEW,
                        StepType.DECIDE,
                        StepType.REQUEST_CORRECTION,
                        StepType.EXTEND,
                        StepType.CONSULT_THIRD_PARTY,
                        StepType.CONSULT_AGENCY,
                        StepType.NOTICE_FEE,
                        StepType.ANSWER_ON_SPOT,
                        StepType.REQUEST_EXPLANATION,
                        StepType.SPLIT,
                        StepType.MERGE,
                        StepType.WITHDRAW);
            case REVIEWING ->
                List.of(
                        StepType.DECIDE,
                        StepType.RETURN_FROM_REVIEW,
                        StepType.WITHDRAW,
                        StepType.REQUEST_CORRECTION,
                        StepType.EXTEND);
            case DECIDED -> List.of(StepType.DISPATCH, StepType.WITHDRAW);
            case DISPATCHED -> List.of(StepType.DELIVER, StepType.WITHDRAW);
            case DELIVERED -> List.of(StepType.ARCHIVE, StepType.REDO, StepType.WITHDRAW);
            case WITHDRAWN -> List.of(StepType.ARCHIVE, StepType.DECIDE);
            case ABANDONED_CORRECTION, ABANDONED_FEE -> List.of(StepType.ARCHIVE, StepType.REDO, StepType.DECIDE);
            case ARCHIVED -> List.of(StepType.REDO, StepType.DECIDE);
        };
    }
}
