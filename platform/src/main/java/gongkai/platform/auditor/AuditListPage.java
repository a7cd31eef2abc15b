package gongkai.platform.auditor;

import gongkai.platform.audit.AuditChain;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import java.util.List;

/**
 * The list of the log.
 *
 * @param more whether there are more lines than can be paged through
 * @param actions what can be filtered for
 */
public record AuditListPage(
        Listing<AuditRow> listing, boolean more, Form form, List<Option> actions, AuditChain.State chain) {
    /** What the last verification said, in one sentence. */
    public String verdict() {
        var verified = chain.verified();
        if (verified == null) {
            return "还没有核验过";
        }
        return Day.minute(verified.at()) + " 核验 " + verified.links() + " 条，"
                + (verified.sound() ? "完整" : "发现 " + verified.found() + " 处问题");
    }

    /** What it found, line by line. */
    public List<String> findings() {
        var verified = chain.verified();
        return verified == null || verified.sound()
                ? List.of()
                : verified.findings().lines().toList();
    }
}
