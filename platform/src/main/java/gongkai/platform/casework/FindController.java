package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.Applicants;
import gongkai.platform.personal.PersonalField;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Finds a case of the own organ from anywhere: by its number, and for those with the right by the applicant's name, number, telephone or mail address
 * exactly as registered. What is looked for is sent in the body of the form, so it stands in no address and no log.
 */
@Controller
@RequestMapping(FindController.PATH)
@Needs(Action.SEE_REQUESTS)
class FindController {
    static final String PATH = "/office/requests/find";

    private static final int MOST = 20;
    private static final int LONGEST = 100;

    private final Cases cases;
    private final CaseList list;
    private final Applicants applicants;
    private final Likenesses likenesses;
    private final AuditLog log;

    FindController(Cases cases, CaseList list, Applicants applicants, Likenesses likenesses, AuditLog log) {
        this.cases = cases;
        this.list = list;
        this.applicants = applicants;
        this.likenesses = likenesses;
        this.log = log;
    }

    @GetMapping
    View lists() {
        return Redirect.to(CaseView.ALL.path());
    }

    @PostMapping
    View find(@RequestParam(defaultValue = "") String sought) {
        var organ = cases.organ(Action.SEE_REQUESTS);
        var words = sought.strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            return Redirect.to(CaseView.ALL.path());
        }
        var numbers = list.numbered(organ, words, MOST);
        if (numbers.size() == 1) {
            return Redirect.to(Cases.path(numbers.getFirst().number()));
        }
        boolean byApplicant = cases.may(Action.SEE_PERSONAL_DATA, organ);
        return Page.of(
                "casework/found",
                new FoundPage(words, numbers, byApplicant ? ofApplicant(organ, words) : List.of(), byApplicant));
    }

    private List<AlikeLine> ofApplicant(OrganId organ, String words) {
        var found = new LinkedHashSet<gongkai.platform.personal.ApplicantId>();
        Stream.of(PersonalField.NAME, PersonalField.ID_NUMBER, PersonalField.PHONE, PersonalField.EMAIL)
                .forEach(field -> found.addAll(applicants.find(organ, field, words)));
        log.write(
                AuditEntry.of("按申请人查找", "申请", "列表").concerning(organ.value()).with("按页面顶部的查找框，" + found.size() + " 件"));
        return likenesses.of(
                organ.value(),
                found.stream().map(id -> new Applicants.Alike(id, organ, true)).toList(),
                "",
                "");
    }
}
