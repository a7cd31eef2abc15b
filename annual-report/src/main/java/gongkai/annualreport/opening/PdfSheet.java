package gongkai.annualreport.opening;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** A PDF page as a reader holds it: cropped and turned, with its origin at the top left. */
record PdfSheet(float left, float bottom, float right, float top, int rotation) {
    static final PdfSheet EMPTY = new PdfSheet(0, 0, 1, 1, 0);
    /** How much of a glyph's size stands above the base line, and below it. */
    private static final float ASCENT = 0.86f;

    private static final float DESCENT = 0.14f;

    static PdfSheet of(PDPage page) {
        var box = page.getCropBox();
        int rotation = Math.floorMod(page.getRotation(), 360);
        return new PdfSheet(
                box.getLowerLeftX(), box.getLowerLeftY(), box.getUpperRightX(), box.getUpperRightY(), rotation);
    }

    float width() {
        return rotation == 90 || rotation == 270 ? top - bottom : right - left;
    }

    float height() {
        return rotation == 90 || rotation == 270 ? right - left : top - bottom;
    }

    float x(float x, float y) {
        return switch (rotation) {
            case 90 -> y - bottom;
            case 180 -> right - x;
            case 270 -> top - y;
            default -> x - left;
        };
    }

    float y(float x, float y) {
        return switch (rotation) {
            case 90 -> x - left;
            case 180 -> y - bottom;
            case 270 -> right - x;
            default -> top - y;
        };
    }

    /**
     * @param matrix from the glyph's own coordinates, where its size is 1, to the page
     * @param advance the glyph's width in those coordinates
     * @return nothing for text too small to be seen or off the sheet
     */
    @Nullable
    Glyph glyph(String text, Matrix matrix, float px, float py, float advance, int turn, int run) {
        float dx = matrix.getScaleX();
        float dy = matrix.getShearY();
        float ux = matrix.getShearX();
        float uy = matrix.getScaleY();
        float size = (float) Math.hypot(ux, uy);
        if (!(size >= 1.2f && size < 2000)) {
            return null;
        }
        float ax = px - ux * DESCENT;
        float ay = py - uy * DESCENT;
        float bx = px + dx * advance + ux * ASCENT;
        float by = py + dy * advance + uy * ASCENT;
        var box = Box.around(x(ax, ay), y(ax, ay), x(bx, by), y(bx, by));
        if (box.right() < 0 || box.left() > width() || box.bottom() < 0 || box.top() > height()) {
            return null;
        }
        float sx = x(px + dx, py + dy) - x(px, py);
        float sy = y(px + dx, py + dy) - y(px, py);
        int drawn = Math.abs(sx) >= Math.abs(sy) ? sx >= 0 ? 0 : 180 : sy >= 0 ? 90 : 270;
        return new Glyph(text, box.left(), box.top(), box.right(), box.bottom(), size, (drawn + turn) % 360, run);
    }
}
