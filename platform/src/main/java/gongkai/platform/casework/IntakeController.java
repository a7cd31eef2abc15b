package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/**
 * Officers register a request: first they type it, then they see it read back with what it lacks and what looks like it, then it is
 * registered. A scan that is refused does not undo the registration, which is acknowledged already.
 */
@Controller
@RequestMapping("/office/requests/new")
@Needs(Action.HANDLE_REQUESTS)
class IntakeController {
    private static final String FORM = "casework/intake";
    private static final String CHECK = "casework/intake-check";
    private static final List<Option> PROOFS = options("居民身份证", "统一社会信用代码证书", "法人或组织登记证书", "护照或其他证件", "委托书和双方身份证明");
    private static final List<Option> FORMS = options("纸质", "电子文档", "光盘等存储介质", "当场阅读、抄录");
    private static final List<Option> DELIVERIES = options("邮寄", "电子邮件", "自行领取", "网上获取", "传真");

    private final Cases cases;
    private final Organs organs;
    private final Requests requests;
    private final Likenesses likenesses;
    private final Intakes intakes;
    private final CaseUploads uploads;
    private final DisputedRules rules;

    IntakeController(
            Cases cases,
            Organs organs,
            Requests requests,
            Likenesses likenesses,
            Intakes intakes,
            CaseUploads uploads,
            DisputedRules rules) {
        this.cases = cases;
        this.organs = organs;
        this.requests = requests;
        this.likenesses = likenesses;
        this.intakes = intakes;
        this.uploads = uploads;
        this.rules = rules;
    }

    @GetMapping
    View form() {
        var today = cases.today().toString();
        return Page.of(FORM, page(organ(), Form.of(Map.of("submittedOn", today, "kind", "NATURAL_PERSON"))));
    }

    @PostMapping
    View send(
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(required = false) @Nullable List<MultipartFile> identity,
            @RequestParam(required = false) @Nullable List<MultipartFile> attachment) {
        var organ = organ();
        var input = new IntakeInput(typed);
        if (step.equals("edit")) {
            return Page.of(FORM, page(organ, Form.of(typed)));
        }
        var request = input.request(organ).map(rules::received);
        if (request.isEmpty()) {
            return Page.rejected(FORM, page(organ, input.form()));
        }
        if (request.get().backfilled()) {
            cases.require(Action.BACKFILL_REQUESTS, organ);
        }
        try {
            return step.equals("register")
                    ? register(request.get(), input, identity, attachment)
                    : check(request.get(), input, typed);
        } catch (MissingYearException | NoTermsException e) {
            return Page.rejected(FORM, page(organ, input.form().wrong(Cases.missing(e))));
        }
    }

    private View check(NewRequest request, IntakeInput input, MultiValueMap<String, String> typed) {
        var opening = new Opening.Received(request.channel(), request.submittedOn(), request.confirmedOn());
        var procedure = requests.procedure(request.organ());
        return switch (procedure.open(opening, cases.today())) {
            case Ruling.Barred barred ->
                Page.rejected(
                        FORM, page(request.organ(), input.form().wrong(barred.article() + "：" + barred.reason())));
            case Ruling.Unfit unfit ->
                Page.rejected(FORM, page(request.organ(), input.form().wrong(unfit.field(), unfit.reason())));
            case Ruling.Moved moved -> {
                var lines = new ArrayList<String>();
                var situation = procedure.situation(moved.standing(), cases.today());
                if (situation.receiptDate() == null) {
                    lines.add("以双方确认之日为收到申请之日；登记后进入“待确认”，今天就要与申请人联系（第三十一条）");
                } else {
                    lines.add("收到申请之日：" + Day.text(situation.receiptDate()) + "（第三十一条）");
                }
                if (situation.due() != null) {
                    lines.add("应于 " + Day.text(situation.due()) + " 前答复（第三十三条）");
                }
                procedure.deadlines(moved.standing()).stream()
                        .filter(deadline -> !deadline.lastDay().equals(situation.due()))
                        .forEach(deadline -> lines.add(deadline.kind().label() + "：最晚 " + Day.text(deadline.lastDay())
                                + "（" + deadline.kind().article() + "）"));
                yield Page.of(
                        CHECK,
                        new IntakeCheckPage(
                                name(request.organ()),
                                input.form(),
                                hidden(typed),
                                facts(request, input),
                                lines,
                                input.omissions(),
                                likenesses.of(request)));
            }
        };
    }

    private View register(
            NewRequest request,
            IntakeInput input,
            @Nullable List<MultipartFile> identity,
            @Nullable List<MultipartFile> attachment) {
        return switch (requests.receive(request)) {
            case Requests.Outcome.Barred barred ->
                Page.rejected(
                        FORM, page(request.organ(), input.form().wrong(barred.article() + "：" + barred.reason())));
            case Requests.Outcome.Unfit unfit ->
                Page.rejected(FORM, page(request.organ(), input.form().wrong(unfit.field(), unfit.reason())));
            case Requests.Outcome.Taken taken -> {
                var stored = taken.request();
                intakes.add(stored, input.intake());
                var refused = new ArrayList<String>();
                refused.addAll(uploads.keep(stored, FilePurpose.IDENTITY_PAPER, identity));
                refused.addAll(uploads.keep(stored, FilePurpose.REQUEST_ATTACHMENT, attachment));
                yield Redirect.to(Cases.path(stored.number()))
                        .saying("已登记 " + stored.number() + "。查询码 " + taken.queryCode() + "（只显示这一次，请告知申请人）"
                                + (refused.isEmpty() ? "" : "。没有收下的文件：" + String.join("；", refused)));
            }
        };
    }

    private OrganId organ() {
        return cases.organ(Action.HANDLE_REQUESTS);
    }

    private String name(OrganId organ) {
        return organs.byId(organ).map(Organ::name).orElse("");
    }

    private IntakePage page(OrganId organ, Form form) {
        return new IntakePage(
                name(organ),
                form,
                CaseListController.channels(),
                CaseListController.kinds(),
                PROOFS,
                FORMS,
                DELIVERIES,
                cases.may(Action.BACKFILL_REQUESTS, organ));
    }

    private static Map<String, List<String>> hidden(MultiValueMap<String, String> typed) {
        var hidden = new LinkedHashMap<String, List<String>>(new LinkedMultiValueMap<>(typed));
        hidden.keySet().removeIf(name -> name.startsWith("_") || name.equals("step"));
        return hidden;
    }

    private static List<IntakeCheckPage.Fact> facts(NewRequest request, IntakeInput input) {
        var applicant = request.applicant();
        var intake = input.intake();
        var facts = new ArrayList<IntakeCheckPage.Fact>();
        facts.add(new IntakeCheckPage.Fact("渠道", request.channel().label() + (request.backfilled() ? "（补录）" : "")));
        facts.add(new IntakeCheckPage.Fact("申请人", applicant.kind().chinese() + " " + applicant.name()));
        facts.add(new IntakeCheckPage.Fact("身份证明", join(intake.idProof(), applicant.idNumber())));
        facts.add(new IntakeCheckPage.Fact("联系方式", join(applicant.phone(), applicant.email(), applicant.address())));
        facts.add(new IntakeCheckPage.Fact("申请内容", request.description()));
        facts.add(new IntakeCheckPage.Fact("获取方式、途径", join(request.wantedForm(), request.wantedDelivery())));
        if (intake.needsHelp()) {
            facts.add(new IntakeCheckPage.Fact("需要帮助", "阅读、视听有困难（第四十三条）"));
        }
        return facts;
    }

    private static String join(@Nullable String... texts) {
        var given = new ArrayList<String>();
        for (var text : texts) {
            if (text != null && !text.isEmpty()) {
                given.add(text);
            }
        }
        return String.join("，", given);
    }

    private static List<Option> options(String... words) {
        return List.of(words).stream().map(word -> new Option(word, word)).toList();
    }
}
