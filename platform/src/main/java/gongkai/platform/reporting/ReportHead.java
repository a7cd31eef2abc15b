package gongkai.platform.reporting;

import gongkai.platform.organ.Organ;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import java.util.List;

/**
 * What every page of a report shows at its top.
 *
 * @param due until when it has to be published (条例第四十九条)
 * @param daysLeft the days until then, negative when it has passed
 */
public record ReportHead(
        Organ organ, int year, List<Tab> tabs, LocalDate due, long daysLeft, boolean published, boolean mayEdit) {
    /** A section of the report and how far it is. */
    public record Tab(String link, String label, Tone tone, String state) {}

    /** Where the pages of this report begin. */
    public String path() {
        return "/office/reports/" + organ.code() + "/" + year;
    }

    public String title() {
        return organ.name() + year + "年度报告";
    }
}
