package gongkai.platform.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** Tells office documents and OFD from other archives. What is unpacked is counted and not kept, but for small parts. */
final class ZipSniffing {
    private static final int MOST_ENTRIES = 20_000;
    private static final long LARGEST_UNPACKED = 512L << 20;
    private static final long SMALL = 50L << 20;
    private static final int HIGHEST_RATIO = 200;
    private static final int MOST_READ = 1 << 20;
    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int END_SIGNATURE = 0x06054b50;

    private ZipSniffing() {}

    static Sniffed sniff(Path file) throws IOException {
        int entries = entries(file);
        if (entries < 0) {
            return new Sniffed.Refused("文件不完整或已损坏");
        }
        if (entries > MOST_ENTRIES) {
            return new Sniffed.Refused("文件内含的部分过多，疑似恶意构造");
        }
        try (var zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8)) {
            return sniff(zip, Files.size(file));
        } catch (ZipException | EOFException | XMLStreamException | IllegalArgumentException e) {
            return new Sniffed.Refused("文件不完整或已损坏");
        }
    }

    private static Sniffed sniff(ZipFile zip, long size) throws IOException, XMLStreamException {
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            var entry = all.nextElement();
            var name = entry.getName().toLowerCase(Locale.ROOT);
            if (name.contains("vbaproject") || name.contains("vbadata") || name.contains("/macrosheets/")) {
                return new Sniffed.Refused("文件带有宏，不能接收。请另存为不带宏的文件");
            }
            if (name.contains("/activex/")) {
                return new Sniffed.Refused("文件带有 ActiveX 控件，不能接收");
            }
        }
        if (unpacksTo(zip, Math.min(LARGEST_UNPACKED, Math.max(SMALL, size * HIGHEST_RATIO)))) {
            return new Sniffed.Refused("文件解开后过大，疑似压缩炸弹");
        }
        if (zip.getEntry("OFD.xml") != null) {
            return new Sniffed.Found(FileKind.OFD);
        }
        var types = part(zip, "[Content_Types].xml");
        if (types.isEmpty()) {
            return new Sniffed.Refused("不接收压缩包，请解压后逐个上传");
        }
        if (types.contains("macroenabled") || types.contains("vbaproject")) {
            return new Sniffed.Refused("文件带有宏，不能接收。请另存为不带宏的文件");
        }
        var outside = OutsideReferences.objection(zip);
        if (outside.isPresent()) {
            return new Sniffed.Refused(outside.get());
        }
        if (types.contains("wordprocessingml.document.main+xml")) {
            return new Sniffed.Found(FileKind.DOCX);
        }
        if (types.contains("spreadsheetml.sheet.main+xml")) {
            return new Sniffed.Found(FileKind.XLSX);
        }
        if (types.contains("presentationml.presentation.main+xml")) {
            return new Sniffed.Found(FileKind.PPTX);
        }
        return new Sniffed.Refused("认不出这是什么文件，或这种文件不在接收范围内");
    }

    /** Whether it unpacks to more than that. It is tried, for what an archive says of its own size may be a lie. */
    private static boolean unpacksTo(ZipFile zip, long more) throws IOException {
        long unpacked = 0;
        var buffer = new byte[1 << 16];
        for (var all = zip.entries(); all.hasMoreElements(); ) {
            try (var in = zip.getInputStream(all.nextElement())) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    unpacked += read;
                    if (unpacked > more) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The beginning of a part in lower case; empty if there is none. */
    private static String part(ZipFile zip, String name) throws IOException {
        var entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(MOST_READ), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
        }
    }

    /** How many entries the end of the archive tells of; -1 if there is no such end. An archive that needs the 64-bit form is too large. */
    private static int entries(Path file) throws IOException {
        try (var channel = Files.newByteChannel(file)) {
            int length = (int) Math.min(channel.size(), END_RECORD + LONGEST_COMMENT);
            var end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            channel.position(channel.size() - length);
            while (end.hasRemaining() && channel.read(end) >= 0) {}
            for (int i = length - END_RECORD; i >= 0; i--) {
                if (end.getInt(i) == END_SIGNATURE) {
                    return Short.toUnsignedInt(end.getShort(i + 10));
                }
            }
            return -1;
        }
    }
}
