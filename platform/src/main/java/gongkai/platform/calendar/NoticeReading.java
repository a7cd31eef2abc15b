package gongkai.platform.calendar;

import java.util.List;

/** What a file or a pasted text turned out to be: a notice that may be used, or all that is wrong with it, in Chinese. */
public sealed interface NoticeReading {
    record Read(HolidayNotice notice) implements NoticeReading {}

    record Unusable(List<String> problems) implements NoticeReading {}

    /**
     * Reads a notice from JSON: {@code {"year", "source", "days": [{"name", "date": "2026-10-01", "isOffDay": true}]}}. UTF-8, with or
     * without byte order mark; fields it does not know are passed over.
     */
    static NoticeReading of(byte[] json) {
        return new NoticeJson().read(json);
    }
}
