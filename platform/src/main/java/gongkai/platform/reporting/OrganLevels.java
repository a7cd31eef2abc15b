package gongkai.platform.reporting;

import gongkai.annualreport.OrganLevel;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Region;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** On which level an organ reports, which decides what it can have issued. */
final class OrganLevels {
    private OrganLevels() {}

    /** The level of the region it works in: its own, or that of the nearest organ above; null where there is none. */
    static @Nullable OrganLevel of(Organs organs, OrganId organ) {
        return organs.path(organ).reversed().stream()
                .map(Organ::region)
                .filter(Objects::nonNull)
                .map(Region::level)
                .findFirst()
                .map(OrganLevels::of)
                .orElse(null);
    }

    private static OrganLevel of(Region.Level level) {
        return switch (level) {
            case PROVINCE -> OrganLevel.PROVINCE;
            case CITY -> OrganLevel.CITY;
            case COUNTY -> OrganLevel.COUNTY;
            case TOWNSHIP, VILLAGE -> OrganLevel.TOWNSHIP;
        };
    }
}
