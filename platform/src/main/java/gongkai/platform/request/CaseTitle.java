package gongkai.platform.request;

import java.util.regex.Pattern;

/** The first words of what was asked for, to name a case by in lists, exports and choices. */
public final class CaseTitle {
    private static final int LONGEST = 40;

    /** Numbers as long as those of telephones and papers, and mail addresses: what applicants write of themselves does not belong in lists. */
    private static final Pattern NUMBERS = Pattern.compile(
            "(\\p{Nd}{3})\\p{Nd}{5,}[\\p{Nd}Xx]*|(1[3-9]\\d)[ -]\\d{4}[ -]\\d{4}|([\\w.]{2})[\\w.+-]*@[\\w.-]+");

    private CaseTitle() {}

    /** The first line that says anything, cut where it is long. */
    public static String of(String description) {
        var line = description
                .lines()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("（没有写明内容）")
                .strip();
        line = NUMBERS.matcher(line).replaceAll("$1$2$3****");
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
