package gongkai.platform.request.procedure;

/** The states that lists, pages and other systems name. {@link Stage} holds the facts behind them. */
public enum RequestState {
    AWAITING_CONFIRMATION("待双方确认"),
    /** Between receipt and registration. Requests are registered as they are received, so none rests here. */
    RECEIVED("已收到"),
    REGISTERED("已登记"),
    CORRECTION_PENDING("待补正"),
    EXPLANATION_PENDING("待说明大量申请理由"),
    IN_PROGRESS("办理中"),
    THIRD_PARTY_PENDING("征求第三方意见中"),
    AGENCY_PENDING("征求其他机关意见中"),
    FEE_PENDING("待缴信息处理费"),
    REVIEWING("审核中"),
    DECIDED("文书已签发"),
    DISPATCHED("已交寄或已发送"),
    DELIVERED("已送达"),
    WITHDRAWN("已撤回"),
    ABANDONED_CORRECTION("逾期不补正视为放弃"),
    ABANDONED_FEE("逾期不缴费视为放弃"),
    ARCHIVED("已归档");

    private final String label;

    RequestState(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
