package gongkai.benchmarks;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import java.nio.file.Path;

/** The report that is measured, in the kind asked for: the example of the readme, or the file {@code gongkai.example} names. */
final class Examples {
    private Examples() {}

    static AnnualReport report() {
        try {
            return AnnualReports.read(Path.of(System.getProperty("gongkai.example", "docs/examples/report.json")))
                    .report();
        } catch (UnreadableFileException e) {
            throw new IllegalStateException("run it from the root of the repository", e);
        }
    }

    static byte[] file(FileKind kind) {
        return AnnualReports.write(report(), kind);
    }
}
