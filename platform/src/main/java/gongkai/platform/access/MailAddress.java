package gongkai.platform.access;

import java.util.regex.Pattern;

/** Addresses of mail boxes, of staff and of others. */
public final class MailAddress {
    static final String HINT = "请填写完整的电子邮箱，例如 zhangsan@example.cn";

    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");
    private static final int LONGEST = 254;

    private MailAddress() {}

    /** Whether that can be the address of a mail box. */
    public static boolean wellFormed(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
