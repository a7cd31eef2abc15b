package gongkai.platform.request.procedure;

/** How an answer reaches the applicant (国办公开办函〔2016〕235号). */
public enum DeliveryMethod {
    DIRECT("直接送达", false),
    ENTRUSTED("委托其他机关送达", false),
    /** By the postal service only, never by another courier and never charged to the addressee. */
    POST("邮寄", true),
    /** Where the applicant asked for it or agreed. */
    ELECTRONIC("电子送达", true),
    LEFT("留置送达", false),
    PUBLIC_NOTICE("公告送达", false);

    private final String label;
    private final boolean judgedBySending;

    DeliveryMethod(String label, boolean judgedBySending) {
        this.label = label;
        this.judgedBySending = judgedBySending;
    }

    public String label() {
        return label;
    }

    /** True if the day of sending decides whether the answer is in time; else the day of delivery does. */
    public boolean judgedBySending() {
        return judgedBySending;
    }
}
