package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Settles for an organ what the law leaves open (争议问题). */
@Controller
@RequestMapping("/office/requests/rules")
@Needs(Action.EDIT_RULES)
class DisputedRulesController {
    private static final int LONGEST = 300;

    private final DisputedRules rules;
    private final Cases cases;
    private final Organs organs;

    DisputedRulesController(DisputedRules rules, Cases cases, Organs organs) {
        this.rules = rules;
        this.cases = cases;
        this.organs = organs;
    }

    @GetMapping
    View show(@RequestParam(defaultValue = "") String question) {
        var organ = cases.organ(Action.EDIT_RULES);
        var chosen = question(question);
        var values = new HashMap<>(Map.of("since", cases.today().toString()));
        chosen.ifPresent(one -> values.put("answer", rules.answer(organ, one, cases.today())));
        return Page.of("casework/rules", page(organ, chosen.orElse(null), Form.of(values)));
    }

    @PostMapping
    View settle(@RequestParam Map<String, String> typed) {
        var organ = cases.organ(Action.EDIT_RULES);
        var form = Form.of(typed);
        var question = question(form.value("question"));
        var since = day(form.value("since"));
        if (question.isEmpty()) {
            throw Refusal.notFound("没有这个问题");
        }
        if (question.get().answers().stream().noneMatch(answer -> answer.value().equals(typed.get("answer")))) {
            form = form.wrong("answer", "这个问题没有这种处理，请从它的几种处理里选择");
        }
        if (since == null) {
            form = form.wrong("since", "请填写从哪一天起，例如 2026-03-02");
        } else if (since.isBefore(cases.today())) {
            form = form.wrong("since", "只能从今天或者以后起，已经办理的不受影响");
        }
        var reason = form.value("reason").strip();
        if (reason.length() < 2 || reason.length() > LONGEST) {
            form = form.wrong("reason", "请写明理由和谁决定的（2 至 " + LONGEST + " 字）");
        }
        if (form.rejected() || since == null) {
            return Page.rejected("casework/rules", page(organ, question.get(), form));
        }
        rules.settle(organ, new DisputedRules.Settled(question.get(), since, form.value("answer"), reason));
        return Redirect.to("/office/requests/rules").saying("已保存，自 " + since + " 起适用");
    }

    private DisputedRulesPage page(OrganId organ, @Nullable DisputedQuestion chosen, Form form) {
        var lines = Arrays.stream(DisputedQuestion.values())
                .map(question -> {
                    var answer = rules.answer(organ, question, cases.today());
                    return new DisputedRulesPage.Line(
                            question, question.words(answer), answer.equals(question.usual()));
                })
                .toList();
        return new DisputedRulesPage(
                organs.byId(organ).map(Organ::name).orElse(""), lines, rules.all(organ), chosen, form);
    }

    private static Optional<DisputedQuestion> question(String typed) {
        return Arrays.stream(DisputedQuestion.values())
                .filter(each -> each.name().equals(typed))
                .findFirst();
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return Day.typed(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
