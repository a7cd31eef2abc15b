package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.StepRights;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Form;
import gongkai.platform.web.OpenedOn;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** The steps of a case: tells what each would do, and takes it. */
@Controller
@Needs({Action.HANDLE_REQUESTS, Action.DECIDE_REQUESTS})
class StepController {
    private static final String EXPECTED = "expected";

    private final Cases cases;
    private final Requests requests;
    private final StepsWithPapers steps;
    private final NextSteps nextSteps;
    private final StepEffects effects;
    private final StepProposals proposals;
    private final Timeline timeline;

    StepController(
            Cases cases,
            Requests requests,
            StepsWithPapers steps,
            NextSteps nextSteps,
            StepEffects effects,
            StepProposals proposals,
            Timeline timeline) {
        this.cases = cases;
        this.requests = requests;
        this.steps = steps;
        this.nextSteps = nextSteps;
        this.effects = effects;
        this.proposals = proposals;
        this.timeline = timeline;
    }

    /** What was asked for: which step of which case, and whether it is one of the past. */
    private record Asked(DisclosureRequest request, StepType type, boolean backfill, List<Recorded> steps) {
        List<Step> taken() {
            return steps.stream().map(Recorded::step).toList();
        }
    }

    @GetMapping("/office/requests/{number}/steps/{name}")
    View form(
            @PathVariable String number,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean backfill) {
        var asked = asked(number, name, backfill);
        var door = nextSteps.link(asked.request(), asked.type());
        if (!backfill && (door == null || !door.equals(plain(asked)))) {
            return Redirect.to(door == null ? Cases.path(number) : door);
        }
        var form = Cases.judged(() -> proposals.form(asked.request(), asked.type(), backfill));
        return Page.of("casework/step", page(asked, form, asked.request().steps()));
    }

    /** Tells what the step would do as it is filled in now. */
    @PostMapping(value = "/office/requests/{number}/steps/{name}", params = "try")
    View rehearse(
            @PathVariable String number,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam MultiValueMap<String, String> typed) {
        return Page.of("casework/step", page(asked(number, name, backfill), Form.of(typed), expected));
    }

    @PostMapping("/office/requests/{number}/steps/{name}")
    View take(
            @PathVariable String number,
            @PathVariable String name,
            @RequestParam(defaultValue = "false") boolean backfill,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(name = StepField.PAPERS, required = false) @Nullable List<MultipartFile> papers) {
        var asked = asked(number, name, backfill);
        var door = backfill ? null : nextSteps.link(asked.request(), asked.type());
        if (door != null && !door.equals(plain(asked))) {
            return Redirect.to(door).warning("没有办理：“" + asked.type().label() + "”请在这里办理");
        }
        var input = new StepInput(typed);
        var passed = OpenedOn.passed(typed.getFirst(OpenedOn.FIELD), cases.today());
        if (passed.isPresent()) {
            return Page.rejected("casework/step", page(asked, input.form().wrong(passed.get()), expected));
        }
        var step = input.step(asked.type(), backfill, cases.today());
        if (step.isEmpty()) {
            return Page.rejected("casework/step", page(asked, input.form(), expected));
        }
        Requests.Outcome outcome;
        try {
            outcome = steps.take(asked.request(), step.get(), backfill, expected, papers);
        } catch (MissingYearException | NoTermsException e) {
            return Page.rejected("casework/step", page(asked, input.form().wrong(Cases.missing(e)), expected));
        }
        return switch (outcome) {
            case Requests.Outcome.Taken taken ->
                Redirect.to(Cases.path(number))
                        .saying(asked.type().label() + "：已" + (backfill ? "补录" : "办理") + "，状态为“"
                                + taken.request().state().label() + "”");
            case Requests.Outcome.Barred barred ->
                Page.rejected(
                        "casework/step",
                        page(asked, input.form().wrong(barred.article() + "：" + barred.reason()), expected));
            case Requests.Outcome.Unfit unfit -> unfit(asked, input.form(), unfit, expected);
        };
    }

    /** A form that came too late is shown again with what others did meanwhile; sent once more it counts. */
    private View unfit(Asked asked, Form form, Requests.Outcome.Unfit unfit, int expected) {
        if (!unfit.field().equals(EXPECTED)) {
            boolean shown = StepQuestions.of(asked.type(), asked.backfill()).stream()
                    .anyMatch(field -> field.name().equals(unfit.field()));
            return Page.rejected(
                    "casework/step",
                    page(
                            asked,
                            shown ? form.wrong(unfit.field(), unfit.reason()) : form.wrong(unfit.reason()),
                            expected));
        }
        var now = asked(asked.request().number(), asked.type().identifier(), asked.backfill());
        var changed = timeline.of(now.request(), now.steps()).stream()
                .skip(expected + 1L)
                .map(entry -> entry.recorded() + " " + entry.who() + " " + entry.label())
                .toList();
        var page = page(now, form.wrong(unfit.reason()), now.request().steps());
        return Page.rejected("casework/step", page.after(changed));
    }

    private Asked asked(String number, String name, boolean backfill) {
        var type = StepType.named(name)
                .filter(known -> known != StepType.SPLIT && known != StepType.MERGE && known != StepType.REDO)
                .orElseThrow(() -> Refusal.notFound("没有这种步骤"));
        var request = cases.forAction(number, StepRights.of(type, backfill));
        if (backfill) {
            request = cases.forAction(number, Action.BACKFILL_REQUESTS);
        }
        return new Asked(request, type, backfill, requests.steps(request));
    }

    private static String plain(Asked asked) {
        return Cases.path(asked.request().number()) + "/steps/" + asked.type().identifier();
    }

    private StepPage page(Asked asked, Form form, int expected) {
        var request = asked.request();
        var type = asked.type();
        return new StepPage(
                request,
                CaseTitle.of(request.description()),
                (asked.backfill() ? "补录：" : "") + type.label(),
                type.article(),
                StepWords.clock(type),
                plain(asked),
                asked.backfill(),
                StepQuestions.of(type, asked.backfill()),
                form,
                effect(asked, form),
                dangerous(type),
                proposals.quotes(type, form, cases.today()),
                advice(asked),
                expected,
                List.of());
    }

    private @Nullable StepEffect effect(Asked asked, Form form) {
        var today = cases.today();
        var typed = new org.springframework.util.LinkedMultiValueMap<>(form.values());
        // Where nothing is typed yet, the clock can be told all the same: it does not depend on reasons.
        StepQuestions.of(asked.type(), asked.backfill()).stream()
                .filter(field -> field.kind() == StepField.Kind.TEXT || field.kind() == StepField.Kind.AREA)
                .filter(field -> form.value(field.name()).isBlank())
                .forEach(field -> typed.set(field.name(), "—"));
        return new StepInput(typed)
                .step(asked.type(), asked.backfill(), today)
                .map(step -> effects.of(asked.request(), asked.taken(), step, asked.backfill()))
                .orElse(null);
    }

    private static List<String> advice(Asked asked) {
        return switch (asked.type()) {
            case UNDO -> {
                var standing = Procedure.standing(asked.taken());
                yield standing.isEmpty()
                        ? List.of()
                        : List.of("将撤销最后一步：" + standing.getLast().on() + " "
                                + StepType.of(standing.getLast()).label()
                                + "。这一步形成的文书不再有效，已经送达的应当另行告知申请人。");
            }
            case REQUEST_CORRECTION -> List.of("补正应当在收到申请之日起7个工作日内一次性告知；能够通过电话等方式释明的，应当给予指导。");
            case CORRECTION_OVERDUE -> List.of("须有补正告知书的送达证明；申请人有正当理由逾期的，不能视为放弃申请。补录的补正，请核对纸质案卷里的送达回证。");
            case CONSULT_THIRD_PARTY ->
                List.of("第三方逾期不提出意见的，由本机关依照条例决定是否公开，不视为同意，也不视为不同意。", "同时征求几个第三方的，到最后一个提出意见或者期限届满为止，都不计算在答复期限内（第三十三条）。");
            case THIRD_PARTY_REPLIED -> List.of("不同意公开且有合理理由的，不予公开；认为不公开可能对公共利益造成重大影响的，可以公开，并书面告知第三方公开的内容和理由。");
            case EXPLANATION_UNREASONABLE, GRANT_REASONABLE_DELAY ->
                List.of("申请人的说明在办件页“申请人来信”；线下收到的说明请先扫描存入“检索与材料”。要求说明理由不停止计算答复期限。");
            case EXTEND -> List.of("延长须在原期限届满前告知申请人。");
            case ANSWER_ON_SPOT -> List.of("能够当场答复的，应当当场予以答复（第三十三条）。");
            case DISPATCH -> List.of("邮寄、电子送达的，以今天为答复之日；直接、委托、留置送达的，以签收之日为答复之日。");
            case CONFIRM -> List.of("双方确认之日为收到申请之日。确认以前的联系经过，请在“申请内容”页登记，作为举证材料。");
            default -> List.of();
        };
    }

    private static boolean dangerous(StepType type) {
        return switch (type) {
            case UNDO, WITHDRAW, CORRECTION_OVERDUE, FEE_OVERDUE, EXPLANATION_UNREASONABLE -> true;
            default -> false;
        };
    }
}
