package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.Children;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Splits a request (拆分), answers several together (合并答复), and begins the new answer that was ordered (责令重新答复). */
@Controller
@RequestMapping("/office/requests/{number}/answer")
@Needs(Action.HANDLE_REQUESTS)
class KinshipController {
    private static final int MOST_MATTERS = 10;
    private static final int LONGEST_MATTER = 2000;

    private final CaseDesk desk;
    private final Requests requests;
    private final Children children;
    private final Evidence evidence;

    KinshipController(CaseDesk desk, Requests requests, Children children, Evidence evidence) {
        this.desk = desk;
        this.requests = requests;
        this.children = children;
        this.evidence = evidence;
    }

    @GetMapping("/split")
    View split(@PathVariable String number) {
        return blank(number, "split", "");
    }

    @PostMapping("/split")
    View split(
            @PathVariable String number,
            @RequestParam int expected,
            @RequestParam(defaultValue = "") String keeps,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam Map<String, String> typed) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(typed);
        var matters = new ArrayList<String>();
        for (int i = 0; i < MOST_MATTERS; i++) {
            var matter = typed.getOrDefault("matter" + i, "").strip();
            if (matter.length() > LONGEST_MATTER) {
                form = form.wrong("matter" + i, "太长，最多 " + LONGEST_MATTER + " 个字");
            } else if (!matter.isEmpty()) {
                matters.add(matter);
            }
        }
        if (matters.isEmpty()) {
            form = form.wrong("matter0", "请写明拆出的申请内容");
        }
        if (keeps.isBlank()) {
            form = form.wrong("keeps", "请写明本件继续办理哪一项内容");
        }
        if (!form.rejected()) {
            var why = "本件继续办理：" + keeps.strip() + (reason.isBlank() ? "" : "。" + reason.strip());
            var result = judged(() -> children.split(number, requests.today(), matters, why, false, expected));
            if (result.outcome() instanceof Requests.Outcome.Taken) {
                return made(request, "已拆分", result);
            }
            form = refused(form, result.outcome(), "matter0");
        }
        return Page.rejected("review/split", page(request, "", form));
    }

    @GetMapping("/merge")
    View merge(@PathVariable String number) {
        return blank(number, "merge", "");
    }

    @PostMapping("/merge")
    View merge(
            @PathVariable String number,
            @RequestParam int expected,
            @RequestParam(name = "with", defaultValue = "") List<String> with,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> typed) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(typed);
        if (with.isEmpty()) {
            form = form.wrong("with", "请选择要一并答复的申请");
        }
        for (var other : with) {
            desk.forAction(other, Action.HANDLE_REQUESTS);
        }
        if (!form.rejected()) {
            var all = new ArrayList<>(List.of(number));
            all.addAll(with);
            var why = reason.isBlank() ? "内容相同" : reason.strip();
            var outcome = judged(() -> children.merge(all, requests.today(), why, false, expected))
                    .outcome();
            if (outcome instanceof Requests.Outcome.Taken) {
                return Redirect.to("/office/requests/" + number + "/answer")
                        .saying("与 " + String.join("、", with) + " 一并答复；各计一件，期限从最早的收到日算");
            }
            form = refused(form, outcome, "with");
        }
        return Page.rejected("review/merge", page(request, "", form));
    }

    @GetMapping("/redo")
    View redo(@PathVariable String number, @RequestParam(defaultValue = "") String caseNo) {
        return blank(number, "redo", caseNo);
    }

    @PostMapping("/redo")
    View redo(
            @PathVariable String number,
            @RequestParam int expected,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String caseNo,
            @RequestParam Map<String, String> typed) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(typed);
        var day = day(until);
        if (day == null) {
            form = form.wrong("until", "请填写决定书或者判决书确定的期限");
        }
        if (caseNo.isBlank()) {
            form = form.wrong("caseNo", "请填写决定书或者判决书的文号");
        }
        if (!form.rejected() && day != null) {
            var result = judged(() -> children.redoFiled(number, day, caseNo.strip(), expected));
            if (result.outcome() instanceof Requests.Outcome.Taken) {
                return made(request, "已立案重新答复", result);
            }
            form = refused(form, result.outcome(), "until");
        }
        return Page.rejected("review/redo", page(request, "", form));
    }

    private View blank(String number, String step, String caseNo) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(Map.of("expected", String.valueOf(request.steps()), "caseNo", caseNo));
        return Page.of("review/" + step, page(request, probe(request, step), form));
    }

    /** The query codes are told now and never again, so this page answers the form itself. */
    private View made(DisclosureRequest request, String title, Children.Result result) {
        var made = result.made().stream()
                .map(each -> new KinshipPages.Child(
                        each.request().number(),
                        CaseTitle.of(each.request().description()),
                        String.valueOf(each.queryCode())))
                .toList();
        var now = requests.byNumber(request.number()).orElseThrow();
        return Page.of("review/made", new KinshipPages.Made(desk.head(now), title, made));
    }

    private KinshipPages.Step page(DisclosureRequest request, String barred, Form form) {
        var others = evidence.sameApplicant(request).stream()
                .filter(other -> other.organ().equals(request.organ()) && other.sure() && other.open())
                .map(other -> new Option(other.number(), other.number() + "　" + CaseTitle.of(other.description())))
                .toList();
        return new KinshipPages.Step(desk.head(request), barred, form, MOST_MATTERS, others);
    }

    /** What bars the step today; empty if nothing does. */
    private String probe(DisclosureRequest request, String step) {
        var today = requests.today();
        var probe = switch (step) {
            case "split" -> new Step.Split(today, List.of("一项"), "");
            case "merge" -> new Step.Merge(today, List.of("一件"), today, "");
            default -> new Step.Redo(today, today, "", "");
        };
        var steps = new ArrayList<>(
                requests.steps(request).stream().map(Recorded::step).toList());
        if (probe instanceof Step.Redo && request.state() == RequestState.ARCHIVED) {
            steps.add(new Step.Undo(today, "取回案卷"));
        }
        var ruling = requests.procedure(request.organ()).take(request.opening(), steps, probe, new Entry(today, false));
        return ruling instanceof Ruling.Barred barred ? barred.article() + "：" + barred.reason() : "";
    }

    /** A year without a calendar is told like anything else that stands in the way. */
    private static Children.Result judged(Supplier<Children.Result> act) {
        try {
            return act.get();
        } catch (MissingYearException e) {
            return new Children.Result(
                    new Requests.Outcome.Unfit("expected", String.valueOf(e.getMessage())), List.of());
        }
    }

    private static Form refused(Form form, Requests.Outcome outcome, String field) {
        return switch (outcome) {
            case Requests.Outcome.Barred barred -> form.wrong(barred.article() + "：" + barred.reason());
            case Requests.Outcome.Unfit unfit ->
                unfit.field().equals("expected") ? form.wrong(unfit.reason()) : form.wrong(field, unfit.reason());
            case Requests.Outcome.Taken taken -> form;
        };
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return Day.typed(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
