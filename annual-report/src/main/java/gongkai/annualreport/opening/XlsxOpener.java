package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/** Opens xlsx and xlsm files: the visible sheets in their order, each told as paragraphs and grids. */
final class XlsxOpener {
    private static final int MAX_STRINGS = 400_000;
    /** A merged report's further sheets: who brought what. They hold no report, and with thousands of members are very long. */
    private static final Pattern SOURCES = Pattern.compile("来源\\d*");

    private XlsxOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        var zip = Zip.open(content);
        try {
            var main = mainPart(zip);
            var folder = main.substring(0, main.lastIndexOf('/') + 1);
            var strings = sharedStrings(zip, folder);
            var styles = XlsxStyles.read(zip, folder);
            var blocks = new ArrayList<Block>();
            var sheet = 0;
            for (var part : visibleSheets(zip, main, folder)) {
                sheet++;
                if (!part.isEmpty()) {
                    var read = new XlsxSheet(Xml.open(zip.read(part)), strings, styles);
                    blocks.addAll(new XlsxLayout(read, sheet).blocks());
                }
            }
            return new Document(FileKind.XLSX, OfficeTitle.of(zip), null, blocks);
        } catch (XMLStreamException | RuntimeException e) {
            throw new UnreadableFileException("表格内容已损坏，请用办公软件打开并重新保存后再试", e);
        }
    }

    private static String mainPart(Zip zip) throws XMLStreamException, UnreadableFileException {
        var name = "xl/workbook.xml";
        if (!zip.has(name) && zip.has("_rels/.rels")) {
            for (var target : relationships(zip, "_rels/.rels", "").entrySet()) {
                if (target.getKey().endsWith("/officeDocument")) {
                    return target.getValue();
                }
            }
        }
        return name;
    }

    /** The parts of the sheets; an empty name stands for a hidden one, so that sheets keep their number. */
    private static List<String> visibleSheets(Zip zip, String main, String folder)
            throws XMLStreamException, UnreadableFileException {
        var targets = relationships(zip, folder + "_rels/" + main.substring(folder.length()) + ".rels", folder);
        var sheets = new ArrayList<String>();
        var xml = Xml.open(zip.read(main));
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT
                    || !xml.getLocalName().equals("sheet")) {
                continue;
            }
            var state = Xml.attribute(xml, "state");
            var part = targets.get(String.valueOf(Xml.attribute(xml, "id")));
            // A sheet of another kind, such as a chart, has no cells
            var shown = (state == null || state.equals("visible"))
                    && !SOURCES.matcher(String.valueOf(Xml.attribute(xml, "name")))
                            .matches()
                    && part != null
                    && part.contains("worksheet")
                    && zip.has(part);
            sheets.add(shown ? part : "");
        }
        return sheets;
    }

    /** Targets by identifier and by type. */
    private static Map<String, String> relationships(Zip zip, String part, String folder)
            throws XMLStreamException, UnreadableFileException {
        var targets = new HashMap<String, String>();
        if (!zip.has(part)) {
            return targets;
        }
        var xml = Xml.open(zip.read(part));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                var target = String.valueOf(Xml.attribute(xml, "Target"));
                var resolved = target.startsWith("/") ? target.substring(1) : folder + target;
                targets.put(String.valueOf(Xml.attribute(xml, "Id")), resolved);
                targets.put(String.valueOf(Xml.attribute(xml, "Type")), resolved);
            }
        }
        return targets;
    }

    private static List<String> sharedStrings(Zip zip, String folder)
            throws XMLStreamException, UnreadableFileException {
        var strings = new ArrayList<String>();
        var part = zip.find(folder + "sharedStrings.xml");
        if (part.isEmpty()) {
            return strings;
        }
        var xml = Xml.open(part.get());
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("si")) {
                if (strings.size() >= MAX_STRINGS) {
                    throw new UnreadableFileException("表格内容过多，不像一份年度报告，已拒绝读取");
                }
                strings.add(XlsxSheet.richText(xml));
            }
        }
        return strings;
    }
}
