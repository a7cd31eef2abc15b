package gongkai.platform.remedy;

import gongkai.platform.web.Desk;
import gongkai.platform.web.Duty;
import gongkai.platform.web.Navigation;
import gongkai.platform.web.NavigationLink;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The register in the navigation, and the terms to answer on the workbench. */
@Component
class RemedyDesk implements Desk, Navigation {
    private final RemedyFiles files;
    private final RemedyClock clock;
    private final RemedyRights rights;

    RemedyDesk(RemedyFiles files, RemedyClock clock, RemedyRights rights) {
        this.files = files;
        this.clock = clock;
        this.rights = rights;
    }

    @Override
    public List<NavigationLink> links() {
        return rights.maySee() ? List.of(new NavigationLink(Duty.REMEDIES, "复议诉讼", "/office/remedies", 0)) : List.of();
    }

    @Override
    public List<Task> tasks() {
        return files.open(rights.handled()).stream()
                .flatMap(file -> {
                    var defence = clock.defence(file);
                    return defence == null || defence.met() != null
                            ? Stream.<Task>empty()
                            : Stream.of(new Task(
                                    file.remedy().caseNo(),
                                    file.remedy().kind().label()
                                            + (file.decider().isEmpty() ? "" : "，" + file.decider()),
                                    defence.term().name(),
                                    file.link(),
                                    defence.due()));
                })
                .toList();
    }
}
