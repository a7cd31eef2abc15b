package gongkai.platform.files;

import gongkai.platform.files.TellingProperties.Lock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** What the parts of an OFD or of an office document tell: its properties, the names in its annotations, the photographs in it. */
final class ArchiveProperties {
    private static final Set<String> TITLE = Set.of("title", "Title", "DocID", "DocUsage", "Cover");
    private static final int LARGEST_XML = 16 << 20;

    private final ZipFile zip;
    private final Set<String> found = new LinkedHashSet<>();

    /** The parts of an OFD that are left out: tags and extensions, which no page shows. */
    private final Set<String> left = new HashSet<>();

    private ArchiveProperties(ZipFile zip) {
        this.zip = zip;
    }

    /** An OFD says in its first part that it is signed or encrypted (GB/T 33190-2016, GM/T 0099-2020), an office document by a part for it. */
    static Lock lock(byte[] content) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            if (Collections.list(zip.getEntries()).stream()
                    .anyMatch(entry -> entry.getName().startsWith("_xmlsignatures/"))) {
                return Lock.SIGNED;
            }
            var first = zip.getEntry("OFD.xml");
            if (first == null) {
                return Lock.NONE;
            }
            var ofd = new PartXml(bytes(zip, first)).root();
            if (PartXml.any(ofd, "Encryptions")) {
                return Lock.PASSWORD;
            }
            return PartXml.any(ofd, "Signatures") ? Lock.SIGNED : Lock.NONE;
        }
    }

    /** @return what it told */
    static Set<String> strip(byte[] content, ByteArrayOutputStream clean) throws IOException {
        try (var zip = ZipFile.builder().setByteArray(content).get();
                var out = new ZipArchiveOutputStream(clean)) {
            var archive = new ArchiveProperties(zip);
            var entries = Collections.list(zip.getEntries());
            for (var entry : entries) {
                archive.leaveOut(entry);
            }
            for (var entry : entries) {
                if (!archive.left.contains(entry.getName())) {
                    archive.copy(entry, out);
                }
            }
            return archive.found;
        }
    }

    private void leaveOut(ZipArchiveEntry entry) throws IOException {
        var root = root(entry);
        if (root.equals("CustomTags") || root.equals("Extensions")) {
            left.add(entry.getName());
            found.add(root.equals("CustomTags") ? "自定义标引" : "扩展信息");
            var part = new PartXml(bytes(zip, entry)).root();
            for (var name : List.of("FileLoc", "ExtendData")) {
                PartXml.all(part, name)
                        .forEach(place -> left.add(PartXml.resolved(entry.getName(), place.getTextContent())));
            }
        }
    }

    private void copy(ZipArchiveEntry entry, ZipArchiveOutputStream out) throws IOException {
        var changed = changed(entry);
        if (changed == null) {
            try (var raw = zip.getRawInputStream(entry)) {
                out.addRawArchiveEntry(entry, raw);
            }
            return;
        }
        var written = new ZipArchiveEntry(entry.getName());
        written.setTime(entry.getTime());
        out.putArchiveEntry(written);
        out.write(changed);
        out.closeArchiveEntry();
    }

    /** The part as it is given out; null if it stays as it is. */
    private byte @Nullable [] changed(ZipArchiveEntry entry) throws IOException {
        var picture = TellingProperties.picture(entry.getName());
        if (picture.isPresent()) {
            var content = bytes(zip, entry);
            var clean = TellingProperties.without(picture.get(), content);
            clean.ifPresent(without -> found.addAll(TellingProperties.in(picture.get(), content)));
            return clean.orElse(null);
        }
        @Nullable
        Predicate<Element> takenAway = switch (root(entry)) {
            case "OFD" -> this::information;
            case "PageAnnot" -> this::annotation;
            case "Document" -> this::leadsToWhatIsLeftOut;
            case "coreProperties", "Properties" -> this::property;
            case "people", "personList" -> this::person;
            case "workbook" -> this::path;
            default -> null;
        };
        if (takenAway == null) {
            return null;
        }
        var xml = new PartXml(bytes(zip, entry));
        boolean changed = false;
        for (var element : new ArrayList<>(PartXml.all(xml.root(), "*"))) {
            changed |= takenAway.test(element);
        }
        return changed ? xml.bytes() : null;
    }

    /** Author, keywords and whatever software noted of an OFD. */
    private boolean information(Element element) {
        if (!PartXml.parentIs(element, "DocInfo") || TITLE.contains(element.getLocalName())) {
            return false;
        }
        switch (element.getLocalName()) {
            case "Author" -> tell(element, "作者");
            case "Subject", "Abstract", "Keywords" -> tell(element, "说明文字");
            case "CustomDatas" -> tell(element, "自定义属性");
            default -> {}
        }
        return PartXml.remove(element);
    }

    private boolean annotation(Element element) {
        if (element.getLocalName().equals("Annot")
                && !element.getAttribute("Creator").isBlank()) {
            found.add("批注人");
            element.setAttribute("Creator", "");
            return true;
        }
        if (element.getLocalName().equals("Parameters")) {
            tell(element, "批注人");
            return PartXml.remove(element);
        }
        return false;
    }

    private boolean leadsToWhatIsLeftOut(Element element) {
        var name = element.getLocalName();
        return (name.equals("CustomTags") || name.equals("Extensions")) && PartXml.remove(element);
    }

    /** The properties of an office document, in three parts. */
    private boolean property(Element element) {
        boolean core = PartXml.parentIs(element, "coreProperties");
        if (!core && !PartXml.parentIs(element, "Properties") || TITLE.contains(element.getLocalName())) {
            return false;
        }
        switch (element.getLocalName()) {
            case "creator", "lastModifiedBy", "Manager" -> tell(element, "作者");
            case "description", "subject", "keywords", "category" -> tell(element, "说明文字");
            case "Company" -> tell(element, "单位");
            case "property" -> tell(element, "自定义属性");
            case "Template", "HyperlinkBase" -> {}
            default -> {
                return core && PartXml.remove(element);
            }
        }
        return PartXml.remove(element);
    }

    private boolean person(Element element) {
        if (!element.getLocalName().equals("person")) {
            return false;
        }
        found.add("作者");
        return PartXml.remove(element);
    }

    /** Where the workbook lay on somebody's disk. */
    private boolean path(Element element) {
        if (!element.getLocalName().equals("absPath")) {
            return false;
        }
        tell(element.getAttribute("url"), "存放路径");
        // It stands in a choice between dialects, which goes as a whole.
        return element.getParentNode().getParentNode() instanceof Element alternatives
                && alternatives.getLocalName().equals("AlternateContent")
                && PartXml.remove(alternatives);
    }

    private void tell(Element element, String what) {
        tell(element.getTextContent(), what);
    }

    private void tell(String text, String what) {
        if (!text.isBlank()) {
            found.add(what);
        }
    }

    /** The name of the outermost element of a part; empty if it is no XML. */
    private String root(ZipArchiveEntry entry) throws IOException {
        if (!entry.getName().endsWith(".xml")) {
            return "";
        }
        try (var part = zip.getInputStream(entry)) {
            return PartXml.rootName(part);
        }
    }

    private static byte[] bytes(ZipFile zip, ZipArchiveEntry entry) throws IOException {
        try (var part = zip.getInputStream(entry)) {
            if (!entry.getName().endsWith(".xml")) {
                return part.readAllBytes();
            }
            var bytes = part.readNBytes(LARGEST_XML + 1);
            if (bytes.length > LARGEST_XML) {
                throw new IOException("a part too large to be read");
            }
            return bytes;
        }
    }
}
