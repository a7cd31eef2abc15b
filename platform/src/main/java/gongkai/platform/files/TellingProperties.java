package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * What pictures and PDFs tell beside what they show: who made them, with which camera, where. It goes out with the file unless it is taken away; what
 * is shown stays as it is, bit by bit.
 */
public final class TellingProperties {
    private static final int ORIENTATION = 0x0112;
    private static final int GPS = 0x8825;

    private TellingProperties() {}

    /** What was found, in Chinese; empty if nothing, or if nothing can be read. */
    public static Set<String> in(FileKind kind, byte[] content) {
        try {
            return switch (kind) {
                case JPG -> jpg(content, new ByteArrayOutputStream());
                case PNG -> png(content, new ByteArrayOutputStream());
                case PDF -> pdf(content);
                default -> Set.of();
            };
        } catch (IOException | RuntimeException e) {
            return Set.of(); // Damaged or locked: whoever gets it reads no more in it.
        }
    }

    /** The same file without them; empty if it tells nothing, or cannot be changed without breaking it, as a signed PDF. */
    public static Optional<byte[]> without(FileKind kind, byte[] content) {
        if (in(kind, content).isEmpty()) {
            return Optional.empty();
        }
        try {
            var clean = new ByteArrayOutputStream(content.length);
            switch (kind) {
                case JPG -> jpg(content, clean);
                case PNG -> png(content, clean);
                case PDF -> {
                    try (var document = Loader.loadPDF(content)) {
                        if (!document.getSignatureDictionaries().isEmpty() || document.isEncrypted()) {
                            return Optional.empty();
                        }
                        strip(document);
                        document.save(clean);
                    }
                }
                default -> {
                    return Optional.empty();
                }
            }
            return Optional.of(clean.toByteArray());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Set<String> pdf(byte[] content) throws IOException {
        var found = new LinkedHashSet<String>();
        try (var document = Loader.loadPDF(content)) {
            var information = document.getDocumentInformation();
            if (information.getAuthor() != null && !information.getAuthor().isBlank()) {
                found.add("作者");
            }
            var metadata = document.getDocumentCatalog().getMetadata();
            if (metadata != null) {
                var xmp = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
                if (xmp.contains("dc:creator")) {
                    found.add("作者");
                }
                if (xmp.contains("xmpMM:History") || xmp.contains("exif:GPS")) {
                    found.add("制作经过");
                }
            }
        }
        return found;
    }

    /** The title stays: it is what a reader shows in its frame. */
    private static void strip(PDDocument document) {
        var title = document.getDocumentInformation().getTitle();
        var bare = new PDDocumentInformation();
        if (title != null) {
            bare.setTitle(title);
        }
        document.setDocumentInformation(bare);
        document.getDocumentCatalog().setMetadata(null);
        for (var page : document.getPages()) {
            page.setMetadata(null);
        }
    }

    /** Copies the segments that are needed to show the picture; of the others only how it is turned. */
    private static Set<String> jpg(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var found = new LinkedHashSet<String>();
        clean.write(content, 0, 2);
        int at = 2;
        while (at + 4 <= content.length && (content[at] & 0xff) == 0xff) {
            int marker = content[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == 0xda) {
                break;
            }
            int length = (content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff;
            if (length < 2 || at + 2 + length > content.length) {
                throw new IOException("a segment that does not end");
            }
            boolean telling = marker == 0xe1 || marker == 0xed || marker == 0xfe;
            if (!telling) {
                clean.write(content, at, 2 + length);
            } else if (marker == 0xe1 && starts(content, at + 4, "Exif\0\0")) {
                int turned = exif(ByteBuffer.wrap(content, at + 10, length - 8).slice(), found);
                if (turned > 1) {
                    clean.write(onlyTurned(turned));
                }
            } else {
                found.add(marker == 0xe1 ? "编辑记录（XMP）" : "说明文字、作者");
            }
            at += 2 + length;
        }
        clean.write(content, at, content.length - at);
        return found;
    }

    /** @return how the picture is turned, 1 if it stands as it was taken */
    private static int exif(ByteBuffer tiff, Set<String> found) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int turned = 1;
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            if (tag == ORIENTATION) {
                turned = Short.toUnsignedInt(tiff.getShort(entry + 8));
            } else if (tag == GPS) {
                found.add("拍摄地点");
            } else if (tag == 0x013b || tag == 0x9c9d || tag == 0x8298) {
                found.add("作者");
            } else if (tag == 0x010f || tag == 0x0110 || tag == 0x0132 || tag == 0x8769) {
                found.add("拍摄时间、相机");
            }
        }
        return turned;
    }

    private static byte[] onlyTurned(int turned) {
        return ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) ORIENTATION)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) turned)
                .putShort((short) 0)
                .putInt(0)
                .array();
    }

    /** Copies the chunks that are needed to show the picture. */
    private static Set<String> png(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var found = new LinkedHashSet<String>();
        clean.write(content, 0, 8);
        int at = 8;
        while (at + 12 <= content.length) {
            int length = ByteBuffer.wrap(content, at, 4).getInt();
            if (length < 0 || at + 12L + length > content.length) {
                throw new IOException("a chunk that does not end");
            }
            switch (new String(content, at + 4, 4, StandardCharsets.ISO_8859_1)) {
                case "tEXt", "zTXt", "iTXt" -> found.add("说明文字、作者");
                case "eXIf" -> found.add("拍摄时间、地点");
                case "tIME" -> found.add("修改时间");
                default -> clean.write(content, at, 12 + length);
            }
            at += 12 + length;
        }
        return found;
    }

    private static boolean starts(byte[] content, int at, String text) {
        var bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int i = 0; i < bytes.length; i++) {
            if (at + i >= content.length || content[at + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
