package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.checking.Checkup;

/**
 * One of the reports to be merged.
 *
 * @param file the file it came from, as the user names it
 * @param checkup what checking it found
 */
public record Member(String file, AnnualReport report, Checkup checkup) {
    /** How messages name it: its organ, or its file where the organ is not known. */
    public String name() {
        return report.organ() == null ? file : report.organ();
    }
}
