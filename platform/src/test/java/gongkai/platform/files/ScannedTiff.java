package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A grey picture of four points with everything a scanner or a camera may say beside it. */
final class ScannedTiff {
    private static final int ENTRIES = 15;
    private static final int SHORT = 3;
    private static final int LONG = 4;

    /** Where it says whether another directory follows. */
    static final int NEXT = 8 + 2 + 12 * ENTRIES;

    private final ByteBuffer directory =
            ByteBuffer.allocate(2 + 12 * ENTRIES + 4).putShort((short) ENTRIES);
    private final ByteArrayOutputStream behind = new ByteArrayOutputStream();

    static byte[] telling() {
        var tiff = new ScannedTiff();
        tiff.number(256, SHORT, 2);
        tiff.number(257, SHORT, 2);
        tiff.number(258, SHORT, 8);
        tiff.number(259, SHORT, 1);
        tiff.number(262, SHORT, 1);
        tiff.bytes(270, 2, "Zhang San, Room 3\0".getBytes(StandardCharsets.US_ASCII));
        tiff.number(273, LONG, tiff.put(new byte[] {10, 80, (byte) 160, (byte) 240}));
        tiff.number(277, SHORT, 1);
        tiff.number(278, SHORT, 2);
        tiff.number(279, LONG, 4);
        tiff.bytes(306, 2, "2026:03:02 09:00:00\0".getBytes(StandardCharsets.US_ASCII));
        tiff.bytes(315, 2, "Zhang San\0".getBytes(StandardCharsets.US_ASCII));
        tiff.bytes(700, 1, "<x:xmpmeta>Zhang San</x:xmpmeta>".getBytes(StandardCharsets.US_ASCII));
        tiff.number(Exif.CAMERA, LONG, tiff.below(0x9003, "2026:03:02 09:00:00\0"));
        tiff.number(Exif.GPS, LONG, tiff.below(2, "39N 116E\0"));
        tiff.directory.putInt(0);
        var all = new ByteArrayOutputStream();
        all.writeBytes("MM\0*\0\0\0\b".getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(tiff.directory.array());
        all.writeBytes(tiff.behind.toByteArray());
        return all.toByteArray();
    }

    private void number(int tag, int type, int value) {
        directory.putShort((short) tag).putShort((short) type).putInt(1);
        if (type == SHORT) {
            directory.putShort((short) value).putShort((short) 0);
        } else {
            directory.putInt(value);
        }
    }

    private void bytes(int tag, int type, byte[] value) {
        directory
                .putShort((short) tag)
                .putShort((short) type)
                .putInt(value.length)
                .putInt(put(value));
    }

    /** A directory below with one text. @return where it lies */
    private int below(int tag, String text) {
        var value = text.getBytes(StandardCharsets.US_ASCII);
        int at = put(value);
        return put(ByteBuffer.allocate(18)
                .putShort((short) 1)
                .putShort((short) tag)
                .putShort((short) 2)
                .putInt(value.length)
                .putInt(at)
                .putInt(0)
                .array());
    }

    private int put(byte[] value) {
        int at = 8 + directory.capacity() + behind.size();
        behind.writeBytes(value);
        return at;
    }
}
