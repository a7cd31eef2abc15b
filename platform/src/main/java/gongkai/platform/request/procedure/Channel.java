package gongkai.platform.request.procedure;

/** How a request came in; it decides which day is the day of receipt (第三十一条). */
public enum Channel {
    IN_PERSON("当面提交", false),
    POST_SIGNED("邮寄（签收）", false),
    POST_ORDINARY("平常信函", true),
    ONLINE("网上提交", true),
    EMAIL("电子邮件", true),
    FAX("传真", true),
    ORAL_ASSISTED("口头申请代填", false),
    /** Sent to a person or division that is not the disclosure office (国办公开办函〔2015〕207号). */
    MISROUTED("误投其他部门", true);

    private final String label;
    private final boolean confirmed;

    Channel(String label, boolean confirmed) {
        this.label = label;
        this.confirmed = confirmed;
    }

    public String label() {
        return label;
    }

    /** True if the request counts as received on the day both sides confirm it, not on the day it was handed in. */
    public boolean needsConfirmation() {
        return confirmed;
    }
}
