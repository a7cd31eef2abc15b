package gongkai.platform.review;

import gongkai.platform.redaction.Area;
import gongkai.platform.redaction.Found;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Places on pages as forms name them. What cannot be read is null. */
final class Places {
    private Places() {}

    static String value(Found found) {
        return found.areas().stream()
                .map(area -> String.format(
                        Locale.ROOT,
                        "%d:%.6f:%.6f:%.6f:%.6f",
                        area.page(),
                        area.left(),
                        area.top(),
                        area.right(),
                        area.bottom()))
                .collect(Collectors.joining(";"));
    }

    static @Nullable Area area(String text) {
        var parts = text.split(":");
        try {
            return parts.length != 5
                    ? null
                    : lawful(new Area(
                            Integer.parseInt(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            Double.parseDouble(parts[4])));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    static @Nullable Area area(int page, Map<String, String> typed) {
        try {
            return lawful(new Area(
                    page,
                    percent(typed, "left"),
                    percent(typed, "top"),
                    percent(typed, "right"),
                    percent(typed, "bottom")));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static double percent(Map<String, String> typed, String name) {
        return Double.parseDouble(typed.getOrDefault(name, "").strip()) / 100;
    }

    private static @Nullable Area lawful(Area area) {
        boolean lawful = area.left() >= 0
                && area.left() < area.right()
                && area.right() <= 1
                && area.top() >= 0
                && area.top() < area.bottom()
                && area.bottom() <= 1;
        return lawful ? area : null;
    }

    /** Whether all of it is marked already. */
    static boolean marked(Found found, List<Markings.Marking> standing) {
        return found.areas().stream()
                .allMatch(area -> standing.stream()
                        .map(Markings.Marking::area)
                        .anyMatch(mark -> mark.page() == area.page()
                                && mark.left() <= area.left() + 0.001
                                && mark.right() >= area.right() - 0.001
                                && mark.top() <= area.top() + 0.001
                                && mark.bottom() >= area.bottom() - 0.001));
    }
}
