package gongkai.platform.reporting;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The organs whose yearly reports can be seen. Whoever has one organ only is led to its report. */
@Controller
@Needs(Action.SEE_REPORTS)
class ReportListController {
    private static final int YEARS_BACK = 5;
    private static final ListShape SHAPE = ListShape.at("/office/reports", "code")
            .sortable("name", "name")
            .filters("q")
            .year("year");

    private final Reports reports;
    private final Organs organs;
    private final Access access;
    private final Policy policy;

    ReportListController(Reports reports, Organs organs, Access access, Policy policy) {
        this.reports = reports;
        this.organs = organs;
        this.access = access;
        this.policy = policy;
    }

    @GetMapping("/office/reports")
    View list(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(SHAPE, parameters);
        var reach = policy.reach(access.required(), Action.SEE_REPORTS);
        int year = year(query.text("year"));
        if (reach.organs().size() == 1 && !query.filtered()) {
            return organs.byId(reach.organs().iterator().next())
                    .<View>map(organ -> Redirect.to("/office/reports/" + organ.code() + "/" + year))
                    .orElseThrow();
        }
        var words = query.text("q");
        var written = reports.progress(year);
        var all = organs.all().stream()
                .filter(organ -> reach.contains(organ.id()))
                .filter(organ -> words.isEmpty()
                        || organ.name().contains(words)
                        || organ.code().contains(words))
                .toList();
        var ordered = query.descending() ? all.reversed() : all;
        var rows = ordered.stream()
                .skip(query.offset())
                .limit(query.size())
                .map(organ -> line(organ, year, written))
                .toList();
        return Page.of("reporting/list", new ReportPages.Chosen(new Listing<>(query, rows, all.size()), year, years()));
    }

    private static ReportPages.Line line(Organ organ, int year, Map<Long, Integer> written) {
        return new ReportPages.Line(organ, year, written.getOrDefault(organ.id().value(), 0));
    }

    private int year(String asked) {
        return years().stream().anyMatch(option -> option.value().equals(asked))
                ? Integer.parseInt(asked)
                : reports.yearDue();
    }

    private List<Option> years() {
        int newest = organs.today().getYear();
        return IntStream.rangeClosed(0, YEARS_BACK)
                .mapToObj(back -> new Option(String.valueOf(newest - back), (newest - back) + "年度"))
                .toList();
    }
}
