package gongkai.annualreport;

import java.util.Locale;
import java.util.Optional;

/** The level of the reporting organ's region. */
public enum OrganLevel {
    PROVINCE,
    CITY,
    COUNTY,
    TOWNSHIP;

    /** The level with that code, {@code province}, {@code city}, {@code county} or {@code township}. */
    public static Optional<OrganLevel> ofCode(String code) {
        for (var level : values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(code)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
