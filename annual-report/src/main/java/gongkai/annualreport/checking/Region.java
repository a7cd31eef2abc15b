package gongkai.annualreport.checking;

import gongkai.annualreport.OrganLevel;
import org.jspecify.annotations.Nullable;

/** A region at the beginning of an organ's name, for example 洛阳市. */
record Region(String name, Kind kind) {
    enum Kind {
        /** A province, an autonomous region or a municipality directly under the central government. */
        PROVINCE(OrganLevel.PROVINCE),
        /** A prefecture-level city or an autonomous prefecture: its government may make regulations. */
        PREFECTURE(OrganLevel.CITY),
        /** A prefecture (地区) or league (盟): of prefecture level, but without power to make regulations. */
        LEAGUE(OrganLevel.CITY),
        COUNTY_CITY(OrganLevel.COUNTY),
        /** A city on neither list: of prefecture or of county level. */
        UNKNOWN_CITY(null),
        /** A county or banner. */
        COUNTY(OrganLevel.COUNTY),
        /** A district; many cities have one of the same name, so its full name begins with the city's. */
        DISTRICT(OrganLevel.COUNTY),
        /** A development zone, which is no administrative division. */
        ZONE(null),
        TOWN(OrganLevel.TOWNSHIP),
        SUBDISTRICT(OrganLevel.TOWNSHIP);

        private final @Nullable OrganLevel level;

        Kind(@Nullable OrganLevel level) {
            this.level = level;
        }

        @Nullable
        OrganLevel level() {
            return level;
        }
    }
}
