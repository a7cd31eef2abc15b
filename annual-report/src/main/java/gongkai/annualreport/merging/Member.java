package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Severity;
import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.reading.Reading;
import java.util.List;

/**
 * One of the reports to be merged.
 *
 * @param file the file it came from, as the user names it
 * @param checkup what checking it found; its errors are enough
 */
public record Member(String file, AnnualReport report, Checkup checkup) {
    /** A report that has been read: checked, then kept without its prose, so that thousands fit in memory. */
    public static Member of(String file, Reading reading) {
        var errors = Checks.check(new Subject(reading)).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        return new Member(file, withoutProse(reading.report()), new Checkup(errors, List.of()));
    }

    private static AnnualReport withoutProse(AnnualReport report) {
        return new AnnualReport(
                report.format(),
                report.year(),
                report.organ(),
                report.title(),
                report.innerTitle(),
                report.period(),
                report.publishedOn(),
                "",
                List.of(),
                "",
                report.cells());
    }

    /** How messages name it: its organ, or its file where the organ is not known. */
    public String name() {
        return report.organ() == null ? file : report.organ();
    }
}
