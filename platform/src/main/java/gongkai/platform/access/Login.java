package gongkai.platform.access;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Sign-in names (登录名). What is typed is brought to one form first, so that neither case, blanks, full-width letters nor look-alikes
 * make a second account, or a second count of failures, out of one.
 */
final class Login {
    private static final Pattern WELL_FORMED = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,63}");

    private Login() {}

    /** The one form of a name, however it was typed. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Whether a name, in its one form, may be given to an account. */
    static boolean wellFormed(String normal) {
        return WELL_FORMED.matcher(normal).matches();
    }
}
