package gongkai.platform.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings {@code gongkai.mail.*}.
 *
 * @param host the mail server; empty: nothing is sent
 * @param port 0: the usual one, 465 with TLS from the start, else 587
 * @param security {@code starttls}, {@code tls} from the start, or {@code none} inside a closed network
 * @param from the sender, an address of the organ that runs the platform
 * @param attempts how often one mail is tried before it is given up
 * @param firstDelaySeconds the time to the second attempt; it doubles from one to the next
 */
@ConfigurationProperties("gongkai.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("starttls") String security,
        @DefaultValue("") String username,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("8") int attempts,
        @DefaultValue("60") int firstDelaySeconds) {
    MailSettings {
        if (!host.isEmpty() && from.isEmpty()) {
            throw new IllegalArgumentException("设置了邮件服务器 gongkai.mail.host，还应设置发件地址 gongkai.mail.from");
        }
        if (!security.matches("starttls|tls|none")) {
            throw new IllegalArgumentException("gongkai.mail.security 应为 starttls、tls 或 none");
        }
    }

    boolean enabled() {
        return !host.isEmpty();
    }

    int usedPort() {
        if (port > 0) {
            return port;
        }
        return security.equals("tls") ? 465 : 587;
    }
}
