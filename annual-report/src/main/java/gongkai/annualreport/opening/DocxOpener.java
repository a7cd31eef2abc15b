package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Opens docx and docm files, reading their parts as a stream: no object tree of the whole document is built. */
final class DocxOpener {
    private static final String DAMAGED = "文档内容已损坏，请用办公软件打开并重新保存后再试";

    private DocxOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        var zip = Zip.open(content);
        try {
            var main = mainPart(zip);
            var folder = main.substring(0, main.lastIndexOf('/') + 1);
            var labels = new ListLabels(DocxLists.read(zip, folder));
            var blocks = new DocxBody(Xml.open(zip.read(main)), labels).read();
            return new Document(FileKind.DOCX, OfficeTitle.of(zip), null, blocks);
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnreadableFileException(DAMAGED, e);
        }
    }

    /** Usually {@code word/document.xml}; some cloud editors number it. */
    private static String mainPart(Zip zip) throws XMLStreamException, UnreadableFileException {
        var name = "word/document.xml";
        if (zip.has(name) || !zip.has("_rels/.rels")) {
            return name;
        }
        var xml = Xml.open(zip.read("_rels/.rels"));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT && "Relationship".equals(xml.getLocalName())) {
                var type = Xml.attribute(xml, "Type");
                var target = Xml.attribute(xml, "Target");
                if (type != null && type.endsWith("/officeDocument") && target != null) {
                    return target.startsWith("/") ? target.substring(1) : target;
                }
            }
        }
        return name;
    }
}
