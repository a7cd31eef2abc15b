package gongkai.platform.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a password must be (口令复杂度). */
record PasswordRules(AccessSettings.Password settings) {
    /** Longer ones are refused, for hashing them would cost too much. */
    static final int LONGEST = 128;

    private static final Set<String> COMMON = read();
    private static final int TELLING = 4;
    private static final int SAME_IN_A_ROW = 4;

    /** The rules in one sentence, for the hint beside the field. */
    String inWords() {
        return "至少 %d 位，含大写字母、小写字母、数字、符号中的 %d 类；不含登录名，不用常见口令；不与最近 %d 次用过的相同"
                .formatted(settings.length(), settings.classes(), settings.history());
    }

    /** What is wrong with a password for that account; empty if nothing is. Former passwords are not looked at here. */
    List<String> objections(String password, String login) {
        var wrong = new ArrayList<String>();
        int length = password.codePointCount(0, password.length());
        if (length < settings.length()) {
            wrong.add("口令至少 " + settings.length() + " 位");
        }
        if (length > LONGEST) {
            wrong.add("口令最多 " + LONGEST + " 位");
        }
        if (classes(password) < settings.classes()) {
            wrong.add("口令要含大写字母、小写字母、数字、符号中的 " + settings.classes() + " 类");
        }
        var small = password.toLowerCase(Locale.ROOT);
        var name = login.contains("@") ? login.substring(0, login.indexOf('@')) : login;
        if (small.contains(login) || name.length() >= TELLING && contains(small, name)) {
            wrong.add("口令不能含登录名");
        }
        if (isCommon(small)) {
            wrong.add("这个口令太常见，容易被猜到");
        }
        return wrong;
    }

    private static boolean contains(String text, String name) {
        return text.contains(name)
                || text.contains(new StringBuilder(name).reverse().toString());
    }

    private static int classes(String password) {
        boolean capital = password.codePoints().anyMatch(Character::isUpperCase);
        boolean small = password.codePoints().anyMatch(Character::isLowerCase);
        boolean digit = password.codePoints().anyMatch(Character::isDigit);
        boolean sign = password.codePoints().anyMatch(c -> !Character.isLetterOrDigit(c));
        return (capital ? 1 : 0) + (small ? 1 : 0) + (digit ? 1 : 0) + (sign ? 1 : 0);
    }

    private static boolean isCommon(String small) {
        var letters = small.replaceAll("^[^a-z@$]+|[^a-z@$]+$", "");
        var read = letters.replace('@', 'a')
                .replace('$', 's')
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('3', 'e')
                .replace('5', 's')
                .replaceAll("[^a-z]", "");
        var plain = small.replaceAll("[^a-z]", "");
        return COMMON.contains(read)
                || COMMON.contains(plain)
                || COMMON.contains(small)
                || small.chars().distinct().count() <= SAME_IN_A_ROW;
    }

    private static Set<String> read() {
        try (var in = PasswordRules.class.getResourceAsStream("/gongkai/platform/access/common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
