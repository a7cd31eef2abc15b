package gongkai.platform.request.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/** Working days told one by one from the notices' own text. Shares nothing with the calendar it is compared with. */
@NullMarked
final class NaiveDays {
    private static final Pattern ENTRY = Pattern.compile("\"date\": \"([-0-9]+)\", \"isOffDay\": (true|false)");
    private static final Map<LocalDate, Boolean> OFF = read();

    private NaiveDays() {}

    private static Map<LocalDate, Boolean> read() {
        var off = new HashMap<LocalDate, Boolean>();
        for (int year = 2023; year <= 2026; year++) {
            try (var file =
                    NaiveDays.class.getResourceAsStream("/gongkai/platform/calendar/notices/" + year + ".json")) {
                var entry = ENTRY.matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8));
                while (entry.find()) {
                    off.put(LocalDate.parse(entry.group(1)), Boolean.valueOf(entry.group(2)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return off;
    }

    static boolean works(LocalDate day) {
        var said = OFF.get(day);
        return said == null ? day.getDayOfWeek().getValue() < 6 : !said;
    }

    static LocalDate after(LocalDate from, int workingDays) {
        var day = from;
        for (int n = 0; n < workingDays; ) {
            day = day.plusDays(1);
            if (works(day)) {
                n++;
            }
        }
        return day;
    }
}
