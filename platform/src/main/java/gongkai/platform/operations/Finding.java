package gongkai.platform.operations;

/**
 * What a check of the doctor found.
 *
 * @param subject what was looked at
 * @param found how it is
 * @param cure what to do, empty if nothing
 */
record Finding(Kind kind, String subject, String found, String cure) {
    /** How bad it is. Only {@link #BAD} makes the command fail. */
    enum Kind {
        GOOD("正常"),
        ODD("注意"),
        BAD("问题");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }
    }

    static Finding good(String subject, String found) {
        return new Finding(Kind.GOOD, subject, found, "");
    }

    static Finding odd(String subject, String found, String cure) {
        return new Finding(Kind.ODD, subject, found, cure);
    }

    static Finding bad(String subject, String found, String cure) {
        return new Finding(Kind.BAD, subject, found, cure);
    }

    /** As the command prints it. */
    String line() {
        return "[" + kind.chinese + "] " + subject + "：" + found + (cure.isEmpty() ? "" : "。处理：" + cure);
    }
}
