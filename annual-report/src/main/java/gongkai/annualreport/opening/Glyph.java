package gongkai.annualreport.opening;

/**
 * A piece of text as it is drawn on a page, in points from the page's top left corner; mostly one character.
 *
 * @param size the size of the type
 * @param turn which way the text runs, in degrees clockwise: 0 to the right, 90 downwards (vertical text too), 180, 270 upwards
 * @param run pieces that one drawing order set side by side share this number
 */
record Glyph(String text, float left, float top, float right, float bottom, float size, int turn, int run) {
    float centreX() {
        return (left + right) / 2;
    }

    float centreY() {
        return (top + bottom) / 2;
    }

    /** Where the piece begins along the direction of its text. */
    float start() {
        return switch (turn) {
            case 90 -> top;
            case 180 -> -right;
            case 270 -> -bottom;
            default -> left;
        };
    }

    /** Where the piece ends along the direction of its text. */
    float end() {
        return switch (turn) {
            case 90 -> bottom;
            case 180 -> -left;
            case 270 -> -top;
            default -> right;
        };
    }

    /** The place of the piece's line among lines of the same direction: later lines have larger values. */
    float line() {
        return switch (turn) {
            case 90 -> -centreX();
            case 180 -> -centreY();
            case 270 -> centreX();
            default -> centreY();
        };
    }

    boolean isBlank() {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '\u200b' && c != '\ufeff') {
                return false;
            }
        }
        return true;
    }
}
