package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Colleagues;
import gongkai.platform.access.Divisions;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.PrintedSheet;
import gongkai.platform.web.Redirect;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Charges a division or person with a case (分办、转办), and gives it back (退回). */
@Controller
@Needs(Action.HANDLE_REQUESTS)
class AssignmentController {
    private static final String TEMPLATE = "casework/assignment";
    private static final String OVERTAKEN = "这件申请刚刚由他人分办或者转办过，请看过下面的经过再办";
    private static final int LONGEST = 1000;

    private final Cases cases;
    private final Dockets dockets;
    private final Divisions divisions;
    private final Colleagues colleagues;
    private final Organs organs;
    private final Requests requests;

    AssignmentController(
            Cases cases,
            Dockets dockets,
            Divisions divisions,
            Colleagues colleagues,
            Organs organs,
            Requests requests) {
        this.cases = cases;
        this.dockets = dockets;
        this.divisions = divisions;
        this.colleagues = colleagues;
        this.organs = organs;
        this.requests = requests;
    }

    @GetMapping("/office/requests/{number}/assignment")
    View page(@PathVariable String number) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var docket = dockets.of(request);
        return Page.of(
                TEMPLATE,
                page(
                        request,
                        docket,
                        Form.of(Map.of(
                                "internalDue",
                                docket.internalDue() == null
                                        ? ""
                                        : docket.internalDue().toString()))));
    }

    @PostMapping("/office/requests/{number}/assignment")
    View assign(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String division,
            @RequestParam(defaultValue = "") String handler,
            @RequestParam(defaultValue = "") String internalDue,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "0") int seen) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var docket = dockets.of(request);
        var form =
                Form.of(Map.of("division", division, "handler", handler, "internalDue", internalDue, "remark", remark));
        var toDivision = chosen(divisionOptions(request), division);
        var toHandler = chosen(handlerOptions(request), handler);
        if (toDivision.isEmpty() && toHandler.isEmpty()) {
            form = form.wrong("division", "请选择承办的科室或者承办人");
        }
        var due = day(internalDue);
        if (!internalDue.isBlank() && due == null) {
            form = form.wrong("internalDue", "“" + internalDue + "”不是日期，请按 2026-01-31 的样子填写");
        } else if (due != null && due.isBefore(cases.today())) {
            form = form.wrong("internalDue", "内部时限不能早于今天");
        } else if (due != null && request.due() != null && due.isAfter(request.due())) {
            form = form.wrong("internalDue", "内部时限不能晚于法定答复期限 " + request.due());
        }
        if (remark.length() > LONGEST) {
            form = form.wrong("remark", "太长，最多" + LONGEST + "字");
        }
        if (form.rejected()) {
            return Page.rejected(TEMPLATE, page(request, docket, form));
        }
        var kind = docket.assigned() ? Dockets.Kind.TRANSFER : Dockets.Kind.ASSIGN;
        var charge = new Dockets.Charge(kind, toDivision.orElse(null), toHandler.orElse(null), due, remark.strip());
        if (!dockets.charge(request, charge, cases.actor().person(), seen)) {
            return Page.rejected(TEMPLATE, page(request, dockets.of(request), form.wrong(OVERTAKEN)));
        }
        return Redirect.to(Cases.path(number)).saying("已" + kind.chinese());
    }

    @PostMapping("/office/requests/{number}/assignment/return")
    View giveBack(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "0") int seen) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var docket = dockets.of(request);
        var giver = giver(dockets.history(request));
        if (!docket.assigned() || giver.isEmpty()) {
            return Redirect.to(Cases.path(number) + "/assignment").warning("这件申请没有可以退回的转办");
        }
        var form = Form.of(Map.of("reason", reason));
        if (reason.isBlank()) {
            form = form.wrong("reason", "请填写退回的理由");
        } else if (reason.strip().length() > LONGEST) {
            form = form.wrong("reason", "太长，最多" + LONGEST + "字");
        } else if (!dockets.charge(
                request,
                new Dockets.Charge(Dockets.Kind.RETURN, null, giver.get().byPerson(), null, reason.strip()),
                cases.actor().person(),
                seen)) {
            form = form.wrong(OVERTAKEN);
        }
        return form.rejected()
                ? Page.rejected(TEMPLATE, page(request, dockets.of(request), form))
                : Redirect.to(Cases.path(number)).saying("已退回" + giver.get().by());
    }

    /** The slip that goes with a case to the division charged with it (转办单), to be signed for. It tells nothing of the applicant. */
    @GetMapping("/office/requests/{number}/assignment/slip")
    View slip(@PathVariable String number) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        return dockets.history(request).stream()
                .findFirst()
                .<View>map(last -> Page.of("web/sheet", slip(request, last)))
                .orElseGet(
                        () -> Redirect.to(Cases.path(number) + "/assignment").warning("这件申请还没有分办、转办过；分办、转办以后再打印转办单"));
    }

    private PrintedSheet slip(DisclosureRequest request, AssignmentLine last) {
        var due = request.due();
        return new PrintedSheet(
                "政府信息公开申请" + last.kind() + "单",
                organs.byId(request.organ()).map(Organ::name).orElse(""),
                request.number(),
                Cases.path(request.number()) + "/assignment",
                List.of(
                        new PrintedSheet.Line("申请内容", requests.asked(request)),
                        new PrintedSheet.Line(
                                "收到申请之日", request.receiptDate() == null ? "待双方确认" : Day.text(request.receiptDate())),
                        new PrintedSheet.Line("法定答复期限", due == null ? "现在停止计算" : Day.text(due)),
                        new PrintedSheet.Line("承办", (last.division() + " " + last.handler()).strip()),
                        new PrintedSheet.Line("内部时限", last.internalDue() == null ? "" : Day.text(last.internalDue())),
                        new PrintedSheet.Line("交办意见", last.remark()),
                        new PrintedSheet.Line("交办", (last.by() + " " + Day.minute(last.at())).strip()),
                        new PrintedSheet.Line("承办意见", "\n\n")),
                List.of("交办人", "签收人"),
                "");
    }

    private AssignmentPage page(DisclosureRequest request, Docket docket, Form form) {
        var history = dockets.history(request);
        var giver = giver(history);
        return new AssignmentPage(
                request.number(),
                CaseTitle.of(request.description()),
                docket,
                form,
                divisionOptions(request),
                handlerOptions(request),
                docket.assigned() && giver.isPresent(),
                giver.map(AssignmentLine::by).orElse(""),
                history);
    }

    /** Whoever gave the case to those who have it now. */
    private static Optional<AssignmentLine> giver(List<AssignmentLine> history) {
        return history.stream().findFirst().filter(line -> line.byPerson() != null);
    }

    private List<Option> divisionOptions(DisclosureRequest request) {
        return divisions.in(request.organ()).stream()
                .map(division -> new Option(String.valueOf(division.id()), division.name()))
                .toList();
    }

    private List<Option> handlerOptions(DisclosureRequest request) {
        return colleagues.whoMay(Action.HANDLE_REQUESTS, request.organ()).stream()
                .map(person -> new Option(String.valueOf(person.person()), person.label()))
                .toList();
    }

    private static Optional<Long> chosen(List<Option> options, String value) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .map(option -> Long.valueOf(option.value()))
                .findFirst();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : Day.typed(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
