package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.personal.PersonalField;
import gongkai.platform.personal.ReasonMissingException;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The applicant in the clear, for a reason; and the requests of an applicant found by exact match. What is looked for is sent in the body of
 * a form, so it is in no address and no log.
 */
@Controller
@Needs(Action.SEE_PERSONAL_DATA)
class ApplicantController {
    private static final String REVEAL = "casework/applicant";
    private static final String SEARCH = "casework/applicant-search";

    private final Cases cases;
    private final Applicants applicants;
    private final Likenesses likenesses;
    private final Organs organs;
    private final AuditLog log;

    ApplicantController(Cases cases, Applicants applicants, Likenesses likenesses, Organs organs, AuditLog log) {
        this.cases = cases;
        this.applicants = applicants;
        this.likenesses = likenesses;
        this.organs = organs;
        this.log = log;
    }

    @GetMapping("/office/requests/{number}/applicant")
    View ask(@PathVariable String number) {
        cases.forAction(number, Action.SEE_PERSONAL_DATA);
        return Page.of(REVEAL, new ApplicantPage(number, Form.EMPTY, null));
    }

    @PostMapping("/office/requests/{number}/applicant")
    View reveal(@PathVariable String number, @RequestParam(defaultValue = "") String reason) {
        var request = cases.forAction(number, Action.SEE_PERSONAL_DATA);
        var form = Form.of(Map.of("reason", reason));
        try {
            var clear = applicants.reveal(request.applicant(), reason);
            return Page.of(REVEAL, new ApplicantPage(number, form, clear));
        } catch (ReasonMissingException e) {
            return Page.rejected(
                    REVEAL, new ApplicantPage(number, form.wrong("reason", String.valueOf(e.getMessage())), null));
        }
    }

    /** The form an officer filled in for somebody who could not write (口头申请代填), to be read over and signed by them (第二十九条). */
    @PostMapping("/office/requests/{number}/applicant/form")
    View assisted(@PathVariable String number) {
        var request = cases.forAction(number, Action.SEE_PERSONAL_DATA);
        if (request.channel() != Channel.ORAL_ASSISTED) {
            return Redirect.to(Cases.path(number))
                    .warning("这件申请由" + request.channel().label() + "提出，没有代填表；只有口头申请、由本机关代填的才有");
        }
        return Page.of(
                "web/sheet",
                AssistedForm.of(request, applicants.reveal(request.applicant(), AssistedForm.REASON), organ(request)));
    }

    private String organ(DisclosureRequest request) {
        return organs.byId(request.organ()).map(Organ::name).orElse("");
    }

    @GetMapping("/office/requests/applicant")
    View search() {
        cases.organ(Action.SEE_PERSONAL_DATA);
        return Page.of(SEARCH, new ApplicantSearchPage(Form.EMPTY, fields(), null));
    }

    @PostMapping("/office/requests/applicant")
    View find(@RequestParam(defaultValue = "") String field, @RequestParam(defaultValue = "") String value) {
        var organ = cases.organ(Action.SEE_PERSONAL_DATA);
        var form = Form.of(Map.of("field", field, "value", value));
        var chosen = Arrays.stream(PersonalField.values())
                .filter(known -> known != PersonalField.ADDRESS && known.name().equals(field))
                .findFirst();
        if (chosen.isEmpty()) {
            form = form.wrong("field", "请选择按什么查找");
        }
        if (value.isBlank()) {
            form = form.wrong("value", "请填写要查找的内容，须与登记的完全一致");
        }
        if (chosen.isEmpty() || form.rejected()) {
            return Page.rejected(SEARCH, new ApplicantSearchPage(form, fields(), null));
        }
        var found = applicants.find(organ, chosen.get(), value.strip()).stream()
                .map(id -> new Applicants.Alike(id, organ, true))
                .toList();
        log.write(AuditEntry.of("按申请人查找", "申请", "列表")
                .concerning(organ.value())
                .with("按" + chosen.get().chinese() + "，" + found.size() + " 件"));
        return Page.of(SEARCH, new ApplicantSearchPage(form, fields(), likenesses.of(organ.value(), found, "", "")));
    }

    private static List<Option> fields() {
        return List.of(
                new Option(PersonalField.NAME.name(), "姓名或者名称"),
                new Option(PersonalField.ID_NUMBER.name(), PersonalField.ID_NUMBER.chinese()),
                new Option(PersonalField.PHONE.name(), PersonalField.PHONE.chinese()),
                new Option(PersonalField.EMAIL.name(), PersonalField.EMAIL.chinese()));
    }
}
