package gongkai.platform.application;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code gongkai.application.*}. The limits by address hold for each node; they are wide, for a whole village may share one address.
 *
 * @param draftDays after so many days without a change a draft is deleted
 * @param savesPerMinute so many times a minute one address may save what it typed, files included
 * @param sendsPerHour so many applications an hour are taken from one address
 * @param uploadMegabytesPerHour so many megabytes of files an hour are taken from one address
 * @param looksPerMinute so many attempts a minute with number and query code are heard from one address
 * @param wrongCodes so many wrong codes for one number make the next ones wait
 * @param firstWait how long at first; each further wrong code doubles it
 * @param longestWait the longest wait
 * @param visitIdle a look at one's request ends after so long without a click
 * @param visitLongest and so long after it began at the latest
 * @param receiptKept for so long the browser that sent an application can see its query code
 * @param mostFiles so many files may be handed in with one form
 */
@ConfigurationProperties("gongkai.application")
record ApplicationSettings(
        @DefaultValue("7") int draftDays,
        @DefaultValue("240") int savesPerMinute,
        @DefaultValue("120") int sendsPerHour,
        @DefaultValue("2000") int uploadMegabytesPerHour,
        @DefaultValue("60") int looksPerMinute,
        @DefaultValue("5") int wrongCodes,
        @DefaultValue("30s") Duration firstWait,
        @DefaultValue("15m") Duration longestWait,
        @DefaultValue("30m") Duration visitIdle,
        @DefaultValue("2h") Duration visitLongest,
        @DefaultValue("30m") Duration receiptKept,
        @DefaultValue("10") int mostFiles) {
    ApplicationSettings {
        if (draftDays < 1 || draftDays > 365) {
            throw new IllegalArgumentException("gongkai.application.draft-days 应为 1 到 365 的整数");
        }
        if (wrongCodes < 1
                || mostFiles < 1
                || savesPerMinute < 1
                || sendsPerHour < 1
                || looksPerMinute < 1
                || uploadMegabytesPerHour < 1) {
            throw new IllegalArgumentException("gongkai.application.* 的次数和件数应为不小于 1 的整数");
        }
    }
}
