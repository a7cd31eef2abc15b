package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Opens OFD files (GB/T 33190): a zip whose OFD.xml names documents, whose Document.xml name pages, whose Content.xml draw. Why not by
 * a library: docs/decisions/ofd-reading.md.
 */
final class OfdOpener {
    private static final int MOST_PAGES = 200;

    private final Zip zip;
    private final Deadline deadline = new Deadline();
    private final List<PageLayout> layouts = new ArrayList<>();
    private @Nullable String title;

    private OfdOpener(Zip zip) {
        this.zip = zip;
    }

    static Document open(byte[] content) throws UnreadableFileException {
        try {
            var zip = Zip.open(content);
            var opener = new OfdOpener(zip);
            opener.readPackage();
            if (opener.layouts.isEmpty()) {
                throw new UnreadableFileException("OFD 中没有页面");
            }
            return new Document(FileKind.OFD, FileTitle.of(opener.title), null, PagedBlocks.of(opener.layouts));
        } catch (Deadline.Passed e) {
            throw new UnreadableFileException("OFD 过于复杂，在规定时间内读不完", e);
        } catch (OutOfMemoryError e) {
            throw new UnreadableFileException("OFD 展开后过大，不像一份年度报告", e);
        } catch (XMLStreamException | RuntimeException | StackOverflowError e) {
            throw new UnreadableFileException("OFD 已损坏或不完整，无法打开", e);
        }
    }

    private void readPackage() throws XMLStreamException, UnreadableFileException {
        var roots = new ArrayList<String>();
        var xml = Xml.open(zip.read("OFD.xml"));
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "Title" -> title = title == null ? xml.getElementText() : title;
                    case "DocRoot" -> roots.add(xml.getElementText().strip());
                    default -> {}
                }
            }
        }
        for (var root : roots) {
            try {
                readDocument(OfdPath.resolve("", root));
            } catch (XMLStreamException e) {
                if (zip.names().stream().anyMatch(name -> name.endsWith("Encryptions.xml"))) {
                    throw new UnreadableFileException("OFD 已加密，需要密码才能打开", e);
                }
                throw e;
            }
        }
    }

    private void readDocument(String path) throws XMLStreamException, UnreadableFileException {
        var resources = new OfdResources(zip);
        var templates = new HashMap<String, String>();
        var pages = new ArrayList<String>();
        Box area = OfdPageReader.A4;
        var xml = Xml.open(zip.read(path));
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "PhysicalBox" -> area = OfdPageReader.box(xml.getElementText(), area);
                case "PublicRes", "DocumentRes" -> resources.add(OfdPath.resolve(path, xml.getElementText()));
                case "TemplatePage" -> location(xml, path, templates);
                case "Page" -> {
                    var base = Xml.attribute(xml, "BaseLoc");
                    if (base != null) {
                        pages.add(OfdPath.resolve(path, base));
                    }
                }
                default -> {}
            }
        }
        if (layouts.size() + pages.size() > MOST_PAGES) {
            throw new UnreadableFileException(
                    "页数过多（%d 页），年度报告一般不超过 %d 页".formatted(layouts.size() + pages.size(), MOST_PAGES));
        }
        for (var page : pages) {
            deadline.checkNow();
            var reader = new OfdPageReader(zip, resources, templates, deadline);
            layouts.add(PageLayout.of(reader.read(page, area, layouts.size() + 1)));
        }
    }

    private static void location(XMLStreamReader xml, String path, Map<String, String> locations) {
        var id = Xml.attribute(xml, "ID");
        var base = Xml.attribute(xml, "BaseLoc");
        if (id != null && base != null) {
            locations.put(id, OfdPath.resolve(path, base));
        }
    }
}
