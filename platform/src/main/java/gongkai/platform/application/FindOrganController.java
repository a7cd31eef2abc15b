package gongkai.platform.application;

import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.request.Requests;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.fee.FeeSchedule;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The way to the right organ, and what everybody should know before applying. */
@Controller
@Open
class FindOrganController {
    private static final int MOST = 60;
    private static final int LONGEST = 100;
    /** Enough to show every band of the ladders and how they go on. */
    private static final int PIECES_SHOWN = 50;

    private static final int PAGES_SHOWN = 300;

    private final Organs organs;
    private final DisclosureOffices offices;
    private final Requests requests;
    private final ApplicationSettings settings;

    FindOrganController(Organs organs, DisclosureOffices offices, Requests requests, ApplicationSettings settings) {
        this.organs = organs;
        this.offices = offices;
        this.requests = requests;
        this.settings = settings;
    }

    @GetMapping("/apply")
    View find(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String under) {
        var words = q.strip();
        if (!words.isEmpty()) {
            var asked = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
            return Page.of(
                    "application/find", new FindOrganPage(asked, null, List.of(), lines(organs.search(asked, MOST))));
        }
        var above = organs.byCode(under).orElse(null);
        if (above == null && organs.children(null).size() == 1) {
            // One organ stands above all: what people look for begins below it.
            return Page.of(
                    "application/find",
                    new FindOrganPage(
                            "",
                            null,
                            List.of(),
                            lines(organs.children(
                                    organs.children(null).getFirst().id()))));
        }
        return Page.of(
                "application/find",
                new FindOrganPage(
                        "",
                        above,
                        above == null ? List.of() : organs.path(above.id()),
                        lines(organs.children(above == null ? null : above.id()))));
    }

    @GetMapping("/apply/guide")
    View guide() {
        var schedule = FeeSchedule.on(requests.today());
        return Page.of(
                "application/guide",
                new GuidePage(
                        schedule.map(fees -> fees.quote(FeeBasis.PIECES, PIECES_SHOWN)
                                        .bands())
                                .orElse(List.of()),
                        schedule.map(fees ->
                                        fees.quote(FeeBasis.PAGES, PAGES_SHOWN).bands())
                                .orElse(List.of()),
                        settings.draftDays()));
    }

    private List<FindOrganPage.Line> lines(List<Organ> found) {
        var told = offices.all(organs.today());
        return found.stream()
                .map(organ -> {
                    var office = told.get(organ.id());
                    return new FindOrganPage.Line(
                            organ,
                            office != null && office.takes(ReceivingChannel.ONLINE),
                            organs.children(organ.id()).size());
                })
                .toList();
    }
}
