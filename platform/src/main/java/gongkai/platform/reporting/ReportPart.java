package gongkai.platform.reporting;

import gongkai.annualreport.SectionKey;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people write in a report, each part on a page of its own (条例第五十条). */
public enum ReportPart {
    OVERVIEW("总体情况", SectionKey.OVERVIEW, null),
    PROACTIVE("主动公开", SectionKey.PROACTIVE, "t2"),
    REQUESTS("依申请公开", SectionKey.REQUESTS, "t3"),
    REMEDIES("复议诉讼", SectionKey.REMEDIES, "t4"),
    PROBLEMS("问题及改进", SectionKey.PROBLEMS, null),
    OTHER("其他事项", SectionKey.OTHER, null),
    /** What stands between the title and the first section. */
    PREAMBLE("引言", null, null),
    /** The figures of table two, which are entered together. */
    TABLE_TWO("表二", null, "t2");

    private final String label;
    private final @Nullable SectionKey section;
    private final @Nullable String table;

    ReportPart(String label, @Nullable SectionKey section, @Nullable String table) {
        this.label = label;
        this.section = section;
        this.table = table;
    }

    /** Its name on a tab. */
    public String label() {
        return label;
    }

    /** The section it is, null for what is none. */
    public @Nullable SectionKey section() {
        return section;
    }

    /** The key of the table that stands in it, null where there is none. */
    public @Nullable String table() {
        return table;
    }

    /** Its name in addresses. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    static Optional<ReportPart> of(String key) {
        return Arrays.stream(values()).filter(part -> part.key().equals(key)).findFirst();
    }

    static ReportPart of(SectionKey section) {
        return valueOf(section.name());
    }
}
