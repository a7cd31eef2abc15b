package gongkai.annualreport.checking;

import java.time.MonthDay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the law leaves open: thresholds and days set by local documents or by experience. Each line holds from a report year on; a
 * change is a new line, never an edit.
 *
 * @param fromYear the first report year it is for
 * @param overviewLength the most characters 总体情况 should have (武政办发〔2025〕54号: 原则上不超过一千字)
 * @param similarity from which share of equal text a part counts as copied from last year; from experience
 * @param feeDecimals how many decimals an amount in 万元 may have: one yuan is 0.0001
 * @param feeFold from which growth over last year an amount was likely given in yuan: 万元 and 元 differ by 10,000
 * @param townshipDue the day townships report by; the Regulation is silent, practice follows the departments
 */
public record CheckSettings(
        int fromYear, int overviewLength, double similarity, int feeDecimals, int feeFold, MonthDay townshipDue) {
    private static final List<CheckSettings> NEWEST_FIRST =
            List.of(new CheckSettings(0, 1000, 0.85, 4, 1000, MonthDay.of(1, 31)));

    /** The settings for reports of that year; the newest where the year is unknown. */
    public static CheckSettings forYear(@Nullable Integer year) {
        return NEWEST_FIRST.stream()
                .filter(settings -> year == null || settings.fromYear() <= year)
                .findFirst()
                .orElseThrow();
    }
}
