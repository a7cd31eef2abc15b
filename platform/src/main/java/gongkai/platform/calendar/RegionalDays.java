package gongkai.platform.calendar;

import java.util.List;

/**
 * Days by which a region differs from the national notice, for example the festival of a minority (放假办法第四条). They hold for every
 * place inside the region.
 *
 * @param region 行政区划代码: 530000 is a province, 532900 a prefecture, 532901 a county
 * @param source the document number of the local decision
 */
public record RegionalDays(String region, String source, List<NoticeDay> days) {
    public RegionalDays {
        days = List.copyOf(days);
    }

    /** True if that place lies in the region or is the region. */
    boolean holdIn(String place) {
        return place.startsWith(prefix());
    }

    /** What the codes of all places inside begin with. Longer is closer to the place, and the closer decision wins. */
    String prefix() {
        var code = region;
        if (code.length() > 6) {
            return code.endsWith("000") ? code.substring(0, code.length() - 3) : code;
        }
        while (code.length() > 2 && code.endsWith("00")) {
            code = code.substring(0, code.length() - 2);
        }
        return code;
    }
}
