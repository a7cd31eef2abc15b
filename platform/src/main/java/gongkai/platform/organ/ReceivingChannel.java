package gongkai.platform.organ;

import java.util.Arrays;
import java.util.Optional;

/**
 * A way by which an organ takes requests (受理渠道). Handing in and posting are open everywhere and cannot be refused; the others are open when the
 * guide says so.
 */
public enum ReceivingChannel {
    IN_PERSON("当面提交", true),
    POST("邮政寄送", true),
    ORAL_ASSISTED("口头申请代为填写", true),
    ONLINE("在线提交", false),
    EMAIL("电子邮件", false),
    FAX("传真", false);

    private final String chinese;
    private final boolean always;

    ReceivingChannel(String chinese, boolean always) {
        this.chinese = chinese;
        this.always = always;
    }

    /** Its name on screens and in the guide. */
    public String chinese() {
        return chinese;
    }

    /** Whether no organ may close it. */
    public boolean always() {
        return always;
    }

    /** The channel with that Chinese name or that identifier. */
    public static Optional<ReceivingChannel> of(String word) {
        var asked = word.strip();
        return Arrays.stream(values())
                .filter(channel ->
                        channel.chinese.equals(asked) || channel.name().equals(asked))
                .findFirst();
    }
}
