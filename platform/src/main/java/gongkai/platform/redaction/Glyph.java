package gongkai.platform.redaction;

/**
 * A piece of text on a page, usually one character.
 *
 * @param box where it may have ink, with some room around it: what touches this is below a mark
 * @param core where it must have ink if it can be seen at all
 */
record Glyph(String text, Box box, Box core) {
    /** A rectangle in fractions of the page as it is shown, from the upper left corner. */
    record Box(double left, double top, double right, double bottom) {
        double width() {
            return right - left;
        }

        double height() {
            return bottom - top;
        }
    }
}
