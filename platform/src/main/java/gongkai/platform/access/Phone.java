package gongkai.platform.access;

/** Telephone numbers of staff. */
final class Phone {
    static final String HINT = "请填写 11 位手机号，或带区号的座机号，例如 010-12345678";
    private static final int SHOWN_BEFORE = 3;
    private static final int SHOWN_AFTER = 4;

    private Phone() {}

    /** Whether that is a number, or nothing. */
    static boolean wellFormed(String text) {
        return text.isEmpty() || text.matches("1[3-9]\\d{9}|0\\d{2,3}-?\\d{7,8}(-\\d{1,6})?");
    }

    /** For example 138****0000. */
    static String masked(String phone) {
        if (phone.length() <= SHOWN_BEFORE + SHOWN_AFTER) {
            return "*".repeat(phone.length());
        }
        return phone.substring(0, SHOWN_BEFORE)
                + "*".repeat(phone.length() - SHOWN_BEFORE - SHOWN_AFTER)
                + phone.substring(phone.length() - SHOWN_AFTER);
    }
}
