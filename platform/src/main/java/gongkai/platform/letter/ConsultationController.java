package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What several third parties say that were asked at once. */
@Controller
@RequestMapping("/office/letters/case/{number}/consultation")
@Needs(Action.HANDLE_REQUESTS)
class ConsultationController {
    private static final int LONGEST = 2_000;

    private final Consultations consultations;
    private final LetterAccess access;
    private final Requests requests;

    ConsultationController(Consultations consultations, LetterAccess access, Requests requests) {
        this.consultations = consultations;
        this.access = access;
        this.requests = requests;
    }

    static String path(String number) {
        return "/office/letters/case/" + number + "/consultation";
    }

    @GetMapping
    View show(@PathVariable String number, @RequestParam(defaultValue = "-1") int party) {
        var request = handled(number);
        return consultations
                .open(request)
                .<View>map(open -> Page.of("letter/consultation", page(request, open, party, Form.EMPTY)))
                .orElseGet(() -> Redirect.to(back(number)).warning("现在没有在同时征求几个第三方的意见"));
    }

    @PostMapping
    View say(
            @PathVariable String number,
            @RequestParam(defaultValue = "-1") int party,
            @RequestParam(defaultValue = "0") int expected,
            @RequestParam Map<String, String> typed) {
        var request = handled(number);
        var form = Form.of(typed);
        var opinion = opinion(form.value("opinion"));
        var reason = form.value("reason").strip();
        if (opinion.isEmpty()) {
            form = form.wrong("opinion", "请选择第三方的意见");
        } else if (opinion.get() == Step.Opinion.DISAGREE && reason.isEmpty()) {
            form = form.wrong("reason", "不同意公开的，请写明第三方的理由；没有说理由的，写“未说明理由”");
        }
        if (reason.length() > LONGEST) {
            form = form.wrong("reason", "不能超过 " + LONGEST + " 字");
        }
        if (form.rejected() || party < 0) {
            return rejected(number, party, form);
        }
        return answered(
                number,
                party,
                form,
                () -> consultations.said(request, party, opinion.orElseThrow(), reason, expected),
                "意见已登记");
    }

    /** Those who are silent have let their terms pass. */
    @PostMapping("/conclusion")
    View conclude(@PathVariable String number, @RequestParam(defaultValue = "0") int expected) {
        var request = handled(number);
        return answered(number, -1, Form.EMPTY, () -> consultations.conclude(request, expected), "已认定逾期，征求意见结束");
    }

    private interface Act {
        Requests.Outcome outcome();
    }

    private View answered(String number, int party, Form form, Act act, String said) {
        Requests.Outcome outcome;
        try {
            outcome = act.outcome();
        } catch (MissingYearException e) {
            return rejected(number, party, form.wrong("没有推算期限所需的工作日历，请先录入"));
        }
        return switch (outcome) {
            case Requests.Outcome.Taken taken -> {
                boolean going = consultations.open(handled(number)).isPresent();
                yield Redirect.to(going ? path(number) : back(number)).saying(going ? said : said + "，恢复计算答复期限");
            }
            case Requests.Outcome.Barred barred ->
                rejected(number, party, form.wrong(barred.article() + "：" + barred.reason()));
            case Requests.Outcome.Unfit unfit -> rejected(number, party, form.wrong(unfit.reason()));
        };
    }

    private View rejected(String number, int party, Form form) {
        var request = handled(number);
        return consultations
                .open(request)
                .<View>map(open -> Page.rejected("letter/consultation", page(request, open, party, form)))
                .orElseGet(() -> Redirect.to(back(number)));
    }

    private ConsultationPage page(DisclosureRequest request, Consultations.Open open, int party, Form form) {
        return new ConsultationPage(
                request, open, requests.today(), party < open.parties().size() ? party : -1, form);
    }

    private static Optional<Step.Opinion> opinion(String typed) {
        return Arrays.stream(Step.Opinion.values())
                .filter(each -> each.name().equals(typed))
                .findFirst();
    }

    private static String back(String number) {
        return "/office/requests/" + number;
    }

    private DisclosureRequest handled(String number) {
        var request = access.request(number);
        access.require(Action.HANDLE_REQUESTS, request.organ());
        return request;
    }
}
