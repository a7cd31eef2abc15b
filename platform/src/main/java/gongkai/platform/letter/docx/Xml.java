package gongkai.platform.letter.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The XML inside Word documents. Elements are told apart by their local names, which suffices for both dialects of the format. */
final class Xml {
    private static final int DEEPEST = 200;

    private Xml() {}

    static Document read(byte[] bytes) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bytes));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new UnusableWordFileException("Word 文档内部已损坏");
        }
    }

    static byte[] write(Document document) {
        try {
            var factory = TransformerFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            var writer = factory.newTransformer();
            writer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            document.setXmlStandalone(true);
            var out = new ByteArrayOutputStream();
            writer.transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean is(Node node, String name) {
        return node instanceof Element && name.equals(node.getLocalName());
    }

    /** The children that are elements of that name. */
    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, name)).toList();
    }

    static List<Element> children(Element parent) {
        var children = new ArrayList<Element>();
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** The first child of that name; null if there is none. */
    static @Nullable Element child(@Nullable Element parent, String name) {
        if (parent != null) {
            for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element element && name.equals(element.getLocalName())) {
                    return element;
                }
            }
        }
        return null;
    }

    /** All elements of that name below, in their order, those inside others of the same name among them. */
    static List<Element> all(Element from, String name) {
        var found = new ArrayList<Element>();
        walk(from, name, found::add, 0);
        return found;
    }

    private static void walk(Element from, String name, Consumer<Element> take, int depth) {
        if (depth > DEEPEST) {
            throw new UnusableWordFileException("Word 文档的层次太深");
        }
        for (var child : children(from)) {
            if (is(child, name)) {
                take.accept(child);
            }
            walk(child, name, take, depth + 1);
        }
    }

    /** The attribute of that local name; empty if there is none. */
    static String attribute(@Nullable Element element, String name) {
        if (element != null) {
            var attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                var attribute = attributes.item(i);
                if (name.equals(attribute.getLocalName())) {
                    return attribute.getNodeValue();
                }
            }
        }
        return "";
    }

    /** The number in an attribute, or that other one when there is none that can be read. */
    static int number(@Nullable Element element, String name, int otherwise) {
        var text = attribute(element, name);
        try {
            return text.isEmpty() ? otherwise : (int) Math.clamp(Double.parseDouble(text), -100_000, 10_000_000);
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
