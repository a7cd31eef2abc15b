package gongkai.platform.remedy;

import gongkai.platform.calendar.Calendars;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.calendar.WorkingDays;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Region;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Due;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The terms of cases, in the calendar of the region an organ works in. */
@Component
class RemedyClock {
    private final Calendars calendars;
    private final Organs organs;
    private final Requests requests;

    RemedyClock(Calendars calendars, Organs organs, Requests requests) {
        this.calendars = calendars;
        this.organs = organs;
        this.requests = requests;
    }

    /** The organ's own term to answer with evidence; null before the copy is there or where a year has no calendar. */
    @Nullable
    RunningTerm defence(RemedyFile file) {
        var copy = file.copyOn();
        if (copy == null) {
            return null;
        }
        try {
            var terms = terms(file.remedy().organ());
            var term = terms.defence(file.remedy().kind(), file.hearing(), copy);
            return new RunningTerm(term, due(terms.days(), term.lastDay()), file.defendedOn());
        } catch (MissingYearException e) {
            return null;
        }
    }

    /** All terms of a case that can be reckoned. */
    List<RunningTerm> all(RemedyFile file) {
        var all = new ArrayList<RunningTerm>();
        var defence = defence(file);
        // Once the case is closed nobody waits for it any more.
        if (defence != null && (!file.closed() || defence.met() != null)) {
            all.add(defence);
        }
        try {
            var terms = terms(file.remedy().organ());
            if (!file.closed()) {
                var judgment = terms.judgment(
                        file.remedy().kind(), file.hearing(), file.remedy().acceptedOn(), file.extended());
                all.add(new RunningTerm(judgment, due(terms.days(), judgment.lastDay()), null));
            }
            var redo = file.redoUntil();
            if (redo != null) {
                all.add(new RunningTerm(
                        new RemedyTerms.Term("重新作出答复", redo, "行政复议法第六十四条、行政诉讼法第七十条"),
                        due(terms.days(), redo),
                        answeredAnew(file)));
            }
        } catch (MissingYearException e) {
            // The workbench already tells that a calendar is missing.
        }
        return List.copyOf(all);
    }

    /** The day that decides whether the new answer that was ordered came in time; null while there is none. */
    private @Nullable LocalDate answeredAnew(RemedyFile file) {
        var number = file.redoNumber();
        return number == null
                ? null
                : requests.byNumber(number).map(DisclosureRequest::judgedOn).orElse(null);
    }

    /** Until when the applicant may sue after a reconsideration; null while that is not known, or where a year has no calendar. */
    RemedyTerms.@Nullable Term suit(RemedyFile file) {
        var served = file.servedOn();
        try {
            return served == null ? null : terms(file.remedy().organ()).afterReconsideration(served);
        } catch (MissingYearException e) {
            return null;
        }
    }

    private RemedyTerms terms(OrganId organ) {
        var region = organs.path(organ).reversed().stream()
                .map(Organ::region)
                .filter(Objects::nonNull)
                .map(Region::code)
                .findFirst()
                .orElse(null);
        return new RemedyTerms(calendars.in(region));
    }

    private Due due(WorkingDays days, LocalDate last) {
        var today = organs.today();
        int left = last.isBefore(today) ? -Math.max(1, days.between(last, today)) : days.between(today, last);
        return new Due(last, left, "");
    }
}
