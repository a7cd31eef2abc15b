package gongkai.platform.redaction;

import java.awt.image.BufferedImage;

/** Whether something can be seen where a character is said to stand. */
final class Ink {
    /** The least difference between the lightest and the darkest point, of 255, that is no mere noise of a scan. */
    private static final int VISIBLE = 48;

    private Ink() {}

    /**
     * Text that lies below a black bar of the original, is as white as its paper or stands beside the page does not show and must not be
     * kept. Only the core of a character is looked at: a line drawn close to it, or the edge of the bar, says nothing.
     */
    static boolean shows(BufferedImage image, Glyph glyph) {
        var core = glyph.core();
        if (core.left() < 0 || core.top() < 0 || core.right() > 1 || core.bottom() > 1) {
            return false;
        }
        int left = at(core.left(), image.getWidth());
        int right = at(core.right(), image.getWidth());
        int top = at(core.top(), image.getHeight());
        int bottom = at(core.bottom(), image.getHeight());
        int lightest = 0;
        int darkest = 255;
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                int light = light(image.getRGB(x, y));
                lightest = Math.max(lightest, light);
                darkest = Math.min(darkest, light);
                if (lightest - darkest >= VISIBLE) {
                    return true;
                }
            }
        }
        return false;
    }

    private static int at(double place, int size) {
        return Math.min(size - 1, (int) (place * size));
    }

    private static int light(int rgb) {
        return ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
    }
}
