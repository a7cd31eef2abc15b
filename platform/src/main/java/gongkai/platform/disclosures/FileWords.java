package gongkai.platform.disclosures;

import gongkai.platform.files.FileKind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.extractor.ExtractorFactory;

/**
 * What a file says in words, its hidden parts and properties included, so that they can be searched.
 *
 * @param text what could be read, one paragraph or cell on each line
 * @param unread what only a person can look at, in Chinese, as in 第 2 页是图片; empty if all was read
 */
record FileWords(String text, String unread) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** A part of an office document is read no further: what unpacks to more is no text. */
    private static final int MOST_READ = 64 << 20;

    private static final Set<String> ENDS_A_LINE = Set.of("p", "c", "si", "t", "tc", "TextObject", "row");
    private static final String PICTURES = ".*\\.(png|jpe?g|gif|bmp|tiff?|emf|wmf|webp|jb2|svg)";

    private static final FileWords UNREADABLE = new FileWords("", "打不开，读不出文字");

    static FileWords of(FileKind kind, byte[] content) {
        try {
            return switch (kind) {
                case PDF -> pdf(content);
                case DOCX, XLSX, PPTX, OFD -> archive(content);
                case DOC, XLS, PPT -> oldOffice(content);
                case TXT, CSV, HTML, JSON -> new FileWords(decoded(content), "");
                case JPG, PNG, TIF, BMP, WEBP -> new FileWords("", "是图片");
            };
        } catch (IOException | XMLStreamException | RuntimeException e) {
            // Damaged, locked, or beyond what the readers know: a person must look.
            return UNREADABLE;
        }
    }

    private static FileWords pdf(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            var text = new StringBuilder();
            var stripper = new PDFTextStripper();
            int silent = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var words = stripper.getText(document);
                silent += words.isBlank() ? 1 : 0;
                text.append(words).append('\n');
            }
            properties(document, text);
            return new FileWords(text.toString(), silent == 0 ? "" : "有 " + silent + " 页没有文字，可能是扫描的图片");
        }
    }

    private static void properties(PDDocument document, StringBuilder text) throws IOException {
        var information = document.getDocumentInformation();
        for (var key : information.getMetadataKeys()) {
            text.append(information.getCustomMetadataValue(key)).append('\n');
        }
        var xmp = document.getDocumentCatalog().getMetadata();
        if (xmp != null) {
            text.append(new String(xmp.toByteArray(), StandardCharsets.UTF_8)).append('\n');
        }
    }

    private static FileWords archive(byte[] content) throws IOException, XMLStreamException {
        var text = new StringBuilder();
        boolean pictures = false;
        boolean others = false;
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                var name = entry.getName().toLowerCase(java.util.Locale.ROOT);
                if (name.endsWith(".xml")) {
                    text.append(xml(zip, entry)).append('\n');
                }
                pictures |= name.matches(PICTURES);
                others |= name.contains("/embeddings/");
            }
        }
        return new FileWords(text.toString(), pictures ? "里面有图片" : others ? "里面嵌入了别的文件" : "");
    }

    private static String xml(ZipFile zip, ZipArchiveEntry entry) throws IOException, XMLStreamException {
        var factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        var text = new StringBuilder();
        try (var part = zip.getInputStream(entry)) {
            var reader = factory.createXMLStreamReader(new ByteArrayInputStream(part.readNBytes(MOST_READ)));
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamReader.CHARACTERS || event == XMLStreamReader.CDATA) {
                    text.append(reader.getText());
                } else if (event == XMLStreamReader.END_ELEMENT && endsALine(reader)) {
                    text.append('\n');
                }
            }
        }
        return text.toString();
    }

    /** A run of a Word document ends with {@code t} as well, but its words go on. */
    private static boolean endsALine(XMLStreamReader reader) {
        var name = reader.getLocalName();
        return ENDS_A_LINE.contains(name)
                && !(name.equals("t")
                        && !String.valueOf(reader.getNamespaceURI()).contains("spreadsheetml"));
    }

    private static FileWords oldOffice(byte[] content) throws IOException {
        try (var extractor = ExtractorFactory.createExtractor(new ByteArrayInputStream(content))) {
            var properties = extractor.getMetadataTextExtractor();
            return new FileWords(
                    extractor.getText() + "\n" + (properties == null ? "" : properties.getText()),
                    "是旧格式的文件，里面可能有图片或者批注");
        }
    }

    private static String decoded(byte[] content) {
        if (content.length > 1 && (content[0] & 0xff) + (content[1] & 0xff) == 0xff + 0xfe) {
            return new String(content, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(content, GB18030);
        }
    }
}
