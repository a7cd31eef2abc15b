package gongkai.annualreport.opening;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.markedcontent.BeginMarkedContentSequenceWithProperties;
import org.apache.pdfbox.contentstream.operator.markedcontent.EndMarkedContentSequence;
import org.apache.pdfbox.contentstream.operator.state.Concatenate;
import org.apache.pdfbox.contentstream.operator.state.Restore;
import org.apache.pdfbox.contentstream.operator.state.Save;
import org.apache.pdfbox.contentstream.operator.state.SetGraphicsStateParameters;
import org.apache.pdfbox.contentstream.operator.state.SetMatrix;
import org.apache.pdfbox.contentstream.operator.text.BeginText;
import org.apache.pdfbox.contentstream.operator.text.EndText;
import org.apache.pdfbox.contentstream.operator.text.MoveText;
import org.apache.pdfbox.contentstream.operator.text.MoveTextSetLeading;
import org.apache.pdfbox.contentstream.operator.text.NextLine;
import org.apache.pdfbox.contentstream.operator.text.SetCharSpacing;
import org.apache.pdfbox.contentstream.operator.text.SetFontAndSize;
import org.apache.pdfbox.contentstream.operator.text.SetTextHorizontalScaling;
import org.apache.pdfbox.contentstream.operator.text.SetTextLeading;
import org.apache.pdfbox.contentstream.operator.text.SetTextRenderingMode;
import org.apache.pdfbox.contentstream.operator.text.SetTextRise;
import org.apache.pdfbox.contentstream.operator.text.SetWordSpacing;
import org.apache.pdfbox.contentstream.operator.text.ShowText;
import org.apache.pdfbox.contentstream.operator.text.ShowTextAdjusted;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLine;
import org.apache.pdfbox.contentstream.operator.text.ShowTextLineAndSpace;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Collects what a PDF page draws, in one pass over its drawing orders: text, straight lines, filled areas, pictures. */
final class PdfPageReader extends PDFStreamEngine {
    private static final int DEEPEST_FORM = 12;

    private final Deadline deadline;
    private final PdfGlyphText glyphText = new PdfGlyphText();
    private final PagePath path = new PagePath();
    /** For each open marked content the text that stands for it, or nothing. */
    private final Deque<PdfReplacement> replacements = new ArrayDeque<>();

    private PageContent content = new PageContent(0, 0, 0);
    private PdfSheet sheet = PdfSheet.EMPTY;
    private int depth;
    private int run;

    PdfPageReader(Deadline deadline) {
        this.deadline = deadline;
        addOperator(new BeginText(this));
        addOperator(new Concatenate(this));
        addOperator(new EndText(this));
        addOperator(new SetGraphicsStateParameters(this));
        addOperator(new Save(this));
        addOperator(new Restore(this));
        addOperator(new NextLine(this));
        addOperator(new SetCharSpacing(this));
        addOperator(new MoveText(this));
        addOperator(new MoveTextSetLeading(this));
        addOperator(new SetFontAndSize(this));
        addOperator(new ShowText(this));
        addOperator(new ShowTextAdjusted(this));
        addOperator(new SetTextLeading(this));
        addOperator(new SetMatrix(this));
        addOperator(new SetTextRenderingMode(this));
        addOperator(new SetTextRise(this));
        addOperator(new SetWordSpacing(this));
        addOperator(new SetTextHorizontalScaling(this));
        addOperator(new ShowTextLine(this));
        addOperator(new ShowTextLineAndSpace(this));
        addOperator(new BeginMarkedContentSequence(this));
        addOperator(new BeginMarkedContentSequenceWithProperties(this));
        addOperator(new EndMarkedContentSequence(this));
    }

    PageContent read(PDPage page, int number) throws IOException {
        sheet = PdfSheet.of(page);
        content = new PageContent(number, sheet.width(), sheet.height());
        replacements.clear();
        path.clear();
        depth = 0;
        processPage(page);
        return content;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        deadline.check();
        switch (operator.getName()) {
            case "m" -> path.move(point(operands, 0));
            case "l" -> path.line(point(operands, 0));
            case "c" -> path.curve(point(operands, 4));
            case "v", "y" -> path.curve(point(operands, 2));
            case "h" -> path.close();
            case "re" -> rectangle(operands);
            case "S" -> path.stroke(content);
            case "s" -> {
                path.close();
                path.stroke(content);
            }
            case "f", "F", "f*" -> path.fill(content);
            case "B", "B*" -> path.fillAndStroke(content);
            case "b", "b*" -> {
                path.close();
                path.fillAndStroke(content);
            }
            case "n" -> path.clear();
            case "BI" -> picture();
            case "Do" -> draw(operands);
            default -> super.processOperator(operator, operands);
        }
    }

    private float[] point(List<COSBase> operands, int from) {
        float x = number(operands, from);
        float y = number(operands, from + 1);
        return onSheet(x, y);
    }

    private static float number(List<COSBase> operands, int index) {
        return index < operands.size() && operands.get(index) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private float[] onSheet(float x, float y) {
        var matrix = getGraphicsState().getCurrentTransformationMatrix();
        float px = x * matrix.getScaleX() + y * matrix.getShearX() + matrix.getTranslateX();
        float py = x * matrix.getShearY() + y * matrix.getScaleY() + matrix.getTranslateY();
        return new float[] {sheet.x(px, py), sheet.y(px, py)};
    }

    private void rectangle(List<COSBase> operands) {
        float x = number(operands, 0);
        float y = number(operands, 1);
        float right = x + number(operands, 2);
        float top = y + number(operands, 3);
        path.move(onSheet(x, y));
        path.line(onSheet(right, y));
        path.line(onSheet(right, top));
        path.line(onSheet(x, top));
        path.close();
    }

    /** A picture fills the unit square of its coordinates. */
    private void picture() {
        var from = onSheet(0, 0);
        var to = onSheet(1, 1);
        content.picture(Box.around(from[0], from[1], to[0], to[1]));
    }

    private void draw(List<COSBase> operands) throws IOException {
        if (operands.isEmpty() || !(operands.getFirst() instanceof COSName name) || getResources() == null) {
            return;
        }
        COSDictionary objects = getResources().getCOSObject().getCOSDictionary(COSName.XOBJECT);
        if (objects == null || !(objects.getDictionaryObject(name) instanceof COSStream stream)) {
            return;
        }
        if (COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
            picture();
        } else if (depth < DEEPEST_FORM) {
            PdfLimits.check(stream);
            if (getResources().getXObject(name) instanceof PDFormXObject form) {
                depth++;
                try {
                    showForm(form);
                } finally {
                    depth--;
                }
            }
        }
    }

    @Override
    public void showTextString(byte[] string) throws IOException {
        run++;
        super.showTextString(string);
    }

    @Override
    public void showTextStrings(COSArray array) throws IOException {
        run++;
        super.showTextStrings(array);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) {
        var text = glyphText.of(font, code);
        float x = matrix.getTranslateX();
        float y = matrix.getTranslateY();
        var glyph = font.isVertical()
                ? sheet.glyph(text, matrix, x, y, 1, 90, run)
                : sheet.glyph(text, matrix, x, y, displacement.getX(), 0, run);
        if (glyph == null) {
            return;
        }
        if (replacements.isEmpty()) {
            content.text(glyph);
        } else {
            replacements.peek().add(glyph);
        }
    }

    @Override
    public void beginMarkedContentSequence(COSName tag, @Nullable COSDictionary properties) {
        String actual = properties == null ? null : properties.getString(COSName.ACTUAL_TEXT);
        replacements.push(new PdfReplacement(actual));
    }

    @Override
    public void endMarkedContentSequence() {
        if (replacements.isEmpty()) {
            return;
        }
        var glyphs = replacements.pop().glyphs();
        if (replacements.isEmpty()) {
            glyphs.forEach(content::text);
        } else {
            glyphs.forEach(replacements.peek()::add);
        }
    }

    @Override
    protected void operatorException(Operator operator, List<COSBase> operands, IOException exception) {
        // One broken drawing order must not cost the page; what it would have shown is missing from the picture, as on
        // a screen.
    }
}
