package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
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
    private static final String UTF8_MARK = "\u00EF\u00BB\u00BF";
    private static final Pattern OTHER_ENCODING = Pattern.compile(
            "^(\u00FE\u00FF|\u00FF\u00FE|<\\?xml\\s[^>]*encoding\\s*=\\s*[\"'](?!utf-?8[\"']))",
            Pattern.CASE_INSENSITIVE);

    private Xml() {}

    /** A reader standing on the root element. */
    static XMLStreamReader open(byte[] part) throws XMLStreamException, UnreadableFileException {
        var reader = reader(part);
        while (!reader.isStartElement()) {
            if (reader.next() == XMLStreamConstants.DTD) {
                throw new UnreadableFileException("文件含有不安全的 XML 定义，已拒绝读取");
            }
        }
        return reader;
    }

    /** UTF-8 is decoded here, not by the parser, which prints a line on the console for every broken byte. */
    private static XMLStreamReader reader(byte[] part) throws XMLStreamException {
        var start = new String(part, 0, Math.min(part.length, 200), StandardCharsets.ISO_8859_1);
        if (start.indexOf(0) >= 0 || OTHER_ENCODING.matcher(start).find()) {
            return FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
        }
        int mark = start.startsWith(UTF8_MARK) ? UTF8_MARK.length() : 0;
        var content = new ByteArrayInputStream(part, mark, part.length - mark);
        return FACTORY.createXMLStreamReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()));
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

    /** What is to be done at an element; false leaves out what is inside it. */
    interface Visit {
        boolean enter(String localName) throws XMLStreamException;
    }

    /** From the start of an element to its end, visiting every element inside it. */
    static void inside(XMLStreamReader reader, Visit visit) throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (visit.enter(reader.getLocalName())) {
                        depth++;
                    } else {
                        skip(reader);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    /** Whether a property that is there is switched on by its {@code val}. */
    static boolean isOn(XMLStreamReader reader) {
        var value = attribute(reader, "val");
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** A whole number from 0 to 2²⁸. */
    static int number(XMLStreamReader reader, String localName, int otherwise) {
        var value = attribute(reader, localName);
        try {
            return value == null ? otherwise : Math.toIntExact(Math.clamp(Long.parseLong(value.strip()), 0, 1 << 28));
        } catch (NumberFormatException e) {
            return otherwise;
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
