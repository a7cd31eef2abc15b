package gongkai.platform.calendar;

import java.util.List;

/**
 * The notice of the General Office of the State Council on one year's holidays (部分节假日安排的通知). It says which days differ from the
 * ordinary week; a few of them may lie in the last December or the next January.
 *
 * @param source the document number (发文字号), for example 国办发明电〔2025〕7号
 */
public record HolidayNotice(int year, String source, List<NoticeDay> days) {
    public HolidayNotice {
        days = List.copyOf(days);
    }
}
