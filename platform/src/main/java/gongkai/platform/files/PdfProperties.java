package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.jspecify.annotations.Nullable;

/** What a PDF tells: its properties, those of its parts, what software left for itself, and the photographs in it. */
final class PdfProperties {
    private static final Set<String> USUAL = Set.of(
            "Title", "Author", "Subject", "Keywords", "Creator", "Producer", "CreationDate", "ModDate", "Trapped");

    private PdfProperties() {}

    /** Takes it away, but for the title: that is what a reader shows in its frame. @return what it told */
    static Set<String> strip(PDDocument document) throws IOException {
        var found = new LinkedHashSet<String>();
        var information = document.getDocumentInformation();
        if (said(information.getAuthor())) {
            found.add("作者");
        }
        if (said(information.getSubject()) || said(information.getKeywords())) {
            found.add("说明文字");
        }
        for (var key : information.getMetadataKeys()) {
            if (!USUAL.contains(key) && said(information.getCustomMetadataValue(key))) {
                found.add(key.equals("Company") ? "单位" : "自定义属性");
            }
        }
        var bare = new PDDocumentInformation();
        if (information.getTitle() != null) {
            bare.setTitle(information.getTitle());
        }
        document.setDocumentInformation(bare);
        for (var key : List.copyOf(document.getDocument().getXrefTable().keySet())) {
            var object = document.getDocument().getObjectFromPool(key);
            if (object != null && object.getObject() instanceof COSDictionary dictionary) {
                strip(dictionary, found);
            }
        }
        return found;
    }

    private static void strip(COSDictionary dictionary, Set<String> found) throws IOException {
        if (dictionary.getDictionaryObject(COSName.METADATA) instanceof COSStream metadata) {
            try (var in = metadata.createInputStream()) {
                var xmp = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (xmp.contains("dc:creator")) {
                    found.add("作者");
                }
                if (xmp.contains("xmpMM:History") || xmp.contains("exif:GPS")) {
                    found.add("制作经过");
                }
            }
            dictionary.removeItem(COSName.METADATA);
        }
        if (dictionary.containsKey(COSName.PIECE_INFO)) {
            found.add("制作软件附带的数据");
            dictionary.removeItem(COSName.PIECE_INFO);
        }
        if (dictionary instanceof COSStream stream
                && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                && isJpg(stream.getFilters())) {
            photograph(stream, found);
        }
    }

    private static boolean isJpg(@Nullable COSBase filters) {
        return COSName.DCT_DECODE.equals(filters)
                || filters instanceof COSArray all && all.size() == 1 && COSName.DCT_DECODE.equals(all.getObject(0));
    }

    private static void photograph(COSStream stream, Set<String> found) throws IOException {
        byte[] photograph;
        try (var in = stream.createRawInputStream()) {
            photograph = in.readAllBytes();
        }
        var clean = new ByteArrayOutputStream(photograph.length);
        var told = PictureProperties.jpg(photograph, clean);
        if (!told.isEmpty()) {
            found.addAll(told);
            try (var out = stream.createRawOutputStream()) {
                clean.writeTo(out);
            }
        }
    }

    private static boolean said(@Nullable String text) {
        return text != null && !text.isBlank();
    }
}
