package gongkai.platform.review;

import gongkai.platform.files.FileKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;

/** What an office document, an OFD or a PDF tells to whoever opens it, beside what its pages show. */
final class HiddenContent {
    /** Enough of a part to see how it is used, and no more than fits into the memory. */
    private static final int MOST_READ = 8 << 20;

    private static final Pattern CHANGES = Pattern.compile("<w:(ins|del|moveFrom|moveTo)[ >]");
    private static final Pattern VANISHED = Pattern.compile("<w:vanish(/| w:val=\"(1|true|on)\")");
    private static final Pattern HIDDEN_SHEET = Pattern.compile("state=\"(hidden|veryHidden)\"");
    private static final Pattern HIDDEN_CELLS = Pattern.compile("<(row|col) [^>]*hidden=\"(1|true)\"");

    /** Earlier versions, attachments and remarks of an OFD (GB/T 33190-2016). */
    private static final Pattern OFD_VERSIONS = Pattern.compile("<(\\w+:)?Versions[ >]");

    private static final Pattern OFD_ATTACHMENT = Pattern.compile("<(\\w+:)?Attachment[ >]");
    private static final Pattern OFD_REMARK =
            Pattern.compile("<(\\w+:)?Annot [^>]*?\\bType=\"(?!Link|Watermark|Stamp)");

    private HiddenContent() {}

    /** What was found, in words; empty if nothing. */
    static Set<String> in(FileKind kind, byte[] content) throws IOException {
        return switch (kind) {
            case OFD, DOCX, XLSX, PPTX -> archive(content);
            case PDF -> pdf(content);
            default -> Set.of();
        };
    }

    private static Set<String> archive(byte[] content) throws IOException {
        var found = new LinkedHashSet<String>();
        // Read by the index of the archive, as Word does; the JDK's stream stumbles over entries without a size.
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                var name = entry.getName();
                if (name.matches("(word|xl|ppt)/(threadedC|c)omments.*")) {
                    found.add("批注");
                } else if (name.contains("/embeddings/")) {
                    found.add("嵌入的文件");
                } else if (name.startsWith("ppt/notesSlides/notes")) {
                    found.add("备注页");
                } else if (name.matches("xl/externalLinks/[^/]*")) {
                    found.add("从其他工作簿取来的数据");
                } else if (name.endsWith(".xml")) {
                    try (var part = zip.getInputStream(entry)) {
                        text(name, new String(part.readNBytes(MOST_READ), StandardCharsets.UTF_8), found);
                    }
                }
            }
        }
        return found;
    }

    private static void text(String name, String xml, Set<String> found) {
        if (name.equals("OFD.xml") && OFD_VERSIONS.matcher(xml).find()) {
            found.add("以前的版本");
        }
        if (!name.matches("(word|xl|ppt)/.*")) {
            if (OFD_ATTACHMENT.matcher(xml).find()) {
                found.add("附件");
            }
            if (OFD_REMARK.matcher(xml).find()) {
                found.add("批注");
            }
        }
        if (name.startsWith("word/") && CHANGES.matcher(xml).find()) {
            found.add("修订记录");
        }
        if (name.startsWith("word/")
                && !name.startsWith("word/styles")
                && VANISHED.matcher(xml).find()) {
            found.add("隐藏的文字");
        }
        if (name.equals("xl/workbook.xml") && HIDDEN_SHEET.matcher(xml).find()
                || name.startsWith("xl/worksheets/")
                        && HIDDEN_CELLS.matcher(xml).find()) {
            found.add("隐藏的表格内容");
        }
    }

    private static Set<String> pdf(byte[] content) {
        var found = new LinkedHashSet<String>();
        try (var document = Loader.loadPDF(content)) {
            var names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                found.add("附件");
            }
            for (var page : document.getPages()) {
                if (page.getAnnotations().stream().anyMatch(note -> {
                    var type = note.getSubtype();
                    return type != null && !type.matches("Link|Widget|Stamp|Watermark");
                })) {
                    found.add("批注");
                }
            }
        } catch (IOException e) {
            return Set.of(); // Locked or damaged: nobody reads more in it than its pages.
        }
        return found;
    }
}
