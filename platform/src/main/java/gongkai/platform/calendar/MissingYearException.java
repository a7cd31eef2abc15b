package gongkai.platform.calendar;

/**
 * A day had to be judged in a year whose holiday notice is not there. Nothing may guess it: the message tells, in Chinese, which notice has
 * to be entered and where.
 */
public final class MissingYearException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int year;

    MissingYearException(int year) {
        super("缺少" + year + "年的工作日历，不能推算期限。请先在“系统—工作日历”录入国务院办公厅关于" + year + "年部分节假日安排的通知。");
        this.year = year;
    }

    /** The year that has no calendar. */
    public int year() {
        return year;
    }
}
