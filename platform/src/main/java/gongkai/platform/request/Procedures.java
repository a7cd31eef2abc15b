package gongkai.platform.request;

import gongkai.platform.calendar.Calendars;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Region;
import gongkai.platform.request.procedure.Procedure;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The law in each organ's calendar. */
@Component
class Procedures {
    private final Organs organs;
    private final Calendars calendars;

    Procedures(Organs organs, Calendars calendars) {
        this.organs = organs;
        this.calendars = calendars;
    }

    /** In the calendar of the region the organ works in: its own, or that of the nearest organ above that has one. */
    Procedure of(OrganId organ) {
        var region = organs.path(organ).reversed().stream()
                .map(Organ::region)
                .filter(Objects::nonNull)
                .map(Region::code)
                .findFirst()
                .orElse(null);
        return new Procedure(calendars.in(region));
    }
}
