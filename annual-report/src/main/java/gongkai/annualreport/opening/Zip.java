package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a zip archive held in memory, guarded against archives made to exhaust the reader. Parts are found by the archive's
 * own directory, and what inflating gives is counted while it happens: the sizes an archive states are only believed as far as they
 * hold. Not for use by several threads.
 */
final class Zip {
    private static final int MAX_ENTRIES = 20_000;
    private static final int MAX_PART = 64 << 20;
    private static final long MAX_TOTAL = 160L << 20;
    /** Below this a part may be as repetitive as it likes: an empty table is. */
    private static final int ALWAYS_ALLOWED = 8 << 20;

    private static final int MAX_RATIO = 250;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int LOCAL_ENTRY = 0x04034b50;

    private static final String DAMAGED = "文件已损坏，请重新获取原文件后再试";
    private static final String TRUNCATED = "文件不完整，可能没有下载完，请重新获取原文件后再试";
    private static final String BOMB = "文件解压后过大，疑似恶意文件，已拒绝读取";
    private static final String ENCRYPTED = "文件已加密，请去掉密码后再试";

    private record Entry(String name, int method, boolean encrypted, long crc, long packed, long size, long offset) {}

    private final byte[] content;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private long inflated;
    /** Bytes before the archive proper, which offsets do not count. */
    private long shift;

    private Zip(byte[] content) {
        this.content = content;
    }

    static boolean looksLikeOne(byte[] content) {
        return content.length > 4
                && content[0] == 'P'
                && content[1] == 'K'
                && (content[2] == 3 && content[3] == 4 || content[2] == 5 && content[3] == 6);
    }

    static Zip open(byte[] content) throws UnreadableFileException {
        var zip = new Zip(content);
        try {
            zip.readDirectory();
        } catch (IndexOutOfBoundsException e) {
            throw new UnreadableFileException(DAMAGED, e);
        }
        return zip;
    }

    /** The parts' names as the archive writes them, in its order. */
    List<String> names() {
        return entries.values().stream().map(Entry::name).toList();
    }

    /** Whether there is such a part; case is ignored, as office formats do. */
    boolean has(String name) {
        return entries.containsKey(key(name));
    }

    /** A part that may be absent. */
    Optional<byte[]> find(String name) throws UnreadableFileException {
        return has(name) ? Optional.of(read(name)) : Optional.empty();
    }

    /** A part that has to be there. */
    byte[] read(String name) throws UnreadableFileException {
        var entry = entries.get(key(name));
        if (entry == null) {
            throw new UnreadableFileException("文件缺少必要的内容，可能已损坏，请重新获取原文件后再试");
        }
        if (entry.encrypted()) {
            throw new UnreadableFileException(ENCRYPTED);
        }
        try {
            var part = part(entry);
            var crc = new CRC32();
            crc.update(part);
            if (crc.getValue() != entry.crc()) {
                throw new UnreadableFileException(DAMAGED);
            }
            return part;
        } catch (DataFormatException | IndexOutOfBoundsException e) {
            throw new UnreadableFileException(DAMAGED, e);
        }
    }

    private byte[] part(Entry entry) throws DataFormatException, UnreadableFileException {
        var header = index(shift + entry.offset());
        if (int32(header) != LOCAL_ENTRY) {
            throw new UnreadableFileException(DAMAGED);
        }
        var from = header + 30 + int16(header + 26) + int16(header + 28);
        if (entry.packed() > content.length - from) {
            throw new UnreadableFileException(TRUNCATED);
        }
        return switch (entry.method()) {
            case 0 -> stored(from, (int) entry.packed());
            case 8 -> inflated(from, (int) entry.packed(), entry.size());
            default -> throw new UnreadableFileException("文件的压缩方式无法识别，请用办公软件重新保存后再试");
        };
    }

    private byte[] stored(int from, int size) throws UnreadableFileException {
        count(size, size);
        var part = new byte[size];
        System.arraycopy(content, from, part, 0, size);
        return part;
    }

    private byte[] inflated(int from, int packed, long statedSize) throws DataFormatException, UnreadableFileException {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(content, from, packed);
            var out = new ByteArrayOutputStream((int) Math.clamp(statedSize, 512, ALWAYS_ALLOWED));
            var buffer = new byte[16_384];
            while (!inflater.finished()) {
                var got = inflater.inflate(buffer);
                if (got == 0 && !inflater.finished()) {
                    throw new UnreadableFileException(inflater.needsInput() ? TRUNCATED : DAMAGED);
                }
                out.write(buffer, 0, got);
                count(got, out.size());
                if (out.size() > ALWAYS_ALLOWED && out.size() / MAX_RATIO > packed) {
                    throw new UnreadableFileException(BOMB);
                }
            }
            return out.toByteArray();
        } finally {
            inflater.end();
        }
    }

    private void count(int more, int part) throws UnreadableFileException {
        inflated += more;
        if (part > MAX_PART || inflated > MAX_TOTAL) {
            throw new UnreadableFileException(BOMB);
        }
    }

    private void readDirectory() throws UnreadableFileException {
        var end = directoryEnd();
        long count = int16(end + 10);
        var size = uint32(end + 12);
        var offset = uint32(end + 16);
        var start = end - size;
        if (start < 0 || offset == 0xffffffffL || count == 0xffff) {
            // Zip64: the true figures stand in a record found through the locator just before
            var record = zip64End(end);
            count = int64(record + 32);
            size = int64(record + 40);
            offset = int64(record + 48);
            start = record - size;
        }
        shift = start - offset;
        if (start < 0 || shift < 0) {
            throw new UnreadableFileException(DAMAGED);
        }
        if (count > MAX_ENTRIES) {
            throw new UnreadableFileException(BOMB);
        }
        var at = (int) start;
        for (var i = 0; i < count; i++) {
            at = readEntry(at);
        }
    }

    private int readEntry(int at) throws UnreadableFileException {
        if (int32(at) != DIRECTORY_ENTRY) {
            throw new UnreadableFileException(DAMAGED);
        }
        var nameLength = int16(at + 28);
        var extraLength = int16(at + 30);
        var name = new String(content, at + 46, nameLength, StandardCharsets.UTF_8).replace('\\', '/');
        var packed = uint32(at + 20);
        var size = uint32(at + 24);
        var offset = uint32(at + 42);
        if (packed == 0xffffffffL || size == 0xffffffffL || offset == 0xffffffffL) {
            var big = zip64Extra(at + 46 + nameLength, extraLength);
            if (size == 0xffffffffL) {
                size = int64(big);
                big += 8;
            }
            if (packed == 0xffffffffL) {
                packed = int64(big);
                big += 8;
            }
            if (offset == 0xffffffffL) {
                offset = int64(big);
            }
        }
        if (packed < 0 || packed > content.length) {
            throw new UnreadableFileException(TRUNCATED);
        }
        var encrypted = (int16(at + 8) & 1) != 0;
        // The first of two parts of one name wins, as in the office programs
        entries.putIfAbsent(
                key(name), new Entry(name, int16(at + 10), encrypted, uint32(at + 16), packed, size, offset));
        return at + 46 + nameLength + extraLength + int16(at + 32);
    }

    private int directoryEnd() throws UnreadableFileException {
        var lowest = Math.max(0, content.length - 22 - 0xffff);
        for (var at = content.length - 22; at >= lowest; at--) {
            if (content[at] == 'P' && int32(at) == DIRECTORY_END) {
                return at;
            }
        }
        throw new UnreadableFileException(TRUNCATED);
    }

    private int zip64End(int end) throws UnreadableFileException {
        var record = int64(end - 20 + 8);
        if (int32(end - 20) != 0x07064b50
                || record < 0
                || record > content.length
                || int32((int) record) != 0x06064b50) {
            throw new UnreadableFileException(DAMAGED);
        }
        return (int) record;
    }

    private int zip64Extra(int from, int length) {
        for (var at = from; at < from + length; at += 4 + int16(at + 2)) {
            if (int16(at) == 1) {
                return at + 4;
            }
        }
        throw new IndexOutOfBoundsException("no zip64 field");
    }

    private static String key(String name) {
        return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
    }

    private int index(long at) {
        if (at < 0 || at >= content.length) {
            throw new IndexOutOfBoundsException("beyond the end");
        }
        return (int) at;
    }

    private int int16(int at) {
        return (content[at] & 0xff) | (content[at + 1] & 0xff) << 8;
    }

    private int int32(int at) {
        return int16(at) | int16(at + 2) << 16;
    }

    private long uint32(int at) {
        return int32(at) & 0xffffffffL;
    }

    private long int64(int at) {
        return uint32(at) | uint32(at + 4) << 32;
    }
}
