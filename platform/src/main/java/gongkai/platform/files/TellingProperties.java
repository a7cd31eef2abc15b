package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * What pictures and documents tell beside what they show: who made them, with which camera, where. It goes out with the file unless it is taken away; what
 * is shown stays as it is.
 */
public final class TellingProperties {
    private TellingProperties() {}

    /** What keeps a file from being changed. */
    public enum Lock {
        NONE,
        /** A signature that every change would break. */
        SIGNED,
        /** Everyone may open it, but whoever made it forbids changes. */
        RESTRICTED,
        /** Nobody opens it without a password. */
        PASSWORD
    }

    /** What was found, in Chinese; empty if nothing, or if it is not {@link #readable}. */
    public static Set<String> in(FileKind kind, byte[] content) {
        try {
            return strip(kind, content, new ByteArrayOutputStream());
        } catch (IOException | RuntimeException e) {
            return Set.of();
        }
    }

    /** Whether it can be told what it tells. Of a damaged or locked file it cannot, yet another program may read more in it. */
    public static boolean readable(FileKind kind, byte[] content) {
        try {
            strip(kind, content, new ByteArrayOutputStream());
            return true;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The same file without them; empty if it tells nothing, or cannot be changed without breaking it. */
    public static Optional<byte[]> without(FileKind kind, byte[] content) {
        try {
            var clean = new ByteArrayOutputStream(content.length);
            return lock(kind, content) != Lock.NONE
                            || strip(kind, content, clean).isEmpty()
                    ? Optional.empty()
                    : Optional.of(clean.toByteArray());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** What keeps it from being changed; nothing if it cannot be read. */
    public static Lock lock(FileKind kind, byte[] content) {
        try {
            return switch (kind) {
                case PDF -> pdfLock(content);
                case OFD, DOCX, XLSX, PPTX -> ArchiveProperties.lock(content);
                default -> Lock.NONE;
            };
        } catch (IOException | RuntimeException e) {
            return Lock.NONE;
        }
    }

    /** Writes the file without what it tells. @return what it told */
    private static Set<String> strip(FileKind kind, byte[] content, ByteArrayOutputStream clean) throws IOException {
        return switch (kind) {
            case JPG -> PictureProperties.jpg(content, clean);
            case PNG -> PictureProperties.png(content, clean);
            case WEBP -> PictureProperties.webp(content, clean);
            case TIF -> TiffProperties.strip(content, clean);
            case OFD, DOCX, XLSX, PPTX -> ArchiveProperties.strip(content, clean);
            case DOC, XLS, PPT -> OldOfficeProperties.strip(content, clean);
            case PDF -> {
                try (var document = Loader.loadPDF(content)) {
                    var found = PdfProperties.strip(document);
                    if (!document.isEncrypted()) {
                        document.save(clean);
                    }
                    yield found;
                }
            }
            case BMP, TXT, CSV, HTML, JSON -> Set.of();
        };
    }

    private static Lock pdfLock(byte[] content) throws IOException {
        try (var document = Loader.loadPDF(content)) {
            if (!document.getSignatureDictionaries().isEmpty()) {
                return Lock.SIGNED;
            }
            return document.isEncrypted() ? Lock.RESTRICTED : Lock.NONE;
        } catch (InvalidPasswordException e) {
            return Lock.PASSWORD;
        }
    }

    /** The kind of a picture that lies in another file, by its name; empty if it is none that tells anything. */
    static Optional<FileKind> picture(String name) {
        var extension = FileName.extension(name);
        for (var kind : List.of(FileKind.JPG, FileKind.PNG, FileKind.TIF, FileKind.WEBP)) {
            if (kind.extensions().contains(extension)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
