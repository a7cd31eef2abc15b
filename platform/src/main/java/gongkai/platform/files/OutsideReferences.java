package gongkai.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * What an office document would fetch or start by itself when somebody opens it: a template with macros from elsewhere, a picture that tells its owner who
 * looked, another program. Links that a reader follows, and the workbooks a sheet took its numbers from, are not fetched unasked.
 */
final class OutsideReferences {
    private static final Set<String> NOT_FETCHED =
            Set.of("hyperlink", "externallinkpath", "xlpathmissing", "xlstartup", "xlalternatestartup", "xllibrary");

    private static final Pattern DDE = Pattern.compile("\\s*DDE(AUTO)?\\b", Pattern.CASE_INSENSITIVE);
    private static final String TOO_BAD = "，不能接收。请去掉后再传，或者另存为 PDF 后再传";

    private OutsideReferences() {}

    /**
     * Why it is not taken, in Chinese; empty if it asks for nothing.
     *
     * @throws XMLStreamException if a part cannot be read as XML
     */
    static Optional<String> objection(ZipFile zip) throws IOException, XMLStreamException {
        for (var entry : Collections.list(zip.entries())) {
            var name = entry.getName().toLowerCase(Locale.ROOT);
            boolean related = name.endsWith(".rels");
            if (related || name.matches("(word|xl/externallinks)/.*\\.xml")) {
                try (var part = zip.getInputStream(entry)) {
                    var found = related ? relation(part) : started(part);
                    if (!found.isEmpty()) {
                        return Optional.of(found + TOO_BAD);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static String relation(InputStream part) throws XMLStreamException {
        for (var xml = PartXml.reader(part); xml.hasNext(); ) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")
                    && attribute(xml, "TargetMode").equalsIgnoreCase("External")) {
                var type = attribute(xml, "Type").replaceFirst(".*/", "").toLowerCase(Locale.ROOT);
                if (type.equals("attachedtemplate")) {
                    return "文档引用了外部模板";
                }
                if (!NOT_FETCHED.contains(type)) {
                    return "文档里有存放在别处的图片或者对象，打开时会自动去取";
                }
            }
        }
        return "";
    }

    /** The instruction of a field may lie in many pieces, and other fields in the midst of it. */
    private static String started(InputStream part) throws XMLStreamException {
        Deque<StringBuilder> open = new ArrayDeque<>();
        var xml = PartXml.reader(part);
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamReader.START_ELEMENT) {
                continue;
            }
            var instruction = "";
            switch (xml.getLocalName()) {
                case "ddeLink" -> instruction = "DDE";
                case "fldSimple" -> instruction = attribute(xml, "instr");
                case "fldChar" -> {
                    if (attribute(xml, "fldCharType").equals("begin")) {
                        open.push(new StringBuilder());
                    } else if (attribute(xml, "fldCharType").equals("end") && !open.isEmpty()) {
                        open.pop();
                    }
                }
                case "instrText" -> {
                    var text = xml.getElementText();
                    instruction =
                            open.isEmpty() ? text : open.element().append(text).toString();
                }
                default -> {}
            }
            if (DDE.matcher(instruction).lookingAt()) {
                return "文档里有会启动其他程序的域（DDE）";
            }
        }
        return "";
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }
}
