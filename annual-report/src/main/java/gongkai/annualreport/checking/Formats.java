package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import java.util.List;

/** Which formats a rule is for: those that have the cells it speaks of, so that a new format needs no change here. */
final class Formats {
    private Formats() {}

    static List<String> with(CellKey key) {
        return ReportFormats.official().all().stream()
                .filter(format -> format.cells().contains(key))
                .map(ReportFormat::key)
                .toList();
    }
}
