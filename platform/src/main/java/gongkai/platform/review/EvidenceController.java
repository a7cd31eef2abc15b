package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Page;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The sheet of figures about one applicant's requests, to be read before reasons are asked for (第三十五条). It decides nothing. */
@Controller
@Needs(Action.HANDLE_REQUESTS)
class EvidenceController {
    private static final int MOST_LINES = 500;

    private final CaseDesk desk;
    private final Evidence evidence;
    private final Applicants applicants;
    private final Requests requests;
    private final Organs organs;
    private final AuditLog log;

    EvidenceController(
            CaseDesk desk, Evidence evidence, Applicants applicants, Requests requests, Organs organs, AuditLog log) {
        this.desk = desk;
        this.evidence = evidence;
        this.applicants = applicants;
        this.requests = requests;
        this.organs = organs;
        this.log = log;
    }

    @GetMapping("/office/requests/{number}/answer/evidence")
    View sheet(@PathVariable String number) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var all = evidence.all(request);
        var sure = all.stream().filter(Evidence.Earlier::sure).toList();
        var today = requests.today();
        log.write(AuditEntry.of("统计同一申请人的申请", "申请", number)
                .concerning(request.organ().value())
                .with(sure.size() + " 件"));
        var masked = applicants.masked(request.applicant());
        int lastYear = (int) sure.stream()
                .filter(each -> each.submittedOn().isAfter(today.minusYears(1)))
                .count();
        var months = sure.stream()
                .collect(Collectors.groupingBy(
                        each -> YearMonth.from(each.submittedOn()), TreeMap::new, Collectors.counting()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(entry -> new EvidencePage.Count(
                        entry.getKey().getYear() + "年" + entry.getKey().getMonthValue() + "月",
                        entry.getValue().intValue()))
                .toList();
        var subjects = Evidence.subjects(sure).stream()
                .map(group -> new EvidencePage.Subject(
                        CaseTitle.of(group.getFirst().description()),
                        group.size(),
                        group.stream().map(Evidence.Earlier::number).collect(Collectors.joining("、"))))
                .toList();
        return Page.of(
                "review/evidence",
                new EvidencePage(
                        desk.head(request),
                        masked.kind().chinese() + " " + masked.name(),
                        today,
                        sure.size(),
                        lastYear,
                        (int) sure.stream().filter(Evidence.Earlier::open).count(),
                        all.size() - sure.size(),
                        months,
                        counts(sure, each -> name(each.organ())),
                        subjects,
                        counts(sure, EvidenceController::result),
                        all.stream().limit(MOST_LINES).map(this::line).toList(),
                        words(sure, months, subjects, today)));
    }

    private EvidencePage.Line line(Evidence.Earlier each) {
        return new EvidencePage.Line(
                each.number(),
                name(each.organ()),
                each.submittedOn(),
                CaseTitle.of(each.description()),
                result(each),
                each.sure());
    }

    private String name(OrganId organ) {
        return organs.byId(organ).map(Organ::shortName).orElse("");
    }

    private static String result(Evidence.Earlier each) {
        var row = each.row();
        return row == null ? each.open() ? "在办" : "—" : row.label();
    }

    private static List<EvidencePage.Count> counts(
            List<Evidence.Earlier> requests, Function<Evidence.Earlier, String> by) {
        return requests.stream()
                .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .sorted((one, other) -> Long.compare(other.getValue(), one.getValue()))
                .map(entry ->
                        new EvidencePage.Count(entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    /** The figures in one sentence; whether they are beyond what is reasonable is for people to say. */
    private static String words(
            List<Evidence.Earlier> sure,
            List<EvidencePage.Count> months,
            List<EvidencePage.Subject> subjects,
            LocalDate today) {
        if (sure.isEmpty()) {
            return "";
        }
        var first = sure.getLast().submittedOn();
        var most = months.stream()
                .reduce((one, other) -> other.number() > one.number() ? other : one)
                .orElseThrow();
        var subject = subjects.getFirst();
        return "自" + first + "至" + today + "，申请人共提出政府信息公开申请" + sure.size() + "件，其中" + most.name() + "最多，为"
                + most.number() + "件"
                + (subject.number() > 1 ? "；内容相同或者相近的最多为" + subject.number() + "件（" + subject.title() + "）" : "") + "。";
    }
}
