package gongkai.platform.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment as the auditor reads it, in Shanghai. */
final class ChineseTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private ChineseTime() {}

    static String of(Instant at) {
        return FORM.format(at);
    }
}
