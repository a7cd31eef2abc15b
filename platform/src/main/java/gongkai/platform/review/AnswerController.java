package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.casework.SearchNotes;
import gongkai.platform.remedy.RemedyFiles;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final ShownDrafts shown;
    private final CleanCopies copies;
    private final DraftLetters letters;
    private final RemedyFiles lessons;
    private final Unmanned unmanned;
    private final OpenFiles openFiles;

    AnswerController(
            CaseDesk desk,
            AnswerDrafts drafts,
            Reviews reviews,
            Chains chains,
            Children children,
            Requests requests,
            SearchNotes searches,
            ShownDrafts shown,
            CleanCopies copies,
            DraftLetters letters,
            RemedyFiles lessons,
            Unmanned unmanned,
            OpenFiles openFiles) {
        this.desk = desk;
        this.drafts = drafts;
        this.reviews = reviews;
        this.chains = chains;
        this.children = children;
        this.requests = requests;
        this.searches = searches;
        this.shown = shown;
        this.copies = copies;
        this.letters = letters;
        this.lessons = lessons;
        this.unmanned = unmanned;
        this.openFiles = openFiles;
    }

    @GetMapping
    View overview(@PathVariable String number) {
        return Page.of("review/answer", overview(desk.visible(number), Form.EMPTY));
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
        var content = AnswerDraft.Content.begun(
                latest, chosen, how, request.applicantKind().addressed());
        if (AnswerRules.question(chosen) == AnswerRules.Question.HOLD
                && content.searchRecord().isBlank()) {
            // The searches that were written down are taken over where the draft says nothing of its own.
            content = content.searched(searches.text(request));
        }
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
        var read = AnswerForm.read(typed, decision, sub);
        if (copies.signed(request, read.given()).stream()
                .anyMatch(file -> !read.asIs().contains(file.value()))) {
            form = form.wrong("asIs", "这些文件有电子签章，系统去不掉其中的作者等信息。确认可以让对方知道的，逐个打钩");
        }
        AnswerDraft newer = null;
        if (!form.rejected()) {
            var clean = copies.of(request, read.given());
            var content = read.giving(clean.given());
            if (seen == version && drafts.write(request, version, decision, sub, content, desk.actor())) {
                return Redirect.to(path(request))
                        .saying("已保存第 " + (version + 1) + " 稿"
                                + clean.said().stream()
                                        .map(sentence -> "。" + sentence)
                                        .collect(Collectors.joining()));
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
        var chain = chains.of(request.organ()).chain().stages();
        var ahead = open == null
                ? chain
                : open.chain()
                        .stages()
                        .subList(open.stage(), open.chain().stages().size());
        var authors = new HashSet<>(drafts.writers(request.id()));
        authors.add(open == null ? desk.actor().person() : open.submittedBy());
        var barred = draft == null || !editable ? null : reviews.barred(request, draft);
        return new AnswerPages.Overview(
                desk.head(request),
                draft == null ? null : shown.of(request, draft),
                draft == null ? null : letters.shown(request, draft),
                draft == null ? List.of() : lessons.lessons(request.organ(), draft.decision()),
                draft == null ? List.of() : AnswerText.missing(draft),
                barred == null ? "" : barred.article() + "：" + barred.reason(),
                open,
                rounds.stream().filter(round -> !round.open()).toList(),
                drafts.all(request),
                children.mergedWith(request),
                chain,
                editable || open != null ? unmanned.of(request.organ(), ahead, authors) : List.of(),
                desk.may(Action.HANDLE_REQUESTS, request.organ()),
                request.state() == RequestState.REVIEWING,
                editable,
                form);
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
        var open = openFiles.of(request).stream()
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
                open,
                copies.signed(request, form.values().getOrDefault("given", List.of())),
                AnswerForm.rows(form),
                AnswerRules.question(decision) == AnswerRules.Question.HOLD,
                decision == DecisionType.REFUSED_DUPLICATE,
                lessons.lessons(request.organ(), decision),
                reviews.of(request).stream()
                        .findFirst()
                        .filter(round -> round.state() == Round.State.RETURNED)
                        .map(Round::objection)
                        .orElse(""),
                newer);
    }

    private static String path(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "/answer";
    }
}
