package gongkai.platform.personal;

/** Someone wants to see personal data and does not say why. */
public final class ReasonMissingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ReasonMissingException() {
        super("请填写查看理由（至少 2 个字），理由将记入审计日志");
    }
}
