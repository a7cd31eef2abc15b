package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganTree;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reconsideration;
import gongkai.platform.organ.Reforms;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The page of one organ, as of any day. */
@Controller
@Needs(Action.SEE_ORGANS)
class OrganRecordController {
    private static final int MOST_BELOW = 30;

    private final Organs organs;
    private final Reforms reforms;
    private final DisclosureOffices offices;
    private final Courts courts;
    private final OrganRights rights;

    OrganRecordController(
            Organs organs, Reforms reforms, DisclosureOffices offices, Courts courts, OrganRights rights) {
        this.organs = organs;
        this.reforms = reforms;
        this.offices = offices;
        this.courts = courts;
        this.rights = rights;
    }

    @GetMapping("/office/organs/{code}")
    View organ(@PathVariable String code, @RequestParam(defaultValue = "") String on) {
        var now = rights.organ(code, Action.SEE_ORGANS);
        var today = organs.today();
        var form = Form.of(Map.of("on", on));
        var day = today;
        try {
            day = on.isBlank() ? today : Day.typed(on);
        } catch (DateTimeParseException e) {
            form = form.wrong("on", "日期“" + on + "”读不懂，请按 2026-03-02 的样子填写");
        }
        var tree = organs.tree();
        var organ = Objects.requireNonNull(tree.lastKnown(now.id(), day));
        var path = tree.path(organ.id(), day);
        var below = tree.children(organ.id(), day);
        var page = new OrganPage(
                organ,
                day,
                day.equals(today),
                organ.on(day),
                form,
                path.subList(0, path.size() - 1),
                offices.supervisor(organ.id(), day).orElse(null),
                remedy(organ, day),
                courts.of(organ.id(), day).orElse(null),
                offices.of(organ.id(), day).orElse(null),
                offices.since(organ.id()).orElse(null),
                below.stream().limit(MOST_BELOW).toList(),
                below.size(),
                reforms.events(organ.id()),
                passings(tree, organ, today),
                rights.may(Action.EDIT_ORGANS, organ),
                rights.may(Action.EDIT_DISCLOSURE_OFFICE, organ));
        return form.rejected() ? Page.rejected("organ/organ", page) : Page.of("organ/organ", page);
    }

    private OrganPage.Remedy remedy(Organ organ, LocalDate day) {
        return switch (organs.reconsideration(organ.id(), day)) {
            case Reconsideration.Found found -> new OrganPage.Remedy(found.organs(), found.article(), found.note());
            case Reconsideration.Unknown unknown -> new OrganPage.Remedy(List.of(), "", unknown.reason());
        };
    }

    private List<OrganPage.Passing> passings(OrganTree tree, Organ organ, LocalDate today) {
        return reforms.successions(organ.id()).stream()
                .map(passing -> {
                    boolean gave = passing.predecessor().equals(organ.id());
                    var other = gave ? passing.successor() : passing.predecessor();
                    return new OrganPage.Passing(
                            passing.day(),
                            gave ? "职权由其继续行使" : "继续行使其职权",
                            Objects.requireNonNull(tree.lastKnown(other, today)));
                })
                .toList();
    }
}
