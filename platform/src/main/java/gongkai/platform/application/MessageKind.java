package gongkai.platform.application;

/** What an applicant sent or did that officers should see. */
public enum MessageKind {
    CONFIRMATION("确认提交了申请", "双方确认"),
    CORRECTION("补正材料", "审查补正"),
    EXPLANATION("说明理由", "认定理由是否合理"),
    PAYMENT_PROOF("缴费凭证", "核对缴费"),
    WITHDRAWAL("撤回申请", "知悉撤回"),
    ELECTRONIC_YES("同意电子送达", "知悉送达方式"),
    ELECTRONIC_NO("不同意电子送达", "知悉送达方式"),
    DOWNLOADED("已下载答复", "登记电子送达"),
    /** It is no request for information and counts in no table (第四十一条). */
    RECTIFICATION("要求更正与自己有关的信息", "审核更正要求"),
    PROMOTION("建议主动公开", "审核能否主动公开");

    private final String chinese;
    private final String task;

    MessageKind(String chinese, String task) {
        this.chinese = chinese;
        this.task = task;
    }

    public String chinese() {
        return chinese;
    }

    /** What the officer has to do about it. */
    public String task() {
        return task;
    }
}
