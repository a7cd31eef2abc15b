package gongkai.annualreport.opening;

import java.awt.geom.AffineTransform;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** One text object of an OFD page: runs of characters with the distances between them. */
final class OfdText {
    private static final double ASCENT = 0.86;
    private static final double DESCENT = 0.14;

    private static final double WIDEST_LETTER = 0.8;

    private final AffineTransform place;
    private final double size;
    private final double widthScale;
    private double x;
    private double y;

    /** @param xml standing on the object */
    OfdText(XMLStreamReader xml, AffineTransform place) {
        this.place = place;
        size = only(Xml.attribute(xml, "Size"), 3.175);
        widthScale = only(Xml.attribute(xml, "HScale"), 1);
    }

    private static double only(@org.jspecify.annotations.Nullable String text, double otherwise) {
        var numbers = OfdNumbers.of(text);
        return numbers.length == 1 && numbers[0] > 0 ? numbers[0] : otherwise;
    }

    /** Reads to the end of the object. */
    void read(XMLStreamReader xml, PageContent page, int run) throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("TextCode")) {
                    readRun(xml, page, run);
                } else {
                    Xml.skip(xml);
                }
            }
        }
    }

    private void readRun(XMLStreamReader xml, PageContent page, int run) throws XMLStreamException {
        var startX = OfdNumbers.of(Xml.attribute(xml, "X"));
        var startY = OfdNumbers.of(Xml.attribute(xml, "Y"));
        x = startX.length == 1 ? startX[0] : x;
        y = startY.length == 1 ? startY[0] : y;
        var right = OfdNumbers.distances(Xml.attribute(xml, "DeltaX"));
        var down = OfdNumbers.distances(Xml.attribute(xml, "DeltaY"));
        var text = xml.getElementText();
        if (right.length == 0 && down.length == 0) {
            // Pretty-printed files put the text on a line of its own.
            text = text.strip();
        }
        boolean vertical = right.length == 0 && down.length > 0;
        double atX = x;
        double atY = y;
        int index = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            double width = width(c);
            double step = index < right.length ? right[index] : vertical ? 0 : width;
            add(page, Character.toString(c), atX, atY, drawnWidth(c, width, step), vertical, run);
            atX += step;
            atY += index < down.length ? down[index] : vertical ? size : 0;
            index++;
        }
    }

    /** No font is at hand: ideographs are as wide as high, figures and most Latin letters half that. */
    private double width(int c) {
        boolean narrow = c < 0x2e80 && !(c >= 0x2010 && c <= 0x2027) && !(c >= 0x2460 && c <= 0x24ff);
        boolean broad = c == 'w' || c == 'm' || c == '@' || c == '%' || c >= 'A' && c <= 'Z' && c != 'I' && c != 'J';
        return size * widthScale * (narrow ? broad ? 0.75 : 0.5 : 1);
    }

    /** The distance to the next character tells how wide a letter or figure of this font is, if it is no gap. */
    private double drawnWidth(int c, double width, double step) {
        double widest = c < 0x2e80 ? size * widthScale * WIDEST_LETTER : width;
        return step > 0.4 * width ? Math.min(step, Math.max(width, widest)) : width;
    }

    private void add(PageContent page, String text, double atX, double atY, double width, boolean vertical, int run) {
        var corners = new double[] {
            atX, atY - size * ASCENT, atX + width, atY + size * DESCENT, atX + width, atY, atX, atY, atX, atY - size
        };
        place.transform(corners, 0, corners, 0, 5);
        double sx = corners[4] - corners[6];
        double sy = corners[5] - corners[7];
        float height = (float) Math.hypot(corners[8] - corners[6], corners[9] - corners[7]);
        int turn = Math.abs(sx) >= Math.abs(sy) ? sx >= 0 ? 0 : 180 : sy >= 0 ? 90 : 270;
        var box = Box.around((float) corners[0], (float) corners[1], (float) corners[2], (float) corners[3]);
        if (height >= 1.2f) {
            page.text(new Glyph(
                    plain(text),
                    box.left(),
                    box.top(),
                    box.right(),
                    box.bottom(),
                    height,
                    (turn + (vertical ? 90 : 0)) % 360,
                    run));
        }
    }

    private static String plain(String text) {
        return text.charAt(0) < ' ' ? " " : PlainCharacters.of(text);
    }
}
