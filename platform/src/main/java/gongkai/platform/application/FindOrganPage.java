package gongkai.platform.application;

import gongkai.platform.organ.Organ;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which organ is applied to.
 *
 * @param asked the words looked for, empty if none
 * @param under the organ whose units are listed, null at the top
 * @param path those above it and itself
 */
public record FindOrganPage(String asked, @Nullable Organ under, List<Organ> path, List<Line> lines) {
    /**
     * An organ that may be applied to.
     *
     * @param online whether it takes applications over the internet
     * @param units how many units stand below it
     */
    public record Line(Organ organ, boolean online, int units) {}
}
