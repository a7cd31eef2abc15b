package gongkai.platform.disclosures;

import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.ApplicantKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Looks for what tells who asked, before a text becomes public. */
final class PersonalTraces {
    private static final Pattern IDENTITY_NUMBER = Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?!\\d)");
    private static final Pattern MOBILE_NUMBER = Pattern.compile("(?<!\\d)1[3-9]\\d{9}(?!\\d)");
    private static final int SHORTEST = 2;

    private PersonalTraces() {}

    /** What was found in that text, each in words that do not repeat it; empty if nothing. */
    static List<String> in(String text, Applicant applicant) {
        var dense = dense(text);
        var found = new ArrayList<String>();
        if (holds(dense, applicant.name())) {
            found.add(applicant.kind() == ApplicantKind.NATURAL_PERSON ? "申请人的姓名" : "申请人的名称");
        }
        if (holds(dense, applicant.idNumber())) {
            found.add("申请人的证件号码");
        }
        if (holds(dense, applicant.phone())) {
            found.add("申请人的电话");
        }
        if (holds(dense, applicant.email())) {
            found.add("申请人的电子邮箱");
        }
        if (holds(dense, applicant.address())) {
            found.add("申请人的地址");
        }
        if (holds(text, dense, IDENTITY_NUMBER)) {
            found.add("像居民身份证号码的数字");
        }
        if (holds(text, dense, MOBILE_NUMBER)) {
            found.add("像手机号码的数字");
        }
        return found;
    }

    /** A number may be broken over two lines, and may stand on a line of its own between others. */
    private static boolean holds(String text, String dense, Pattern number) {
        return number.matcher(dense).find()
                || text.lines().anyMatch(line -> number.matcher(dense(line)).find());
    }

    private static boolean holds(String dense, @Nullable String value) {
        if (value == null) {
            return false;
        }
        var wanted = dense(value);
        return wanted.codePointCount(0, wanted.length()) >= SHORTEST && dense.contains(wanted);
    }

    /** Without white space and hyphens, and with plain digits, so that a number is found however it is written. */
    private static String dense(String text) {
        var dense = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-')
                .map(c -> c >= '！' && c <= '～' ? c - '！' + '!' : c)
                .forEach(dense::appendCodePoint);
        return dense.toString().toLowerCase(Locale.ROOT);
    }
}
