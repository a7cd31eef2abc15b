package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The title property of an office file. */
final class OfficeTitle {
    private OfficeTitle() {}

    /** A damaged property part is no reason to refuse a document: it then has no title. */
    static @Nullable String of(Zip zip) throws UnreadableFileException {
        var core = zip.find("docProps/core.xml");
        if (core.isEmpty()) {
            return null;
        }
        try {
            var xml = Xml.open(core.get());
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT && "title".equals(xml.getLocalName())) {
                    var title = xml.getElementText().strip();
                    return title.isEmpty() ? null : title;
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            return null;
        }
        return null;
    }
}
