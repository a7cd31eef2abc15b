package gongkai.platform.web;

/**
 * Text without what no keyboard types: control characters, halves of characters, marks of byte order, marks that turn the direction of reading
 * round. The database and the documents we write cannot hold them, or a reader would see something else than what is stored. A line ends
 * with a line feed.
 */
public final class CleanText {
    private CleanText() {}

    /** The text as it may be stored. */
    public static String of(String text) {
        if (text.chars().noneMatch(CleanText::unwanted)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        int[] points = text.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == '\r') {
                if (i + 1 == points.length || points[i + 1] != '\n') {
                    clean.append('\n');
                }
            } else if (point == '\t' || point == '\n' || !stray(point)) {
                clean.appendCodePoint(point);
            }
        }
        return clean.toString();
    }

    private static boolean unwanted(int unit) {
        return Character.isISOControl(unit)
                || Character.isSurrogate((char) unit)
                || unit == 0xFEFF
                || unit >= 0xFFFE
                || turnsRound(unit);
    }

    private static boolean stray(int point) {
        return Character.isISOControl(point)
                || Character.getType(point) == Character.SURROGATE
                || point == 0xFEFF
                || (point & 0xFFFE) == 0xFFFE
                || turnsRound(point);
    }

    /** Marks of direction let a name or the name of a file read otherwise than it is. */
    private static boolean turnsRound(int point) {
        return point >= 0x202A && point <= 0x202E || point >= 0x2066 && point <= 0x2069;
    }
}
