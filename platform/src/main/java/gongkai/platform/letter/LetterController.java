package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.Form;
import gongkai.platform.web.OpenedOn;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One letter: its fields at the left, the page as it will print at the right. */
@Controller
@RequestMapping("/office/letters")
@Needs(Action.SEE_REQUESTS)
class LetterController {
    private static final int LONGEST = 10_000;
    private static final int LONGEST_REASON = 200;

    private final Letters letters;
    private final LetterFiles files;
    private final Deliveries deliveries;
    private final CaseFiles caseFiles;
    private final LetterAccess access;
    private final Requests requests;

    LetterController(
            Letters letters,
            LetterFiles files,
            Deliveries deliveries,
            CaseFiles caseFiles,
            LetterAccess access,
            Requests requests) {
        this.letters = letters;
        this.files = files;
        this.deliveries = deliveries;
        this.caseFiles = caseFiles;
        this.access = access;
        this.requests = requests;
    }

    @GetMapping("/{id}")
    View letter(@PathVariable String id) {
        var letter = access.letter(id);
        return Page.of("letter/letter", page(letter, Form.of(letter.content().values())));
    }

    @PostMapping("/{id}")
    @Needs(Action.HANDLE_REQUESTS)
    View save(@PathVariable String id, @RequestParam Map<String, String> typed) {
        var letter = access.letter(id);
        access.require(Action.HANDLE_REQUESTS, letter.organ());
        var values = written(letter, typed);
        for (var value : values.entrySet()) {
            if (value.getValue().length() > LONGEST) {
                return rejected(
                        letter, Form.of(values).wrong(value.getKey(), value.getKey() + "不能超过 " + LONGEST + " 字"));
            }
        }
        return switch (letters.edit(letter.id(), values, seen(typed))) {
            case Letters.Outcome.Done done -> Redirect.to(letter.path()).saying("已保存，右侧是修改后的样子");
            case Letters.Outcome.Changed changed ->
                rejected(changed.now(), Form.of(values).wrong(told(changed.now())));
            case Letters.Outcome.Incomplete incomplete -> rejected(letter, wrong(Form.of(values), incomplete));
        };
    }

    @PostMapping("/{id}/signature")
    @Needs({Action.HANDLE_REQUESTS, Action.DECIDE_REQUESTS})
    View sign(@PathVariable String id, @RequestParam Map<String, String> typed) {
        var letter = access.letter(id);
        access.require(access.signing(letter.kind()), letter.organ());
        var form = Form.of(letter.content().values());
        var passed = OpenedOn.passed(typed.get(OpenedOn.FIELD), requests.today());
        if (passed.isPresent()) {
            return rejected(letter, form.wrong(passed.get()));
        }
        return switch (letters.sign(letter.id(), seen(typed))) {
            case Letters.Outcome.Done done -> {
                files.print(letter.id());
                // The receipt is handed over the counter at once.
                if (letter.kind() == LetterKind.REGISTRATION_RECEIPT
                        && access.may(Action.SEE_PERSONAL_DATA, letter.organ())) {
                    yield Redirect.to(letter.path() + "/print");
                }
                yield Redirect.to(letter.path())
                        .saying("已签发，文号 " + done.letter().docNo());
            }
            case Letters.Outcome.Changed changed -> rejected(changed.now(), form.wrong(told(changed.now())));
            case Letters.Outcome.Incomplete incomplete -> rejected(letter, wrong(form, incomplete));
        };
    }

    @PostMapping("/{id}/annulment")
    @Needs({Action.HANDLE_REQUESTS, Action.DECIDE_REQUESTS})
    View annul(@PathVariable String id, @RequestParam Map<String, String> typed) {
        var letter = access.letter(id);
        access.require(access.signing(letter.kind()), letter.organ());
        var reason = typed.getOrDefault("reason", "").strip();
        var form = Form.of(letter.content().values());
        if (reason.length() < 2 || reason.length() > LONGEST_REASON) {
            return rejected(letter, form.wrong("reason", "请写明作废的理由，2 至 " + LONGEST_REASON + " 个字"));
        }
        return switch (letters.giveUp(letter.id(), reason, seen(typed))) {
            case Letters.Outcome.Done done -> Redirect.to(letter.path()).saying("文书已作废");
            case Letters.Outcome.Changed changed -> rejected(changed.now(), form.wrong(told(changed.now())));
            case Letters.Outcome.Incomplete incomplete -> rejected(letter, wrong(form, incomplete));
        };
    }

    @PostMapping("/{id}/correction")
    @Needs(Action.HANDLE_REQUESTS)
    View correct(@PathVariable String id) {
        var letter = access.letter(id);
        access.require(Action.HANDLE_REQUESTS, letter.organ());
        return switch (letters.correct(letter.id())) {
            case Letters.Outcome.Done done -> Redirect.to(done.letter().path()).saying("已另制一份，签发后代替原文书");
            case Letters.Outcome.Changed changed -> Redirect.to(letter.path()).warning("这份文书没有签发或者已经作废，不能更正");
            case Letters.Outcome.Incomplete incomplete -> Redirect.to(letter.path());
        };
    }

    /** A page of the preview. */
    @GetMapping("/{id}/pages/{number}")
    ResponseEntity<byte[]> page(@PathVariable String id, @PathVariable int number) {
        var picture = files.preview(access.letter(id)).picture(number);
        if (picture.length == 0) {
            throw Refusal.notFound("没有这一页");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(picture);
    }

    /** Makes a letter of the case by hand. */
    @PostMapping("/case/{number}")
    @Needs(Action.HANDLE_REQUESTS)
    View draft(@PathVariable String number, @RequestParam(defaultValue = "") String kind) {
        var request = access.request(number);
        access.require(Action.HANDLE_REQUESTS, request.organ());
        var chosen = LetterPanel.MADE_BY_HAND.stream()
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("请选择要拟制的文书"));
        var letter = switch (chosen) {
            case DELIVERY_RECEIPT ->
                letters.draft(request, chosen, Map.of(LetterFields.ADDRESSEE, LetterFields.APPLICANT), Map.of());
            case CASE_FILE_INDEX ->
                letters.draft(
                        request,
                        chosen,
                        caseFiles.approval(request),
                        Map.of(CaseFiles.PAPERS, caseFiles.contents(request)));
            default -> letters.draft(request, chosen, Map.of(), Map.of());
        };
        return Redirect.to(letter.path()).saying("已拟制" + chosen.title());
    }

    private View rejected(Letter letter, Form form) {
        return Page.rejected("letter/letter", page(letter, form));
    }

    private LetterPage page(Letter letter, Form form) {
        var request = access.request(letter.request());
        var preview = files.preview(letter);
        boolean mayOpen = access.may(Action.SEE_PERSONAL_DATA, letter.organ());
        return new LetterPage(
                letter,
                LetterFields.of(letter.kind()),
                form,
                letter.state() == Letter.State.DRAFT ? letters.problems(letter) : List.of(),
                IntStream.rangeClosed(1, preview.count())
                        .mapToObj(page -> letter.path() + "/pages/" + page + "?v=" + letter.changes())
                        .toList(),
                preview.text(),
                files.unprintable(letter),
                deliveries.of(letter).orElse(null),
                letter.state() == Letter.State.DRAFT
                        && access.may(Action.HANDLE_REQUESTS, letter.organ())
                        && (mayOpen || !LetterFields.isPersonal(letter.kind())),
                access.may(access.signing(letter.kind()), letter.organ()),
                letters.kept(letter).isEmpty(),
                access.may(Action.HANDLE_REQUESTS, letter.organ()),
                mayOpen,
                LetterFields.isAnswer(letter.kind()) && request.decision() != null);
    }

    private static Map<String, String> written(Letter letter, Map<String, String> typed) {
        var values = new LinkedHashMap<String, String>();
        LetterFields.of(letter.kind()).forEach(field -> {
            var value = typed.get(field.name());
            if (value != null) {
                values.put(field.name(), value.replace("\r\n", "\n").strip());
            }
        });
        return values;
    }

    private static int seen(Map<String, String> typed) {
        var text = typed.getOrDefault("changes", "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    private static String told(Letter now) {
        return switch (now.state()) {
            case DRAFT -> "这份文书刚刚由他人修改过。下面保留了您填写的内容，右侧是最新的样子，请核对后再保存";
            case SIGNED -> "这份文书已经签发（" + now.docNo() + "），不能再修改";
            case VOID -> "这份文书已经作废";
        };
    }

    private static Form wrong(Form form, Letters.Outcome.Incomplete incomplete) {
        var wrong = form;
        for (var problem : incomplete.problems()) {
            wrong = wrong.wrong(problem);
        }
        return wrong;
    }
}
