package gongkai.platform.organ;

import java.util.Locale;

/**
 * A unified social credit code (统一社会信用代码, GB 32100): 18 signs, the last one a check.
 *
 * @param code the signs, letters in upper case
 */
public record CreditCode(String code) {
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int LENGTH = 18;
    private static final int WEIGHT_BASE = 3;

    /** @throws IllegalArgumentException with a Chinese reason when it is not such a code */
    public CreditCode {
        var wrong = wrong(code);
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** The code as someone typed it: blanks and hyphens do not count, nor does the case of letters. */
    public static String cleaned(String typed) {
        return typed.replaceAll("[\\s\\u00a0\\u3000-]", "").toUpperCase(Locale.ROOT);
    }

    /** Why that is not a credit code, in Chinese with what to do; empty when it is one. */
    public static String wrong(String code) {
        if (code.length() != LENGTH) {
            return "统一社会信用代码应为 18 位，现为 " + code.length() + " 位";
        }
        for (int i = 0; i < LENGTH; i++) {
            if (SIGNS.indexOf(code.charAt(i)) < 0) {
                return "统一社会信用代码第 " + (i + 1) + " 位“" + code.charAt(i) + "”不可用：只用数字和大写字母，不用 I、O、S、V、Z";
            }
        }
        char right = check(code);
        return code.charAt(LENGTH - 1) == right ? "" : "统一社会信用代码的校验位不符（第 18 位应为“" + right + "”），请核对前 17 位";
    }

    /** The check sign that belongs to the first 17 signs. */
    static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += SIGNS.indexOf(code.charAt(i)) * weight;
            weight = weight * WEIGHT_BASE % SIGNS.length();
        }
        return SIGNS.charAt((SIGNS.length() - sum % SIGNS.length()) % SIGNS.length());
    }

    /** That code with the check sign it needs: for codes that are made, such as invented ones. */
    public static CreditCode completing(String first17) {
        return new CreditCode(first17 + check(first17));
    }
}
