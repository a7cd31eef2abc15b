package gongkai.platform.casework;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.ClockDay;
import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The clock of the case, day by day (期限台账). */
@Component
class LedgerPanel implements CasePanel {
    private static final int ORDER = 50;

    private final Requests requests;
    private final Organs organs;

    LedgerPanel(Requests requests, Organs organs) {
        this.requests = requests;
        this.organs = organs;
    }

    @Override
    public String id() {
        return "ledger";
    }

    @Override
    public String title() {
        return "期限台账";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Part part(DisclosureRequest request) {
        return new Part("casework/panel-ledger", ledger(request));
    }

    Ledger ledger(DisclosureRequest request) {
        var steps = requests.steps(request);
        var standing = requests.standing(request, steps);
        var procedure = requests.procedure(request.organ());
        var days = Cases.judged(() -> procedure.ledger(standing));
        var happened = happened(steps);
        var lines = new ArrayList<Ledger.Line>();
        int nth = 0;
        for (var day : days) {
            nth += day.counted() ? 1 : 0;
            lines.add(new Ledger.Line(
                    day.day(),
                    day.counted() ? String.valueOf(nth) : "",
                    day.counted(),
                    day.reason(),
                    day.article(),
                    happened.getOrDefault(day.day(), "")));
        }
        var terms = Cases.known(() -> procedure.deadlines(standing), List.<Deadlines.Deadline>of()).stream()
                .map(deadline ->
                        new Ledger.Term(deadline.kind().label(), deadline.kind().article(), deadline.lastDay()))
                .toList();
        return new Ledger(
                request,
                organs.byId(request.organ()).map(Organ::name).orElse(""),
                CaseTitle.of(request.description()),
                request.due(),
                lines,
                totals(days),
                terms);
    }

    private static Map<java.time.LocalDate, String> happened(List<Recorded> steps) {
        return Procedure.standing(steps.stream().map(Recorded::step).toList()).stream()
                .collect(Collectors.groupingBy(
                        gongkai.platform.request.procedure.Step::on,
                        Collectors.mapping(step -> StepType.of(step).label(), Collectors.joining("、"))));
    }

    /** For example 计入 20、征求第三方意见 14、休息日和节假日 18. */
    private static List<String> totals(List<ClockDay> days) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var day : days.isEmpty() ? days : days.subList(1, days.size())) {
            var kind = day.counted()
                    ? "计入"
                    : day.reason().contains("所需时间")
                            ? day.reason().substring(0, day.reason().indexOf("所需时间"))
                            : "休息日和节假日";
            counts.merge(kind, 1, Integer::sum);
        }
        return counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList();
    }
}
