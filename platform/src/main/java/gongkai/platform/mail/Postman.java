package gongkai.platform.mail;

import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.StoredFiles;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.util.Properties;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Hands mail to the server. The row stays held meanwhile, so that no other node sends it too. */
@Component
class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final String TIMEOUT = "20000";

    private final Mails mails;
    private final MailSettings settings;
    private final StoredFiles files;

    Postman(Mails mails, MailSettings settings, StoredFiles files) {
        this.mails = mails;
        this.settings = settings;
        this.files = files;
    }

    /** Sends the mail that has waited longest. @return false if none is due */
    @Transactional
    boolean deliverOne() {
        var due = mails.due();
        due.ifPresent(this::deliver);
        return due.isPresent();
    }

    private void deliver(Mails.Due mail) {
        try {
            var sender = sender();
            var mime = sender.createMimeMessage();
            var message = mail.message();
            var composed = new MimeMessageHelper(mime, !message.attachments().isEmpty(), "UTF-8");
            composed.setFrom(settings.from());
            composed.setTo(message.to());
            composed.setSubject(message.subject());
            composed.setText(message.text());
            for (var id : message.attachments()) {
                attach(composed, id);
            }
            // The same number at every attempt, so that a server can tell a second copy.
            mime.saveChanges();
            mime.setHeader("Message-ID", "<gongkai-" + mail.id() + "@" + domain() + ">");
            sender.send(mime);
            mails.sent(mail);
        } catch (MailException | MessagingException | IOException e) {
            LOG.warn("mail {} was not taken: {}", mail.id(), e.getClass().getSimpleName());
            mails.failed(mail, problem(e), refused(e));
        }
    }

    private void attach(MimeMessageHelper composed, String id) throws MessagingException, IOException {
        var file = files.find(new FileId(UUID.fromString(id))).orElseThrow(() -> new IOException("附件已清除"));
        if (file.purpose() == FilePurpose.IDENTITY_PAPER) {
            throw new IOException("身份证明不能作为邮件附件");
        }
        try (var in = files.open(file.id())) {
            composed.addAttachment(
                    encoded(file.name()),
                    new ByteArrayResource(in.readAllBytes()),
                    file.kind().contentType());
        }
    }

    private static String encoded(String name) throws UnsupportedEncodingException {
        return MimeUtility.encodeText(name, "UTF-8", "B");
    }

    private String domain() {
        return settings.from().substring(settings.from().indexOf('@') + 1);
    }

    private JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.usedPort());
        sender.setDefaultEncoding("UTF-8");
        var properties = new Properties();
        boolean signsIn = !settings.username().isEmpty();
        if (signsIn) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
        }
        properties.put("mail.smtp.auth", String.valueOf(signsIn));
        properties.put(
                "mail.smtp.ssl.enable", String.valueOf(settings.security().equals("tls")));
        properties.put(
                "mail.smtp.starttls.enable", String.valueOf(settings.security().equals("starttls")));
        properties.put(
                "mail.smtp.starttls.required",
                String.valueOf(settings.security().equals("starttls")));
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        properties.put("mail.smtp.writetimeout", TIMEOUT);
        sender.setJavaMailProperties(properties);
        return sender;
    }

    /** An address the server does not know is not tried again. */
    private static boolean refused(Exception e) {
        return e instanceof MailSendException sending
                && sending.getFailedMessages().values().stream()
                        .anyMatch(cause -> cause instanceof SendFailedException failed
                                && failed.getInvalidAddresses() != null
                                && failed.getInvalidAddresses().length > 0);
    }

    private static String problem(Exception e) {
        return switch (e) {
            case org.springframework.mail.MailAuthenticationException wrong -> "邮件服务器不接受用户名或者密码";
            case MailSendException sending -> refused(e) ? "收件地址不存在或者被拒收" : "邮件服务器连接不上或者没有接收";
            case IOException unreadable -> String.valueOf(unreadable.getMessage());
            default -> "邮件没有发出";
        };
    }
}
