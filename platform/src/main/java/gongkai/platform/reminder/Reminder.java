package gongkai.platform.reminder;

import gongkai.platform.request.procedure.Deadlines;
import java.time.LocalDate;

/** One term of a request that is near or over. */
record Reminder(long requestId, String request, Deadlines.Kind term, LocalDate lastDay, Occasion occasion) {
    /** How near. */
    enum Occasion {
        THREE_DAYS,
        ONE_DAY,
        OVERDUE
    }

    /** For example 申请 demo-d01-2026-0012：答复期限 2026-11-24，还剩1个工作日以内. */
    String text() {
        var term = this.term == Deadlines.Kind.CONFIRMATION ? "应当日与申请人确认收到" : this.term.label() + "期限";
        return "申请 " + request + "：" + term + " " + lastDay
                + switch (occasion) {
                    case THREE_DAYS -> "，还剩3个工作日以内";
                    case ONE_DAY -> "，还剩1个工作日以内";
                    case OVERDUE -> "，已过";
                };
    }
}
