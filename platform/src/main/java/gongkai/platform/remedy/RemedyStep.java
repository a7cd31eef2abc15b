package gongkai.platform.remedy;

/** What can happen in a case before it is closed. */
public enum RemedyStep {
    COPY_RECEIVED("收到副本", "提出答复、答辩和证据的期限自这一天起算"),
    ANSWER_FILED("提出答复、答辩和证据", "期限内提出的，不再提醒"),
    HEARING("听证、听取意见或者开庭", ""),
    /** 行政复议法第六十二条: an ordinary hearing only. */
    EXTENDED("复议机关延长审理期限", "适用普通程序的，经批准最多延长三十日，期限随之顺延（行政复议法第六十二条）"),
    FIRST_JUDGMENT("一审判决或者裁定", "一审、二审计为一件，以生效的结果登记审结"),
    APPEAL("上诉", "上诉后等待二审，仍为尚未审结"),
    /** After a reconsideration has been closed; the term to sue runs from that day. */
    DECISION_SERVED("申请人收到复议决定书", "自次日起十五日内可以起诉（行政诉讼法第四十五条）"),
    NOTE("其他情况", "");

    private final String label;
    private final String hint;

    RemedyStep(String label, String hint) {
        this.label = label;
        this.hint = hint;
    }

    public String label() {
        return label;
    }

    /** What it does to the terms of the case, empty if nothing. */
    public String hint() {
        return hint;
    }

    /** Whether a case of that kind can have it. */
    public boolean fits(RemedyKind kind) {
        return switch (this) {
            case FIRST_JUDGMENT, APPEAL -> kind != RemedyKind.RECONSIDERATION;
            case EXTENDED, DECISION_SERVED -> kind == RemedyKind.RECONSIDERATION;
            case COPY_RECEIVED, ANSWER_FILED, HEARING, NOTE -> true;
        };
    }
}
