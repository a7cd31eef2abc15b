package gongkai.platform.casework;

/** The first words of what was asked for, to name a case by. */
final class Titles {
    private static final int LONGEST = 40;

    private Titles() {}

    static String of(String description) {
        var line = description
                .lines()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("（没有写明内容）")
                .strip();
        int length = line.codePointCount(0, line.length());
        return length <= LONGEST ? line : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
