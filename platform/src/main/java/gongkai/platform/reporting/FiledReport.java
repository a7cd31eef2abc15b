package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.platform.files.FileId;
import java.time.Instant;

/**
 * A report file that was read in as an organ's report of a year.
 *
 * @param name what the file was called
 * @param report what was read in it
 * @param errors how many errors the rules found in it then
 */
public record FiledReport(long id, FileId file, String name, AnnualReport report, int errors, Instant readAt) {
    /** Where the file can be fetched. */
    public String path() {
        return "/files/" + file;
    }
}
