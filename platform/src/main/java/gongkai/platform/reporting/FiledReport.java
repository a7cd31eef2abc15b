package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.platform.files.FileId;
import java.time.Instant;
import java.util.ArrayList;

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

    /** What in the file speaks against its being that organ's report of that year, in words; empty if nothing does. */
    public String doubt(String organ, int year) {
        var doubts = new ArrayList<String>();
        var named = report.organ();
        if (named != null && !organ.endsWith(named) && !named.endsWith(organ)) {
            doubts.add("机关是“" + named + "”");
        }
        if (report.year() != null && report.year() != year) {
            doubts.add("年度是" + report.year() + "年");
        }
        return doubts.isEmpty() ? "" : "文件标题所写的" + String.join("，", doubts) + "，请核对是否拿错了文件";
    }
}
