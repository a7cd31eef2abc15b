package gongkai.platform.letter.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;

/** A docx file as its parts. Reading refuses what cannot be a Word document, is too large, or carries macros. */
public final class WordFile {
    static final String DOCUMENT = "word/document.xml";
    private static final int MOST_PARTS = 2_000;
    private static final long MOST_BYTES = 64L << 20;

    /** A part of text takes ten times its size while it is read. */
    private static final int MOST_BYTES_OF_TEXT = 12 << 20;

    private static final Pattern RELATION = Pattern.compile("<Relationship [^>]*>");
    private static final Pattern FETCHING =
            Pattern.compile("(instrText[^>]*>|instr=\")\\s*(INCLUDETEXT|INCLUDEPICTURE|DDE|DDEAUTO|LINK|IMPORT)\\b");

    private final Map<String, byte[]> parts;

    private WordFile(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** A new file of these parts, in this order. */
    static WordFile of(Map<String, byte[]> parts) {
        return new WordFile(new LinkedHashMap<>(parts));
    }

    /** @throws UnusableWordFileException with a Chinese reason */
    public static WordFile read(byte[] content) {
        var parts = new LinkedHashMap<String, byte[]>();
        long size = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, MOST_BYTES - size + 1));
                size += bytes.length;
                boolean text = entry.getName().matches("(?i).*\\.(xml|rels)");
                if (size > MOST_BYTES || text && bytes.length > MOST_BYTES_OF_TEXT || parts.size() >= MOST_PARTS) {
                    throw new UnusableWordFileException("文件展开后太大");
                }
                parts.put(entry.getName(), bytes);
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnusableWordFileException("不是完好的 Word 文档（docx）");
        }
        if (!parts.containsKey(DOCUMENT)) {
            throw new UnusableWordFileException("不是 Word 文档（docx）；旧版的 doc 请另存为 docx");
        }
        var file = new WordFile(parts);
        if (file.hasMacros()) {
            throw new UnusableWordFileException("文件带有宏或嵌入的程序，请另存为不带宏的 docx");
        }
        return file;
    }

    private boolean hasMacros() {
        return parts.keySet().stream()
                        .anyMatch(name -> name.matches("(?i).*(vbaProject|vbaData).*|word/(activeX|embeddings)/.*"))
                || text("[Content_Types].xml").contains("macroEnabled");
    }

    /** Whether Word would fetch something from elsewhere when it is opened; links that a reader follows are no such thing. */
    public boolean refersOutside() {
        boolean related = parts.keySet().stream()
                .filter(name -> name.endsWith(".rels"))
                .flatMap(name -> RELATION.matcher(text(name)).results())
                .map(MatchResult::group)
                .anyMatch(
                        relation -> relation.contains("TargetMode=\"External\"") && !relation.contains("/hyperlink\""));
        return related
                || printed().stream()
                        .anyMatch(name -> FETCHING.matcher(text(name)).find());
    }

    /** The bytes of a part; empty if there is none. */
    Optional<byte[]> part(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** A part as XML; null if there is none. */
    @Nullable
    Document xml(String name) {
        var bytes = parts.get(name);
        return bytes == null ? null : Xml.read(bytes);
    }

    Document document() {
        return required(DOCUMENT);
    }

    /** A part that is there, as XML. */
    Document required(String name) {
        return Xml.read(Objects.requireNonNull(parts.get(name), name));
    }

    /** The parts with text that is printed: the document, its headers and footers. */
    List<String> printed() {
        var names = new ArrayList<String>();
        names.add(DOCUMENT);
        parts.keySet().stream()
                .filter(name -> name.matches("word/(header|footer)\\d*\\.xml"))
                .forEach(names::add);
        return names;
    }

    /** The same file with other parts in place of some. */
    WordFile with(Map<String, Document> changed) {
        var all = new LinkedHashMap<>(parts);
        changed.forEach((name, document) -> all.put(name, Xml.write(document)));
        return new WordFile(all);
    }

    /** Where the relations of a part lead, by their identifier; those that lead outside the file are left out. */
    Map<String, String> relations(String part) {
        var slash = part.lastIndexOf('/');
        var document = xml(part.substring(0, slash) + "/_rels" + part.substring(slash) + ".rels");
        var targets = new LinkedHashMap<String, String>();
        if (document != null) {
            for (var relation : Xml.children(document.getDocumentElement(), "Relationship")) {
                if (!relation.getAttribute("TargetMode").equals("External")) {
                    var target = relation.getAttribute("Target");
                    targets.put(
                            relation.getAttribute("Id"),
                            target.startsWith("/") ? target.substring(1) : part.substring(0, slash + 1) + target);
                }
            }
        }
        return targets;
    }

    /** The file as it is stored; the same parts give the same bytes. */
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                var entry = new ZipEntry(part.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private String text(String name) {
        var bytes = parts.get(name);
        return bytes == null ? "" : new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
    }
}
