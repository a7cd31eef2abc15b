package gongkai.platform.statistics;

import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * What figures are asked for.
 *
 * @param organ the organ, or the top of those below it
 * @param below whether those below it are counted too, as far as one may see them
 * @param organs all that are counted
 * @param first the first day
 * @param last the last day
 */
public record Span(Organ organ, boolean below, List<OrganId> organs, LocalDate first, LocalDate last) {
    /** The address of a page of figures with these questions. */
    public String link(String path) {
        return path + (path.contains("?") ? "&" : "?") + "organ="
                + URLEncoder.encode(organ.code(), StandardCharsets.UTF_8) + (below ? "&below=true" : "") + "&from="
                + first + "&to=" + last;
    }

    /** For example 示例市司法局，2026年1月1日至2026年3月31日. */
    public String words() {
        return organ.name() + (below ? "及其下共 " + organs.size() + " 个单位" : "") + "，" + words(first) + "至" + words(last);
    }

    private static String words(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
