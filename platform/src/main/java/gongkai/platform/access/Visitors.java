package gongkai.platform.access;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.WhoIsHere;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Shows the frame of every page who is signed in and for which organ they act. */
@Component
class Visitors implements WhoIsHere {
    private final Access access;
    private final Organs organs;

    Visitors(Access access, Organs organs) {
        this.access = access;
        this.organs = organs;
    }

    @Override
    public Optional<Visitor> now() {
        return access.actor().map(actor -> {
            var held = new HashSet<OrganId>(actor.grants().stream()
                    .map(Actor.Grant::organ)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet()));
            var choices = held.isEmpty()
                    ? java.util.List.<Organ>of()
                    : organs.all().stream()
                            .filter(organ -> held.contains(organ.id()))
                            .toList();
            return new Visitor(
                    actor.person(),
                    actor.name(),
                    choices.stream()
                            .filter(organ -> organ.id().equals(actor.organ()))
                            .map(Organ::name)
                            .findFirst()
                            .orElse(null),
                    choices.stream()
                            .map(organ -> new Choice(
                                    organ.code(), organ.name(), organ.id().equals(actor.organ())))
                            .toList(),
                    "/office/me");
        });
    }
}
