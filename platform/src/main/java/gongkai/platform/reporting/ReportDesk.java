package gongkai.platform.reporting;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Refusal;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the report an address names, for whoever may see it, and what all its pages show. */
@Component
class ReportDesk {
    private static final String NOTHING = "没有这个机构的这份年度报告，或者您无权查看";
    private static final List<ReportPart> SECTIONS = Stream.of(ReportPart.values())
            .filter(part -> part.section() != null)
            .toList();

    private final Reports reports;
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    ReportDesk(Reports reports, Organs organs, Access access, Policy policy) {
        this.reports = reports;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    /** The organ, for whoever may do that with its reports; for all others it is not there. */
    Organ organ(String code, Action action) {
        var organ = organs.byCode(code)
                .filter(found -> policy.allows(access.required(), Action.SEE_REPORTS, found.id()))
                .orElseThrow(() -> Refusal.notFound(NOTHING));
        policy.require(access.required(), action, organ.id());
        return organ;
    }

    /** The report of that organ and year. */
    YearReport report(Organ organ, int year) {
        if (year > organs.today().getYear()) {
            throw Refusal.notFound(year + "年还没有开始，没有可编制的年度报告");
        }
        return reports.of(organ, year).orElseThrow(() -> Refusal.notFound(year + "年没有统一的年度报告格式"));
    }

    boolean may(Action action, Organ organ) {
        return policy.allows(access.required(), action, organ.id());
    }

    ReportHead head(YearReport report, List<FindingLine> findings) {
        var organ = report.organ();
        var path = "/office/reports/" + organ.code() + "/" + report.year();
        var tabs = new ArrayList<ReportHead.Tab>();
        tabs.add(new ReportHead.Tab(path, "总览", Tone.ACTION, ""));
        for (var part : SECTIONS) {
            tabs.add(tab(report, part, findings, path));
        }
        var due = due(organ, report.year());
        return new ReportHead(
                organ,
                report.year(),
                List.copyOf(tabs),
                due,
                ChronoUnit.DAYS.between(organs.today(), due),
                report.publishedOn() != null,
                may(Action.FILE_REPORTS, organ));
    }

    private static ReportHead.Tab tab(YearReport report, ReportPart part, List<FindingLine> findings, String path) {
        var link = path + "/parts/" + part.key();
        var label = "一二三四五六".charAt(Objects.requireNonNull(part.section()).ordinal()) + " " + part.label();
        long errors = findings.stream()
                .filter(finding -> finding.part() == part && finding.tone() == Tone.ERROR)
                .count();
        if (errors > 0) {
            return new ReportHead.Tab(link, label, Tone.ERROR, errors + " 处错误");
        }
        boolean counted = part.table() != null && !"t2".equals(part.table());
        if (!counted && report.text(part).isBlank() && part != ReportPart.PROACTIVE) {
            return new ReportHead.Tab(link, label, Tone.WARNING, "未写");
        }
        long warnings = findings.stream()
                .filter(finding -> finding.part() == part && finding.tone() == Tone.WARNING)
                .count();
        return warnings > 0
                ? new ReportHead.Tab(link, label, Tone.WARNING, warnings + " 处警告")
                : new ReportHead.Tab(link, label, Tone.DONE, "已填");
    }

    /** Departments by 31 January, governments by 31 March; townships as departments (条例第四十九条). */
    static LocalDate due(Organ organ, int year) {
        return organ.kind() == OrganKind.GOVERNMENT ? LocalDate.of(year + 1, 3, 31) : LocalDate.of(year + 1, 1, 31);
    }
}
