package gongkai.platform.personal;

import gongkai.platform.organ.CreditCode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What looks wrong with the number on an identity paper. These are warnings, never refusals: a passport or an old card is a paper too, and
 * an application is not turned away for a slip of the pen.
 */
public final class IdentityNumbers {
    private static final int[] CITIZEN_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CITIZEN_CHECKS = "10X98765432";
    private static final int LENGTH = 18;
    private static final int OLDEST = 150;

    private IdentityNumbers() {}

    /** The warnings in Chinese, empty if nothing looks wrong. */
    public static List<String> warnings(ApplicantKind kind, String number, LocalDate today) {
        var text = number.strip().toUpperCase(Locale.ROOT);
        if (text.isEmpty()) {
            return List.of();
        }
        return kind == ApplicantKind.NATURAL_PERSON ? citizen(text, today) : credit(text);
    }

    /** A citizen's number by GB 11643, if it looks like one. */
    private static List<String> citizen(String text, LocalDate today) {
        var warnings = new ArrayList<String>();
        if (!text.matches("[0-9]{17}[0-9X]")) {
            if (text.matches("[0-9]{16,19}|[0-9]{14}")) {
                warnings.add("居民身份证号码应为 18 位，现为 " + text.length() + " 位");
            }
            return warnings;
        }
        try {
            var born = LocalDate.of(number(text, 6, 10), number(text, 10, 12), number(text, 12, 14));
            if (born.isAfter(today) || born.isBefore(today.minusYears(OLDEST))) {
                warnings.add("居民身份证号码中的出生日期不合理");
            }
        } catch (DateTimeException e) {
            warnings.add("居民身份证号码中的出生日期不存在");
        }
        int sum = 0;
        for (int i = 0; i < CITIZEN_WEIGHTS.length; i++) {
            sum += CITIZEN_WEIGHTS[i] * (text.charAt(i) - '0');
        }
        if (CITIZEN_CHECKS.charAt(sum % 11) != text.charAt(LENGTH - 1)) {
            warnings.add("居民身份证号码的校验位不符，请核对");
        }
        return warnings;
    }

    /** A unified social credit code by GB 32100, if it has the length of one. */
    private static List<String> credit(String text) {
        if (text.length() != LENGTH) {
            return text.matches("[0-9A-Z]{17}|[0-9A-Z]{19}")
                    ? List.of("统一社会信用代码应为 18 位，现为 " + text.length() + " 位")
                    : List.of();
        }
        var wrong = CreditCode.wrong(text);
        return wrong.isEmpty() ? List.of() : List.of(wrong);
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text.substring(from, to));
    }
}
