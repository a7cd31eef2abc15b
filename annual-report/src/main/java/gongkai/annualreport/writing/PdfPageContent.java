package gongkai.annualreport.writing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;

/** What a page of a PDF draws: runs of text and filled rectangles, in millimetres from the top left corner. */
final class PdfPageContent extends PDFGraphicsStreamEngine {
    private static final double MM = 25.4 / 72;

    /**
     * Characters of one font on one baseline.
     *
     * @param size the height of the font
     * @param starts where each character begins
     */
    record Run(String font, double size, double baseline, StringBuilder text, List<Double> starts) {}

    /** A filled rectangle; every line of a table is one. */
    record Box(double x, double y, double width, double height) {}

    private final List<Run> runs = new ArrayList<>();
    private final List<Box> boxes = new ArrayList<>();
    private final Path2D path = new Path2D.Double();
    private final double pageHeight;
    private double end;

    private PdfPageContent(PDPage page) {
        super(page);
        pageHeight = page.getMediaBox().getHeight();
    }

    static PdfPageContent of(PDPage page) throws IOException {
        var content = new PdfPageContent(page);
        content.processPage(page);
        return content;
    }

    List<Run> runs() {
        return runs;
    }

    List<Box> boxes() {
        return boxes;
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        var character = font.toUnicode(code);
        if (character == null || character.isEmpty()) {
            return;
        }
        double size = matrix.getScalingFactorY() * MM;
        double x = matrix.getTranslateX() * MM;
        double baseline = (pageHeight - matrix.getTranslateY()) * MM;
        var run = runs.isEmpty() ? null : runs.getLast();
        if (run == null
                || !run.font().equals(font.getName())
                || Math.abs(run.size() - size) > 0.01
                || Math.abs(run.baseline() - baseline) > 0.01
                || x < run.starts().getLast()
                || x > end + size) {
            run = new Run(font.getName(), size, baseline, new StringBuilder(), new ArrayList<>());
            runs.add(run);
        }
        // A character outside the basic plane takes two places, both where it begins.
        for (int i = 0; i < character.length(); i++) {
            run.text().append(character.charAt(i));
            run.starts().add(x);
        }
        end = x + displacement.getX() * size;
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        moveTo((float) p0.getX(), (float) p0.getY());
        for (var corner : List.of(p1, p2, p3)) {
            lineTo((float) corner.getX(), (float) corner.getY());
        }
        path.closePath();
    }

    @Override
    public void moveTo(float x, float y) {
        path.moveTo(x, y);
    }

    @Override
    public void lineTo(float x, float y) {
        path.lineTo(x, y);
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        path.curveTo(x1, y1, x2, y2, x3, y3);
    }

    @Override
    public Point2D getCurrentPoint() {
        var point = path.getCurrentPoint();
        return point == null ? new Point2D.Double() : point;
    }

    @Override
    public void closePath() {
        path.closePath();
    }

    @Override
    public void endPath() {
        path.reset();
    }

    @Override
    public void fillPath(int windingRule) {
        take(path.getBounds2D());
    }

    @Override
    public void strokePath() {
        var bounds = path.getBounds2D();
        double half = getGraphicsState().getLineWidth() / 2;
        take(new Rectangle2D.Double(
                bounds.getX() - half,
                bounds.getY() - half,
                bounds.getWidth() + 2 * half,
                bounds.getHeight() + 2 * half));
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        take(path.getBounds2D());
    }

    private void take(Rectangle2D bounds) {
        boxes.add(new Box(
                bounds.getX() * MM,
                (pageHeight - bounds.getMaxY()) * MM,
                bounds.getWidth() * MM,
                bounds.getHeight() * MM));
        path.reset();
    }

    @Override
    public void clip(int windingRule) {}

    @Override
    public void drawImage(PDImage image) {}

    @Override
    public void shadingFill(COSName shadingName) {}
}
