package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.casework.SearchNotes;
import gongkai.platform.files.StoredFile;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Drafts the answer to a request (拟稿) and sends it on its way (送审). */
@Controller
@RequestMapping("/office/requests/{number}/answer")
@Needs(Action.SEE_REQUESTS)
class AnswerController {
    /** The states in which an answer may still be drafted, though it cannot be submitted from all of them. */
    static final Set<RequestState> DRAFTED = Set.of(
            RequestState.REGISTERED,
            RequestState.IN_PROGRESS,
            RequestState.THIRD_PARTY_PENDING,
            RequestState.AGENCY_PENDING,
            RequestState.EXPLANATION_PENDING,
            RequestState.FEE_PENDING);

    private final CaseDesk desk;
    private final AnswerDrafts drafts;
    private final Reviews reviews;
    private final Chains chains;
    private final Children children;
    private final Requests requests;
    private final SearchNotes searches;

    AnswerController(
            CaseDesk desk,
            AnswerDrafts drafts,
            Reviews reviews,
            Chains chains,
            Children children,
            Requests requests,
            SearchNotes searches) {
        this.desk = desk;
        this.drafts = drafts;
        this.reviews = reviews;
        this.chains = chains;
        this.children = children;
        this.requests = requests;
        this.searches = searches;
    }

    @GetMapping
    View overview(@PathVariable String number) {
        return Page.of("review/answer", overview(desk.visible(number), Form.EMPTY));
    }

    @GetMapping("/choice")
    View choice(@PathVariable String number) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var questions = Arrays.stream(AnswerRules.Question.values())
                .map(question -> asked(request, question))
                .toList();
        return Page.of("review/choice", new AnswerPages.Choice(desk.head(request), questions));
    }

    @GetMapping("/edit")
    View edit(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable DecisionType decision,
            @RequestParam(required = false) Step.@Nullable Granting sub) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var latest = drafts.latest(request).orElse(null);
        if (decision == null && latest == null) {
            return Redirect.to(path(request) + "/choice");
        }
        var chosen = decision == null && latest != null ? latest.decision() : decision;
        var how = decision == null && latest != null ? latest.sub() : sub;
        if (chosen == null || !chosen.isSigned() || (chosen == DecisionType.GRANTED) != (how != null)) {
            return Redirect.to(path(request) + "/choice");
        }
        var content = searched(request, chosen, begun(latest, chosen, how));
        var form = AnswerForm.of(content, latest == null ? 0 : latest.version(), AnswerRules.bases(chosen, how));
        return Page.of("review/edit", edit(request, chosen, how, form, null));
    }

    @PostMapping("/edit")
    View save(
            @PathVariable String number,
            @RequestParam DecisionType decision,
            @RequestParam(required = false) Step.@Nullable Granting sub,
            @RequestParam(defaultValue = "0") int seen,
            @RequestParam MultiValueMap<String, String> typed) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        if (!decision.isSigned() || (decision == DecisionType.GRANTED) != (sub != null)) {
            throw Refusal.notFound("没有这种处理决定");
        }
        var form = AnswerForm.checked(Form.of(typed), typed);
        var latest = drafts.latest(request).orElse(null);
        int version = latest == null ? 0 : latest.version();
        if (!DRAFTED.contains(request.state())) {
            form = form.wrong("申请现为“" + request.state().label() + "”，不能再拟稿；审核中的稿件请先撤回");
        }
        AnswerDraft newer = null;
        if (!form.rejected()) {
            var content = AnswerForm.read(typed, decision, sub);
            if (seen == version && drafts.write(request, version, decision, sub, content, desk.actor())) {
                return Redirect.to(path(request)).saying("已保存第 " + (version + 1) + " 稿");
            }
            newer = drafts.latest(request).orElseThrow();
            var again = new LinkedHashMap<>(form.values());
            again.put("seen", List.of(String.valueOf(newer.version())));
            form = new Form(again, form.fieldErrors(), form.errors())
                    .wrong(newer.writer() + "刚刚保存了第 " + newer.version() + " 稿，您写的没有保存。您写的内容还在下面；看过新稿后再次保存，将成为第 "
                            + (newer.version() + 1) + " 稿");
        }
        return Page.rejected("review/edit", edit(request, decision, sub, form, newer));
    }

    @GetMapping("/versions/{version}")
    View version(@PathVariable String number, @PathVariable int version) {
        var request = desk.visible(number);
        var draft = drafts.version(request.id(), version).orElseThrow(() -> Refusal.notFound("没有这一稿"));
        return Page.of("review/version", new VersionPage(desk.head(request), shown(request, draft)));
    }

    @PostMapping("/submission")
    View submit(@PathVariable String number, @RequestParam int version, @RequestParam int steps) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        try {
            reviews.submit(request, version, steps);
        } catch (Reviews.RefusedException e) {
            return Page.rejected("review/answer", overview(request, Form.EMPTY.wrong(String.valueOf(e.getMessage()))));
        }
        var stage = reviews.of(request).getFirst().waiting();
        return Redirect.to(path(request)).saying("已送审，现在“" + stage.title() + "”");
    }

    @PostMapping("/recall")
    View recall(@PathVariable String number) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        try {
            reviews.recall(request);
        } catch (Reviews.RefusedException e) {
            return Page.rejected("review/answer", overview(request, Form.EMPTY.wrong(String.valueOf(e.getMessage()))));
        }
        return Redirect.to(path(request)).saying("已撤回，可以修改后再送审");
    }

    private AnswerPages.Overview overview(DisclosureRequest request, Form form) {
        var draft = drafts.latest(request).orElse(null);
        var rounds = reviews.of(request);
        var open = rounds.stream().filter(Round::open).findFirst().orElse(null);
        boolean editable = DRAFTED.contains(request.state());
        var barred = draft == null || !editable ? null : reviews.barred(request, draft);
        return new AnswerPages.Overview(
                desk.head(request),
                draft == null ? null : shown(request, draft),
                draft == null ? List.of() : AnswerText.missing(draft),
                barred == null ? "" : barred.article() + "：" + barred.reason(),
                open,
                rounds.stream().filter(round -> !round.open()).toList(),
                drafts.all(request),
                children.mergedWith(request),
                chains.of(request.organ()).chain().stages(),
                desk.may(Action.HANDLE_REQUESTS, request.organ()),
                request.state() == RequestState.REVIEWING,
                editable,
                form);
    }

    AnswerPages.Shown shown(DisclosureRequest request, AnswerDraft draft) {
        var content = draft.content();
        var facts = AnswerRules.facts(draft.decision(), draft.sub()).stream()
                .map(fact -> new AnswerPages.Line(fact.label(), content.facts().getOrDefault(fact.name(), "")))
                .toList();
        var more = new ArrayList<>(facts);
        if (!content.searchRecord().isEmpty()) {
            more.add(new AnswerPages.Line("检索记录", content.searchRecord()));
        }
        if (!content.previousRequest().isEmpty()) {
            more.add(new AnswerPages.Line("前次申请", content.previousRequest()));
        }
        var basis = AnswerText.basis(content);
        return new AnswerPages.Shown(
                draft,
                draft.decision().row().label(),
                draft.decision().remedy(basis).label(),
                draft.decision().letter().title(),
                more,
                AnswerText.reasons(content).lines().toList(),
                basis,
                draft.decision().papers().stream()
                        .map(paper -> new AnswerPages.Line(
                                paper, where(request, content.papers().getOrDefault(paper, ""))))
                        .toList(),
                content.given().stream()
                        .flatMap(id -> desk.material(request, id).stream())
                        .map(file -> new Option(file.path(), file.name()))
                        .toList());
    }

    private String where(DisclosureRequest request, String paper) {
        return paper.equals("paper")
                ? "纸质件已存卷"
                : desk.material(request, paper).map(StoredFile::name).orElse("");
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
        boolean correct = question == AnswerRules.Question.CORRECT;
        return new AnswerPages.Asked(
                question,
                answers,
                correct ? "/office/requests/" + request.number() + "/steps/requestCorrection" : "",
                correct ? "要求补正" : "");
    }

    private AnswerPages.Answer answer(DisclosureRequest request, DecisionType decision, Step.@Nullable Granting sub) {
        Ruling.Barred barred = reviews.barred(
                request, new AnswerDraft(1, decision, sub, AnswerDraft.Content.EMPTY, 0, "", Instant.EPOCH));
        return new AnswerPages.Answer(
                sub == null ? decision.label() : sub.label(),
                decision.article(),
                decision.mustState(),
                decision.row().label(),
                path(request) + "/edit?decision=" + decision.name() + (sub == null ? "" : "&sub=" + sub.name()),
                barred == null || !lasting(barred, request) ? "" : barred.article() + "：" + barred.reason());
    }

    /** While something is awaited every decision is barred for the moment; that is said when the draft is submitted. */
    private static boolean lasting(Ruling.Barred barred, DisclosureRequest request) {
        return request.state() == RequestState.REGISTERED
                || request.state() == RequestState.IN_PROGRESS
                || !DRAFTED.contains(request.state());
    }

    private AnswerPages.Edit edit(
            DisclosureRequest request,
            DecisionType decision,
            Step.@Nullable Granting sub,
            Form form,
            @Nullable AnswerDraft newer) {
        var materials = desk.materials(request).stream()
                .map(file -> new Option(file.id().toString(), file.name()))
                .toList();
        var papers = new ArrayList<Option>();
        papers.add(new Option("paper", "纸质件已存卷"));
        papers.addAll(materials);
        return new AnswerPages.Edit(
                desk.head(request),
                decision,
                sub,
                path(request) + "/edit?decision=" + decision.name() + (sub == null ? "" : "&sub=" + sub.name()),
                form,
                AnswerRules.facts(decision, sub),
                AnswerRules.bases(decision, sub),
                papers,
                materials,
                AnswerForm.rows(form),
                AnswerRules.question(decision) == AnswerRules.Question.HOLD,
                decision == DecisionType.REFUSED_DUPLICATE,
                newer);
    }

    /** What an earlier draft holds that serves this decision too, else how the answer usually begins. */
    private static AnswerDraft.Content begun(
            @Nullable AnswerDraft latest, DecisionType decision, Step.@Nullable Granting sub) {
        if (latest != null && latest.decision() == decision && latest.sub() == sub) {
            return latest.content();
        }
        var kept = latest == null ? AnswerDraft.Content.EMPTY : latest.content();
        return new AnswerDraft.Content(
                kept.facts(),
                AnswerRules.usualReasons(decision, sub),
                kept.parts(),
                List.of(AnswerRules.bases(decision, sub).getFirst()),
                kept.searchRecord(),
                kept.previousRequest(),
                kept.papers(),
                kept.given());
    }

    /** The searches that were written down are taken over where the draft says nothing of its own. */
    private AnswerDraft.Content searched(
            DisclosureRequest request, DecisionType decision, AnswerDraft.Content content) {
        return AnswerRules.question(decision) == AnswerRules.Question.HOLD
                        && content.searchRecord().isBlank()
                ? new AnswerDraft.Content(
                        content.facts(),
                        content.reasons(),
                        content.parts(),
                        content.legalBasis(),
                        searches.text(request),
                        content.previousRequest(),
                        content.papers(),
                        content.given())
                : content;
    }

    private static String path(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "/answer";
    }
}
