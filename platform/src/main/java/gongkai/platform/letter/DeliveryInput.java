package gongkai.platform.letter;

import gongkai.platform.mail.Mails;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody entered about a delivery, checked by the rules of each way (domain/requests 4.4; 国办公开办函〔2016〕235号; 行政复议法第二十二条).
 */
final class DeliveryInput {
    /** 公告送达: thirty days after the notice it counts as delivered (民事诉讼法第九十五条, borrowed). */
    static final int NOTICE_DAYS = 30;

    private static final int LONGEST = 200;

    private final Map<String, String> typed;
    private final LocalDate today;
    private Form form;

    DeliveryInput(Map<String, String> typed, LocalDate today) {
        this.typed = typed;
        this.today = today;
        this.form = Form.of(typed);
    }

    Form form() {
        return form;
    }

    boolean rejected() {
        return form.rejected();
    }

    void wrong(String field, String message) {
        form = form.wrong(field, message);
    }

    void wrong(String message) {
        form = form.wrong(message);
    }

    String text(String name) {
        var text = typed.getOrDefault(name, "").strip();
        if (text.length() > LONGEST) {
            wrong(name, "不能超过 " + LONGEST + " 字");
        }
        return text;
    }

    boolean checked(String name) {
        return typed.containsKey(name);
    }

    int number(String name) {
        var text = typed.getOrDefault(name, "");
        return text.matches("\\d{1,9}") ? Integer.parseInt(text) : -1;
    }

    /** A day that has come; null and an error if it cannot be read. */
    @Nullable
    LocalDate day(String name, String label) {
        try {
            var day = Day.typed(text(name));
            if (day.isAfter(today)) {
                wrong(name, label + "不能晚于今天");
                return null;
            }
            return day;
        } catch (DateTimeParseException e) {
            wrong(name, "请填写" + label + "，例如 2026-03-02");
            return null;
        }
    }

    /** The same, or null without an error if nothing was entered. */
    @Nullable
    LocalDate dayIfGiven(String name, String label) {
        return text(name).isEmpty() ? null : day(name, label);
    }

    @Nullable
    DeliveryMethod method() {
        var name = text("method");
        var method = Arrays.stream(DeliveryMethod.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
        if (method == null) {
            wrong("method", "请选择送达方式");
        }
        return method;
    }

    /**
     * Checks what a way of delivery asks for when the letter is sent.
     *
     * @param remedies whether the letter tells of remedies
     * @param consent what is known of the addressee's consent to electronic delivery
     */
    void sending(DeliveryMethod method, boolean remedies, boolean mailWorks, Consent consent) {
        switch (method) {
            case POST -> {
                if (!checked("postal")) {
                    wrong("postal", "邮寄只能交邮政企业，不得用其他快递，也不得向收件人收费（国办公开办函〔2016〕235号）");
                }
                if (!text("mailNo").matches("[0-9A-Za-z-]{4,40}")) {
                    wrong("mailNo", "请填写邮政企业的邮件号");
                }
            }
            case ELECTRONIC -> {
                agreed(consent);
                if (remedies && !text("remedyUrl").matches("https?://[^\\s<>\"]+")) {
                    wrong("remedyUrl", "通过互联网送达的，应当同时告知网上提交行政复议申请的网址（行政复议法第二十二条）");
                }
                if (checked("send")) {
                    if (!text("sentOn").equals(today.toString())) {
                        wrong("sentOn", "由系统发送电子邮件的，发出之日就是今天；以前已经发出的，不要勾选由系统发送");
                    }
                    if (!mailWorks) {
                        wrong("send", "系统没有设置邮件服务器，请用本单位邮箱发送后再登记");
                    }
                    var address = text("email");
                    if (!address.isEmpty() && !Mails.isAddress(address)) {
                        wrong("email", "电子邮箱格式不对");
                    }
                }
            }
            case DIRECT, ENTRUSTED, LEFT, PUBLIC_NOTICE -> {}
        }
    }

    /** Only who asked for it or agreed is served by electronic means (民事诉讼法第九十条, borrowed). */
    private void agreed(Consent consent) {
        switch (consent.state()) {
            case GIVEN -> {}
            case REFUSED -> wrong("method", "不能电子送达：" + consent.how() + "（参照民事诉讼法第九十条）。请改用邮寄、直接送达等方式");
            case UNKNOWN -> {
                if (!checked("consent")) {
                    wrong("consent", "电子送达须由受送达人要求或者同意（参照民事诉讼法第九十条），没有同意的请改用邮寄、直接送达等方式");
                }
                if (text("consentHow").length() < 4) {
                    wrong("consentHow", "请写明何时、以何种方式同意电子送达，例如 2026年3月2日书面同意");
                }
            }
        }
    }

    /** Checks what a way asks for when the letter has arrived. {@code proof}: a photograph or scan is kept. */
    void arriving(DeliveryMethod method, LocalDate sentOn, LocalDate deliveredOn, boolean proof) {
        if (deliveredOn.isBefore(sentOn)) {
            wrong("deliveredOn", "送达日期不能早于发出日期 " + sentOn);
        }
        switch (method) {
            case DIRECT, ENTRUSTED, POST -> {
                if (text("signer").isEmpty()) {
                    wrong("signer", "请填写签收人");
                }
            }
            case LEFT -> {
                if (text("witness").isEmpty() && !proof) {
                    wrong("witness", "留置送达须有基层组织的见证人，或者拍照、录像记录（上传照片）");
                }
            }
            case PUBLIC_NOTICE -> {
                if (deliveredOn.isBefore(sentOn.plusDays(NOTICE_DAYS))) {
                    wrong("deliveredOn", "公告满三十日才视为送达，最早为 " + sentOn.plusDays(NOTICE_DAYS));
                }
            }
            case ELECTRONIC -> {}
        }
    }

    /** @param consent on what electronic delivery rests; null for another way */
    Delivery.People people(@Nullable Consent consent) {
        var how = consent == null ? "" : consent.state() == Consent.State.GIVEN ? consent.how() : text("consentHow");
        var note = how.isEmpty() ? text("note") : ("电子送达依据：" + Facts.ended(how) + text("note"));
        return new Delivery.People(text("address"), text("signer"), text("relation"), text("witness"), note);
    }
}
