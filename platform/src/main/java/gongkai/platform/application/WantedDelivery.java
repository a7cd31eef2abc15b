package gongkai.platform.application;

/** By which way the information and the answer are wanted. */
enum WantedDelivery {
    PLATFORM("在本平台下载", true),
    EMAIL("发送电子邮件", true),
    POST("邮寄", false),
    COLLECT("自行领取", false);

    private final String label;
    private final boolean electronic;

    WantedDelivery(String label, boolean electronic) {
        this.label = label;
        this.electronic = electronic;
    }

    String label() {
        return label;
    }

    /** Whether choosing it is to ask for delivery by electronic means. */
    boolean electronic() {
        return electronic;
    }
}
