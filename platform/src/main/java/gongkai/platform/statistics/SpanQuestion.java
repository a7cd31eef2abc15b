package gongkai.platform.statistics;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Refusal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Reads what figures are asked for: whose, and of which days. What cannot be read is said, and this year is shown. */
@Component
class SpanQuestion {
    private static final LocalDate EARLIEST = LocalDate.of(2008, 5, 1);

    private final Organs organs;
    private final Access access;
    private final Policy policy;

    SpanQuestion(Organs organs, Access access, Policy policy) {
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    /** A question and its form with what is wrong in it. */
    record Read(Span span, Form form) {}

    Read read(Map<String, String> parameters) {
        var reach = policy.reach(access.required(), Action.SEE_STATISTICS);
        var asked = parameters.getOrDefault("organ", "").strip();
        var own = own(reach);
        var found = asked.isEmpty() ? Optional.of(own) : find(asked, reach);
        var organ = found.orElse(own);
        boolean below = asked.isEmpty() && !parameters.containsKey("from")
                ? organs.subtree(organ.id()).stream()
                                .filter(each -> reach.contains(each.id()))
                                .count()
                        > 1
                : "true".equals(parameters.get("below"));
        var today = organs.today();
        var form = Form.EMPTY;
        var typedFirst = parameters.getOrDefault("from", "").strip();
        var typedLast = parameters.getOrDefault("to", "").strip();
        var first = day(typedFirst);
        var last = day(typedLast);
        if (first.isEmpty() && !typedFirst.isEmpty()) {
            form = form.wrong("from", "起始日期“" + typedFirst + "”读不懂，请按 2026-01-01 的样子填写");
        }
        if (last.isEmpty() && !typedLast.isEmpty()) {
            form = form.wrong("to", "截止日期“" + typedLast + "”读不懂，请按 2026-12-31 的样子填写");
        }
        var from = first.orElse(today.withDayOfYear(1));
        var to = last.orElse(
                first.map(day -> day.withMonth(12).withDayOfMonth(31)).orElse(today));
        if (to.isBefore(from)) {
            form = form.wrong("to", "截止日期早于起始日期");
            to = from;
        }
        if (found.isEmpty()) {
            form = form.wrong("organ", "没有找到“" + asked + "”，或者您无权查看它的统计");
        }
        var counted = below
                ? organs.subtree(organ.id()).stream()
                        .map(Organ::id)
                        .filter(reach::contains)
                        .toList()
                : List.of(organ.id());
        var span = new Span(organ, below, counted, from, to);
        return new Read(span, filled(span, form));
    }

    /** Those of the organs counted whose cases whoever acts may see one by one. */
    List<OrganId> readable(Span span) {
        var reach = policy.reach(access.required(), Action.SEE_REQUESTS);
        return span.organs().stream().filter(reach::contains).toList();
    }

    private Organ own(Policy.Reach reach) {
        var chosen = access.required().organ();
        if (chosen != null && reach.contains(chosen)) {
            return organs.byId(chosen).orElseThrow();
        }
        return reach.organs().stream()
                .findFirst()
                .flatMap(organs::byId)
                .orElseThrow(() -> new Refusal(HttpStatus.FORBIDDEN, "没有您可以查看统计的单位"));
    }

    private Optional<Organ> find(String asked, Policy.Reach reach) {
        return organs.byCode(asked)
                .filter(organ -> reach.contains(organ.id()))
                .or(() -> organs.search(asked, 50).stream()
                        .filter(organ -> reach.contains(organ.id()))
                        .findFirst());
    }

    private static Form filled(Span span, Form wrong) {
        var values = Form.of(Map.of(
                "organ", span.organ().name(),
                "below", span.below() ? "true" : "",
                "from", span.first().toString(),
                "to", span.last().toString()));
        return new Form(values.values(), wrong.fieldErrors(), wrong.errors());
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(Day.typed(text)).filter(day -> !day.isBefore(EARLIEST) && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
