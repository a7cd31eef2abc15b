package gongkai.platform.redaction;

import java.awt.image.BufferedImage;

/** Whether something can be seen where a character is said to stand. */
final class Ink {
    /** The least difference between the lightest and the darkest point, of 255, that an eye can see. */
    private static final int VISIBLE = 24;

    private Ink() {}

    /** Text that lies below a black bar drawn in the original, or is as white as its paper, does not show and must not be kept. */
    static boolean shows(BufferedImage image, Glyph glyph) {
        int left = clamp(glyph.left() * image.getWidth(), image.getWidth());
        int right = clamp(glyph.right() * image.getWidth(), image.getWidth());
        int top = clamp(glyph.top() * image.getHeight(), image.getHeight());
        int bottom = clamp(glyph.bottom() * image.getHeight(), image.getHeight());
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

    private static int clamp(double at, int size) {
        return Math.max(0, Math.min(size - 1, (int) at));
    }

    private static int light(int rgb) {
        return ((rgb >> 16 & 255) * 299 + (rgb >> 8 & 255) * 587 + (rgb & 255) * 114) / 1000;
    }
}
