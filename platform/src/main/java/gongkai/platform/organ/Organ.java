package gongkai.platform.organ;

import org.jspecify.annotations.Nullable;

/**
 * An organ (行政机关) as it is now.
 *
 * @param code its short identifier in addresses and calls, for example {@code demo-d01}
 * @param parent the organ above it, null at the top
 */
public record Organ(
        OrganId id, String code, String name, @Nullable OrganId parent) {}
