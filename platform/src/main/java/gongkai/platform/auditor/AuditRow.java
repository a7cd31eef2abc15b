package gongkai.platform.auditor;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log as the auditor sees it.
 *
 * @param name the name of whoever acted; empty for the platform itself and for someone not signed in
 * @param organ the name of the organ it concerns, empty if none
 * @param seq its number in the chain, null while it waits for that
 */
public record AuditRow(
        long id,
        Instant at,
        String name,
        String login,
        String address,
        String organ,
        String action,
        String subjectKind,
        String subject,
        String detail,
        @Nullable Long seq) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));
    private static final int SHORT = 60;

    /** When, to the second, in Shanghai. */
    public String time() {
        return TIME.format(at);
    }

    /** Who, for a list. */
    public String who() {
        if (login.isEmpty()) {
            return "平台";
        }
        return name.isEmpty() ? login : name + "（" + login + "）";
    }

    /** The detail, cut short for a list. */
    public String brief() {
        return detail.codePointCount(0, detail.length()) <= SHORT
                ? detail
                : detail.substring(0, detail.offsetByCodePoints(0, SHORT)) + "…";
    }

    /** The address of its page. */
    public String link() {
        return "/office/audit/" + id;
    }
}
