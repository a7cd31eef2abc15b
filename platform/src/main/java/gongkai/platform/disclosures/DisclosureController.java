package gongkai.platform.disclosures;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.web.Form;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Publishing the answer to a request, and taking it back. */
@Controller
@RequestMapping("/office/disclosures")
@Needs(Action.PUBLISH_ANSWERS)
class DisclosureController {
    private static final ListShape SHAPE = ListShape.at("/office/disclosures", "id");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NOTE = 300;
    private static final String LOOKED_AT = "lookedAt";

    private final Disclosures disclosures;
    private final Publishing publishing;
    private final Requests requests;
    private final StoredFiles files;
    private final Access access;
    private final Policy policy;

    DisclosureController(
            Disclosures disclosures,
            Publishing publishing,
            Requests requests,
            StoredFiles files,
            Access access,
            Policy policy) {
        this.disclosures = disclosures;
        this.publishing = publishing;
        this.requests = requests;
        this.files = files;
        this.access = access;
        this.policy = policy;
    }

    @GetMapping
    View list(@RequestParam Map<String, String> parameters) {
        var reach = policy.reach(access.required(), Action.PUBLISH_ANSWERS);
        return Page.of(
                "disclosures/own",
                new DisclosurePages.Own(disclosures.all(ListQuery.of(SHAPE, parameters), reach.organs())));
    }

    @GetMapping("/new")
    View blank(@RequestParam(defaultValue = "") String request) {
        var found = request(request);
        var values = new LinkedHashMap<String, String>();
        values.put("title", title(found.description()));
        values.put("question", found.description());
        return Page.of("disclosures/new", page(found, Form.of(values)));
    }

    @PostMapping
    View publish(@RequestParam MultiValueMap<String, String> typed) {
        var found = request(Objects.requireNonNullElse(typed.getFirst("request"), ""));
        var form = Form.of(typed);
        for (var name : List.of("title", "question", "answer")) {
            if (form.value(name).isBlank()) {
                form = form.wrong(name, "请填写" + label(name));
            } else if (form.value(name).length() > (name.equals("title") ? LONGEST_TITLE : LONGEST_TEXT)) {
                form = form.wrong(name, label(name) + "太长");
            }
        }
        if (!form.holds("checked", "true")) {
            form = form.wrong("checked", "请核对后打钩：公布的内容和文件里没有不应公开的信息");
        }
        if (form.rejected()) {
            return Page.rejected("disclosures/new", page(found, form));
        }
        var draft = new Publishing.Draft(
                form.value("title").strip(),
                form.value("question").strip(),
                form.value("answer").strip(),
                files(typed, "files"),
                Set.copyOf(files(typed, LOOKED_AT)));
        return switch (publishing.publish(found, draft)) {
            case Publishing.Outcome.Published published ->
                Redirect.to("/disclosures/" + published.id()).saying("已公布，任何人都可以看到");
            case Publishing.Outcome.Unfit unfit ->
                Page.rejected("disclosures/new", page(found, form.wrong(unfit.field(), unfit.reason())));
            case Publishing.Outcome.ToBeLookedAt unread ->
                Page.rejected(
                        "disclosures/new",
                        page(
                                found,
                                form.wrong(LOOKED_AT, "这些文件系统读不出全部文字，或者去不掉其中的信息，请打开看过、确认可以公开，再逐个打钩"),
                                unread.files().entrySet().stream()
                                        .map(file -> new Option(
                                                file.getKey().id().toString(),
                                                file.getKey().name() + "（" + file.getValue() + "）"))
                                        .toList()));
        };
    }

    @GetMapping("/{id}/withdrawal")
    View withdrawal(@PathVariable long id) {
        return Page.of("disclosures/withdraw", new DisclosurePages.Withdraw(own(id), Form.EMPTY));
    }

    @PostMapping("/{id}/withdrawal")
    View withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String note) {
        var disclosure = own(id);
        if (note.strip().length() < 2 || note.length() > LONGEST_NOTE) {
            return Page.rejected(
                    "disclosures/withdraw",
                    new DisclosurePages.Withdraw(
                            disclosure,
                            Form.of(Map.of("note", note))
                                    .wrong("note", "请写明撤回的理由（2 至 " + LONGEST_NOTE + " 个字），公众会看到")));
        }
        publishing.withdraw(disclosure, note.strip());
        return Redirect.to("/office/disclosures").saying("已撤回，公众不能再看到");
    }

    private Disclosure own(long id) {
        var found = disclosures
                .byId(id)
                .filter(each -> policy.allows(access.required(), Action.PUBLISH_ANSWERS, each.organ()))
                .filter(Disclosure::published)
                .orElseThrow(() -> Refusal.notFound("没有这条公布的答复，或者已经撤回"));
        policy.require(access.required(), Action.PUBLISH_ANSWERS, found.organ());
        return found;
    }

    private DisclosureRequest request(String number) {
        return requests.byNumber(number)
                .filter(found -> policy.allows(access.required(), Action.PUBLISH_ANSWERS, found.organ()))
                .orElseThrow(() -> Refusal.notFound("没有这件申请，或者您无权公布它的答复"));
    }

    private DisclosurePages.Publish page(DisclosureRequest request, Form form) {
        return page(request, form, List.of());
    }

    private DisclosurePages.Publish page(DisclosureRequest request, Form form, List<Option> unread) {
        return new DisclosurePages.Publish(
                request.number(),
                request.decision() == null ? "" : request.decision().label(),
                request.decision() == DecisionType.PARTIAL,
                files.of(FilePurpose.CASE_MATERIAL, request.number()).stream()
                        .map(file -> new Option(file.id().toString(), file.name()))
                        .toList(),
                unread,
                form);
    }

    private static List<FileId> files(MultiValueMap<String, String> typed, String field) {
        return typed.getOrDefault(field, List.of()).stream()
                .map(DisclosureController::file)
                .toList();
    }

    private static FileId file(String id) {
        try {
            return new FileId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "文件编号读不懂");
        }
    }

    private static String label(String field) {
        return switch (field) {
            case "title" -> "标题";
            case "question" -> "申请内容";
            default -> "答复内容";
        };
    }

    private static String title(String description) {
        var line = description.lines().findFirst().orElse("").strip();
        return line.length() <= LONGEST_TITLE ? line : line.substring(0, LONGEST_TITLE);
    }
}
