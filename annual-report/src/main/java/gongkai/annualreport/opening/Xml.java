package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Streaming readers over the XML parts of a file. A part that brings a document type is refused at once: no office format needs one,
 * and every attack by entities begins there.
 */
final class Xml {
    private static final XMLInputFactory FACTORY = factory();

    private Xml() {}

    /** A reader standing on the root element. */
    static XMLStreamReader open(byte[] part) throws XMLStreamException, UnreadableFileException {
        var reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
        while (!reader.isStartElement()) {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw new UnreadableFileException("文件含有不安全的 XML 定义，已拒绝读取");
            }
        }
        return reader;
    }

    /** From the start of an element to its end. */
    static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** An attribute by its local name: the office formats write the same attribute with and without prefix. */
    static @Nullable String attribute(XMLStreamReader reader, String localName) {
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(localName)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Newer JDKs count every &amp; towards these and refuse long honest texts; without document types nothing can
        // expand
        for (var limit : List.of("entityExpansionLimit", "totalEntitySizeLimit", "maxGeneralEntitySizeLimit")) {
            factory.setProperty("jdk.xml." + limit, "0");
        }
        factory.setProperty("jdk.xml.maxElementDepth", "2000");
        return factory;
    }
}
