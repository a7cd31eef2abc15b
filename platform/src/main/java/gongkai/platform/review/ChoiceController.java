package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** Shows the decisions in the order they are judged (补不补→该不该→有没有→给不给→当不当), each with what bars it. */
@Controller
@RequestMapping("/office/requests/{number}/answer/choice")
@Needs(Action.SEE_REQUESTS)
class ChoiceController {
    private final CaseDesk desk;
    private final Reviews reviews;
    private final Requests requests;

    ChoiceController(CaseDesk desk, Reviews reviews, Requests requests) {
        this.desk = desk;
        this.reviews = reviews;
        this.requests = requests;
    }

    @GetMapping
    View choice(@PathVariable String number) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var questions = Arrays.stream(AnswerRules.Question.values())
                .map(question -> asked(request, question))
                .toList();
        return Page.of("review/choice", new AnswerPages.Choice(desk.head(request), questions));
    }

    private AnswerPages.Asked asked(DisclosureRequest request, AnswerRules.Question question) {
        var answers = new ArrayList<AnswerPages.Answer>();
        for (var decision : AnswerRules.decisions(question)) {
            if (decision == DecisionType.GRANTED) {
                for (var sub : Step.Granting.values()) {
                    answers.add(answer(request, decision, sub));
                }
            } else {
                answers.add(answer(request, decision, null));
            }
        }
        if (question != AnswerRules.Question.CORRECT) {
            return new AnswerPages.Asked(question, answers, "", "");
        }
        var barred = noCorrection(request);
        return barred.isEmpty()
                ? new AnswerPages.Asked(
                        question, answers, "/office/requests/" + request.number() + "/steps/requestCorrection", "要求补正")
                : new AnswerPages.Asked(question, answers, "", "不能要求补正。" + barred);
    }

    /** Why a correction cannot be asked for (第三十条); empty if it can. */
    private String noCorrection(DisclosureRequest request) {
        var today = requests.today();
        try {
            return requests.procedure(request.organ())
                                    .take(
                                            requests.standing(request, requests.steps(request)),
                                            new Step.RequestCorrection(today, List.of("补正"), today),
                                            new Entry(today, false))
                            instanceof Ruling.Barred barred
                    ? barred.article() + "：" + barred.reason()
                    : "";
        } catch (MissingYearException | NoTermsException e) {
            return "";
        }
    }

    private AnswerPages.Answer answer(DisclosureRequest request, DecisionType decision, Step.@Nullable Granting sub) {
        Ruling.Barred barred = reviews.barred(
                request, new AnswerDraft(1, decision, sub, AnswerDraft.Content.EMPTY, 0, "", Instant.EPOCH));
        return new AnswerPages.Answer(
                sub == null ? decision.label() : sub.label(),
                decision.article(sub),
                decision.mustState(),
                decision.row().label(),
                "/office/requests/" + request.number() + "/answer/edit?decision=" + decision.name()
                        + (sub == null ? "" : "&sub=" + sub.name()),
                barred == null || !lasting(barred, request) ? "" : barred.article() + "：" + barred.reason());
    }

    /** While something is awaited every decision is barred for the moment; that is said when the draft is submitted. */
    private static boolean lasting(Ruling.Barred barred, DisclosureRequest request) {
        return request.state() == RequestState.REGISTERED
                || request.state() == RequestState.IN_PROGRESS
                || !AnswerController.DRAFTED.contains(request.state());
    }
}
