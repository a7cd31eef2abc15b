package gongkai.platform.redaction;

/**
 * A rectangle to be made black on a page, as the page is seen (turned as it is shown).
 *
 * @param page the page, from 1
 * @param left the left edge, as a fraction of the page's width, 0 to 1
 * @param top the upper edge, as a fraction of the page's height from above, 0 to 1
 * @param right the right edge, greater than {@code left}
 * @param bottom the lower edge, greater than {@code top}
 * @param reason why this may not be disclosed, in words
 * @param article the article it rests on, for example 第十五条
 */
public record Mark(int page, double left, double top, double right, double bottom, String reason, String article) {
    public Mark {
        if (page < 1 || !(left >= 0 && left < right && right <= 1) || !(top >= 0 && top < bottom && bottom <= 1)) {
            throw new IllegalArgumentException("not a rectangle on a page");
        }
    }

    /** Whether the rectangle and that box, given in the same fractions, have a point in common. */
    boolean touches(double boxLeft, double boxTop, double boxRight, double boxBottom) {
        return boxLeft < right && boxRight > left && boxTop < bottom && boxBottom > top;
    }
}
