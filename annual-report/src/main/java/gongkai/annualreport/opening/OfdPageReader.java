package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.awt.geom.AffineTransform;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Collects what an OFD page draws, with its templates and the drawings it takes from the resources. */
final class OfdPageReader {
    static final Box A4 = new Box(0, 0, 210, 297);
    private static final double POINTS = 72 / 25.4;
    private static final int DEEPEST = 8;

    private final Zip zip;
    private final OfdResources resources;
    private final Map<String, String> templates;
    private final Deadline deadline;
    private PageContent content = new PageContent(0, 0, 0);
    private int run;

    OfdPageReader(Zip zip, OfdResources resources, Map<String, String> templates, Deadline deadline) {
        this.zip = zip;
        this.resources = resources;
        this.templates = templates;
        this.deadline = deadline;
    }

    /** @param area the page's extent in millimetres unless the page itself says another */
    PageContent read(String page, Box area, int number) throws XMLStreamException, UnreadableFileException {
        var part = zip.read(page);
        var sheet = area(Xml.open(part), area);
        content = new PageContent(number, (float) (sheet.width() * POINTS), (float) (sheet.height() * POINTS));
        var whole = new AffineTransform(POINTS, 0, 0, POINTS, -sheet.left() * POINTS, -sheet.top() * POINTS);
        readObjects(Xml.open(part), whole, 0);
        return content;
    }

    private static Box area(XMLStreamReader xml, Box otherwise) throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "PhysicalBox" -> {
                        return box(xml.getElementText(), otherwise);
                    }
                    case "Content" -> {
                        return otherwise;
                    }
                    default -> {}
                }
            }
        }
        return otherwise;
    }

    /** Reads to the end of the element the reader stands on. */
    private void readObjects(XMLStreamReader xml, AffineTransform place, int depth)
            throws XMLStreamException, UnreadableFileException {
        if (depth > DEEPEST) {
            return;
        }
        int open = 1;
        while (open > 0 && xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                open--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                deadline.check();
                if (readObject(xml, place, depth)) {
                    continue;
                }
                open++;
            }
        }
    }

    /** @return whether the element was read to its end */
    private boolean readObject(XMLStreamReader xml, AffineTransform place, int depth)
            throws XMLStreamException, UnreadableFileException {
        switch (xml.getLocalName()) {
            case "Template" -> {
                var id = Xml.attribute(xml, "TemplateID");
                var part = id == null ? null : templates.get(id);
                if (part != null) {
                    var template = zip.find(part);
                    if (template.isPresent()) {
                        readObjects(Xml.open(template.get()), place, depth + 1);
                    }
                }
                return false;
            }
            case "TextObject", "PathObject", "ImageObject", "CompositeObject" -> {
                if ("false".equals(Xml.attribute(xml, "Visible"))) {
                    Xml.skip(xml);
                } else {
                    drawObject(xml, place, depth);
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    private void drawObject(XMLStreamReader xml, AffineTransform place, int depth)
            throws XMLStreamException, UnreadableFileException {
        var boundary = box(Xml.attribute(xml, "Boundary"), new Box(0, 0, 0, 0));
        var own = new AffineTransform(place);
        own.translate(boundary.left(), boundary.top());
        var ctm = OfdNumbers.of(Xml.attribute(xml, "CTM"));
        switch (xml.getLocalName()) {
            case "TextObject" -> new OfdText(xml, transformed(own, ctm)).read(xml, content, ++run);
            case "PathObject" -> readPath(xml, transformed(own, ctm));
            case "CompositeObject" -> {
                var id = Xml.attribute(xml, "ResourceID");
                Xml.skip(xml);
                var drawing = id == null ? null : resources.drawing(id);
                if (drawing != null) {
                    readObjects(drawing, transformed(own, ctm), depth + 1);
                }
            }
            default -> {
                Xml.skip(xml);
                var from = new double[] {0, 0, boundary.width(), boundary.height()};
                own.transform(from, 0, from, 0, 2);
                content.picture(Box.around((float) from[0], (float) from[1], (float) from[2], (float) from[3]));
            }
        }
    }

    private static AffineTransform transformed(AffineTransform place, double[] ctm) {
        if (ctm.length == 6) {
            place.concatenate(new AffineTransform(ctm));
        }
        return place;
    }

    private void readPath(XMLStreamReader xml, AffineTransform place) throws XMLStreamException {
        boolean stroke = !"false".equals(Xml.attribute(xml, "Stroke"));
        boolean fill = "true".equals(Xml.attribute(xml, "Fill"));
        String data = "";
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("AbbreviatedData")) {
                    data = xml.getElementText();
                } else {
                    Xml.skip(xml);
                }
            }
        }
        var path = OfdNumbers.path(data, place);
        if (fill && stroke) {
            path.fillAndStroke(content);
        } else if (fill) {
            path.fill(content);
        } else if (stroke) {
            path.stroke(content);
        }
    }

    /** "left top width height", as OFD writes extents. */
    static Box box(@Nullable String text, Box otherwise) {
        var numbers = OfdNumbers.of(text);
        if (numbers.length < 4) {
            return otherwise;
        }
        return new Box((float) numbers[0], (float) numbers[1], (float) (numbers[0] + numbers[2]), (float)
                (numbers[1] + numbers[3]));
    }
}
