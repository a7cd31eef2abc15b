package gongkai.platform.casework;

import java.util.regex.Pattern;

/** The first words of what was asked for, to name a case by. */
final class Titles {
    private static final int LONGEST = 40;

    /** Numbers as long as those of telephones and papers, and mail addresses: what applicants write of themselves does not belong in lists. */
    private static final Pattern NUMBERS = Pattern.compile("(\\d{3})\\d{5,}[\\dXx]*|([\\w.]{2})[\\w.+-]*@[\\w.-]+");

    private Titles() {}

    static String of(String description) {
        var line = description
                .lines()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("（没有写明内容）")
                .strip();
        line = NUMBERS.matcher(line)
                .replaceAll(found -> (found.group(1) == null ? found.group(2) : found.group(1)) + "****");
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
