package gongkai.annualreport.checking;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.reading.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What is checked.
 *
 * @param previous last year's report of the same organ, for the rules across years
 * @param organ the organ's full name, when the caller knows it better than the title tells
 * @param level the level of the organ's region; null where unknown, and rules that need it cannot judge
 */
public record Subject(
        Reading reading,
        @Nullable AnnualReport previous,
        @Nullable String organ,
        @Nullable OrganLevel level) {
    public AnnualReport report() {
        return reading.report();
    }
}
