package gongkai.platform.register;

import gongkai.platform.organ.Organ;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An organ as a list shows it.
 *
 * @param exists whether it exists today
 * @param founded the first day it is known of
 */
public record OrganLine(Organ organ, @Nullable Organ parent, boolean exists, LocalDate founded) {
    /** The name of the organ above it, empty at the top. */
    public String parentName() {
        return parent == null ? "" : parent.name();
    }

    /** Its address. */
    public String link() {
        return link(organ);
    }

    static String link(Organ organ) {
        return "/office/organs/" + organ.code();
    }
}
