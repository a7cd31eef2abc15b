package gongkai.platform.request;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.api.BodyFields;
import gongkai.platform.api.ReadsAs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Refusal;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Requests for other systems. */
@RestController
@RequestMapping("/api/v1/requests")
@Tag(name = "依申请公开")
@Needs(Action.SEE_REQUESTS)
class RequestApi {
    private static final String ABSENT = "没有这件申请，或您无权查看";
    private static final int LONGEST_TEXT = 10_000;

    private final Requests requests;
    private final Children children;
    private final Applicants applicants;
    private final Organs organs;
    private final ObjectProvider<PostedStep> posted;
    private final Access access;
    private final Policy policy;
    private final JsonMapper json;

    RequestApi(
            Requests requests,
            Children children,
            Applicants applicants,
            Organs organs,
            ObjectProvider<PostedStep> posted,
            Access access,
            Policy policy,
            JsonMapper json) {
        this.requests = requests;
        this.children = children;
        this.applicants = applicants;
        this.organs = organs;
        this.posted = posted;
        this.access = access;
        this.policy = policy;
        this.json = json;
    }

    /** The answer to a registration. */
    record Registered(
            String number,
            String queryCode,
            RequestState state,
            @Nullable LocalDate receiptDate,
            @Nullable LocalDate due) {}

    /** The answer to a step. */
    record Moved(
            RequestState state,
            @Nullable LocalDate due,
            @Nullable String table3Row) {}

    @Operation(summary = "登记一件申请")
    @PostMapping
    @Needs(Action.HANDLE_REQUESTS)
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Registered> register(@ReadsAs(Registration.class) @RequestBody JsonNode body) {
        var fields = new BodyFields(body);
        var organ = organ(fields.text("organ"), Action.HANDLE_REQUESTS);
        boolean backfill = fields.flag("backfill");
        if (backfill) {
            policy.require(access.required(), Action.BACKFILL_REQUESTS, organ.id());
        }
        var applicant = fields.object("applicant");
        var request = new NewRequest(
                organ.id(),
                fields.identifier("channel", Channel.class),
                fields.day("submittedOn"),
                fields.dayIfGiven("confirmedOn"),
                new Applicant(
                        applicant.identifier("kind", ApplicantKind.class),
                        applicant.line("name"),
                        applicant.lineIfGiven("idNumber"),
                        applicant.lineIfGiven("phone"),
                        applicant.lineIfGiven("email"),
                        applicant.lineIfGiven("address")),
                fields.text("description", LONGEST_TEXT),
                fields.textIfGiven("wantedForm"),
                fields.textIfGiven("wantedDelivery"),
                backfill);
        var taken = judged(() -> taken(requests.receive(request)));
        var stored = taken.request();
        return ResponseEntity.status(HttpStatus.CREATED)
                .header("Location", "/api/v1/requests/" + stored.number())
                .body(new Registered(
                        stored.number(),
                        String.valueOf(taken.queryCode()),
                        stored.state(),
                        stored.receiptDate(),
                        stored.due()));
    }

    @Operation(summary = "办理一个步骤")
    @PostMapping("/{number}/steps")
    @Needs(Action.HANDLE_REQUESTS)
    Moved step(@PathVariable String number, @RequestBody JsonNode body) {
        var request = visible(number);
        var fields = new BodyFields(body);
        var name = fields.text("type");
        var type = StepType.named(name).orElseThrow(() -> Refusal.unreadable("没有“" + name + "”这种步骤"));
        boolean backfill = fields.flag("backfill");
        var actor = access.required();
        policy.require(actor, StepRights.of(type, backfill), request.organ());
        if (backfill) {
            policy.require(actor, Action.BACKFILL_REQUESTS, request.organ());
        }
        var stored = judged(() -> taken(take(request, type, body, backfill))).request();
        return new Moved(stored.state(), stored.due(), row(stored));
    }

    /** Some steps make other cases or move several; what they make or move is not for the caller to say. */
    private Requests.Outcome take(DisclosureRequest request, StepType type, JsonNode body, boolean backfill) {
        var number = request.number();
        var usual = backfill ? null : requests.today();
        return switch (type) {
            case SPLIT -> {
                var step = (Step.Split) StepFields.read(type, body, usual);
                yield children.split(number, step.on(), step.into(), step.reason(), backfill, null)
                        .outcome();
            }
            case MERGE -> {
                var whole = json.createObjectNode().put("earliestReceipt", String.valueOf(requests.today()));
                whole.setAll((ObjectNode) body);
                var step = (Step.Merge) StepFields.read(type, whole, usual);
                var all = new ArrayList<>(List.of(number));
                all.addAll(step.with());
                yield children.merge(all, step.on(), step.reason(), backfill, null)
                        .outcome();
            }
            case REDO -> {
                var step = (Step.Redo) StepFields.read(type, body, usual);
                var state = request.state();
                if (state == RequestState.ABANDONED_CORRECTION || state == RequestState.ABANDONED_FEE) {
                    // By the contract nothing follows a lapse but to file it; officers enter what a court ordered on
                    // their pages.
                    yield new Requests.Outcome.Barred(
                            "第三十三条", "申请现为“" + state.label() + "”，不能办理“" + type.label() + "”");
                }
                yield children.redo(number, step.on(), step.until(), step.caseNo(), backfill, null)
                        .outcome();
            }
            default ->
                posted.stream()
                        .flatMap(each -> each.take(request, type, body, backfill).stream())
                        .findFirst()
                        .orElseGet(() -> requests.take(number, StepFields.read(type, body, usual), backfill, null));
        };
    }

    @Operation(summary = "一件申请的现状、期限台账和步骤")
    @GetMapping("/{number}")
    ShownRequest get(@PathVariable String number) {
        var request = visible(number);
        var steps = requests.steps(request);
        var standing = requests.standing(request, steps);
        return ShownRequest.of(
                request,
                organs.byId(request.organ()).orElseThrow().code(),
                requests.today(),
                applicants.masked(request.applicant()),
                judged(() -> requests.procedure(request.organ()).ledger(standing)),
                steps.stream().map(this::step).toList());
    }

    private ObjectNode step(Recorded recorded) {
        var object = json.createObjectNode();
        object.put("type", StepType.of(recorded.step()).identifier());
        object.setAll(StepFields.write(recorded.step(), json));
        object.put("recordedAt", recorded.recordedAt().toString());
        object.put("backfill", recorded.backfilled());
        object.put("late", recorded.isLate());
        return object;
    }

    static @Nullable String row(DisclosureRequest request) {
        return request.row() == null ? null : request.row().name().toLowerCase(Locale.ROOT);
    }

    /** The request, or the same answer whether it is not there or may not be seen. */
    private DisclosureRequest visible(String number) {
        return requests.byNumber(number)
                .filter(request -> policy.allows(access.required(), Action.SEE_REQUESTS, request.organ()))
                .orElseThrow(() -> Refusal.notFound(ABSENT));
    }

    private Organ organ(String code, Action action) {
        var found = organs.byCode(code)
                .filter(organ -> policy.allows(access.required(), action, organ.id()))
                .orElseThrow(() -> Refusal.notFound("没有这个机构，或您无权为它登记申请"));
        // Asked once more so that the log says for whom, where a deputy registers.
        policy.require(access.required(), action, found.id());
        return found;
    }

    /** A day in a year without calendar, or before the law, is something to mend in what was sent or in the calendar. */
    private static <T> T judged(Supplier<T> judgement) {
        try {
            return judgement.get();
        } catch (MissingYearException | NoTermsException e) {
            throw Refusal.unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Requests.Outcome.Taken taken(Requests.Outcome outcome) {
        return switch (outcome) {
            case Requests.Outcome.Taken taken -> taken;
            case Requests.Outcome.Barred barred -> throw Refusal.barred(barred.article(), barred.reason());
            case Requests.Outcome.Unfit unfit ->
                throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, unfit.reason(), Map.of("field", unfit.field()));
        };
    }
}
