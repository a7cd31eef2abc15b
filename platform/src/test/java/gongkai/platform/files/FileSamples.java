package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files of every kind, made here. */
final class FileSamples {
    static final byte[] PDF = latin("%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");
    static final byte[] PNG = latin("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR\0\0\0\u0001\0\0\0\u0001\b\u0002\0\0\0");
    static final byte[] JPG = latin("\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF\0");

    private FileSamples() {}

    static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** An archive: name, content, name, content… */
    static byte[] zip(String... parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < parts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(parts[i]));
                zip.write(utf8(parts[i + 1]));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] office(String mainType, String... more) {
        var parts = new String[more.length + 2];
        parts[0] = "[Content_Types].xml";
        parts[1] = "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument." + mainType
                + ".main+xml\"/></Types>";
        System.arraycopy(more, 0, parts, 2, more.length);
        return zip(parts);
    }

    /** A compound file with those streams; one with a slash lies in a storage. */
    static byte[] ole(String... streams) {
        var bytes = new ByteArrayOutputStream();
        try (var system = new POIFSFileSystem()) {
            for (var stream : streams) {
                int slash = stream.indexOf('/');
                var directory = slash < 0 ? system.getRoot() : system.createDirectory(stream.substring(0, slash));
                directory.createDocument(
                        stream.substring(slash + 1), new java.io.ByteArrayInputStream(new byte[5_000]));
            }
            system.writeFilesystem(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
