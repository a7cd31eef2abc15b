package gongkai.platform.request.procedure;

/** Which remedies the law gives against a document, and so what it must tell. */
public enum RemedyMode {
    /** Reconsideration has to come before a lawsuit (行政复议法第二十三条；法释〔2025〕8号第一条). */
    RECON_FIRST("复议前置"),
    EITHER("可以复议，也可以起诉"),
    /** Steps on the way and withdrawals: no remedy of their own. */
    NONE("不载救济");

    private final String label;

    RemedyMode(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
