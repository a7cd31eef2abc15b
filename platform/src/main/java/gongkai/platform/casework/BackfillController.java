package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepRights;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import java.util.EnumSet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Steps of the past (补录): which of them the state allows. */
@Controller
@Needs(Action.BACKFILL_REQUESTS)
class BackfillController {
    private static final EnumSet<StepType> ELSEWHERE =
            EnumSet.of(StepType.REGISTER, StepType.SPLIT, StepType.MERGE, StepType.REDO);

    private final Cases cases;
    private final Requests requests;

    BackfillController(Cases cases, Requests requests) {
        this.cases = cases;
        this.requests = requests;
    }

    @GetMapping("/office/requests/{number}/backfill")
    View choose(@PathVariable String number) {
        var request = cases.forAction(number, Action.BACKFILL_REQUESTS);
        var standing = requests.standing(request, requests.steps(request));
        var steps = Procedure.possible(standing).stream()
                .filter(type -> !ELSEWHERE.contains(type))
                .filter(type -> cases.may(StepRights.of(type, true), request.organ()))
                .map(type ->
                        new Option(Cases.path(number) + "/steps/" + type.identifier() + "?backfill=true", type.label()))
                .toList();
        return Page.of(
                "casework/backfill",
                new BackfillPage(
                        number,
                        CaseTitle.of(request.description()),
                        request.state().label(),
                        standing.lastOn(),
                        steps));
    }
}
