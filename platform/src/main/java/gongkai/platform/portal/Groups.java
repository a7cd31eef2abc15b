package gongkai.platform.portal;

import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The organs the portal's first page offers: those with an office of disclosure, under the organ above them. Worked out anew every half minute. */
@Component
class Groups {
    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST_GROUPS = 40;
    private static final int MOST_IN_GROUP = 40;

    private final Organs organs;
    private final DisclosureOffices offices;
    private final Clock clock;
    private volatile @Nullable Known known;

    Groups(Organs organs, DisclosureOffices offices, Clock clock) {
        this.organs = organs;
        this.offices = offices;
        this.clock = clock;
    }

    private record Known(Instant at, List<HomePage.Group> groups) {}

    List<HomePage.Group> now() {
        var last = known;
        var time = clock.instant();
        if (last == null
                || time.isBefore(last.at())
                || Duration.between(last.at(), time).compareTo(FRESH) > 0) {
            last = new Known(time, groups());
            known = last;
        }
        return last.groups();
    }

    private List<HomePage.Group> groups() {
        var told = offices.all(organs.today()).keySet();
        var byParent = new LinkedHashMap<OrganId, List<Organ>>();
        organs.children(null).stream()
                .flatMap(top -> organs.subtree(top.id()).stream())
                .filter(organ -> told.contains(organ.id()))
                .forEach(organ -> byParent.computeIfAbsent(
                                Objects.requireNonNullElse(organ.parent(), organ.id()), id -> new ArrayList<>())
                        .add(organ));
        return byParent.entrySet().stream()
                .limit(MOST_GROUPS)
                .flatMap(entry -> organs
                        .byId(entry.getKey())
                        .map(above -> new HomePage.Group(
                                above,
                                entry.getValue().stream().limit(MOST_IN_GROUP).toList(),
                                entry.getValue().size()))
                        .stream())
                .toList();
    }
}
