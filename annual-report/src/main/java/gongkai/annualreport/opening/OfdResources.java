package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The resource parts of an OFD document. Only drawings used in several places matter here; fonts and media do not. */
final class OfdResources {
    private final Zip zip;
    private final List<String> parts = new ArrayList<>();

    OfdResources(Zip zip) {
        this.zip = zip;
    }

    void add(String part) {
        parts.add(part);
    }

    /** A reader standing on the drawing of that number, or nothing. */
    @Nullable
    XMLStreamReader drawing(String id) throws XMLStreamException, UnreadableFileException {
        for (var part : parts) {
            var content = zip.find(part);
            if (content.isPresent()) {
                var xml = Xml.open(content.get());
                while (xml.hasNext()) {
                    if (xml.next() == XMLStreamConstants.START_ELEMENT
                            && (xml.getLocalName().equals("CompositeGraphicUnit")
                                    || xml.getLocalName().equals("VectorG"))
                            && id.equals(Xml.attribute(xml, "ID"))) {
                        return xml;
                    }
                }
            }
        }
        return null;
    }
}
