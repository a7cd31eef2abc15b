package gongkai.platform.files;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a camera or a scanner writes into a picture: a directory of numbered tags (TIFF 6.0, Exif 2.32). */
final class Exif {
    static final int ORIENTATION = 0x0112;
    static final int CAMERA = 0x8769;
    static final int GPS = 0x8825;

    private Exif() {}

    /** @return how the picture is turned, 1 if it stands as it was taken */
    static int read(ByteBuffer tiff, Set<String> found) {
        tiff.order(order(tiff));
        int directory = tiff.getInt(4);
        int turned = 1;
        int entries = Short.toUnsignedInt(tiff.getShort(directory));
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + 12 * i;
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            if (tag == ORIENTATION) {
                turned = Short.toUnsignedInt(tiff.getShort(entry + 8));
            } else {
                tell(tag, found);
            }
        }
        // The next directory is that of a small copy, often of the picture before somebody cut or covered something.
        int next = directory + 2 + 12 * entries;
        if (next + 4 <= tiff.limit() && tiff.getInt(next) != 0) {
            found.add("缩略图");
        }
        return turned;
    }

    static ByteOrder order(ByteBuffer tiff) {
        return tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    }

    /** Says what a tag tells, if it tells anything of people, places or machines. */
    static void tell(int tag, Set<String> found) {
        switch (tag) {
            case GPS -> found.add("拍摄地点");
            case 0x013b, 0x9c9d, 0x8298 -> found.add("作者");
            case 0x010f, 0x0110, 0x0132, CAMERA -> found.add("拍摄时间、相机");
            case 0x010d, 0x010e, 0x011d, 0x800d, 0x9c9b, 0x9c9c, 0x9c9e, 0x9c9f -> found.add("说明文字");
            case 0x013c -> found.add("电脑名称");
            case 0x02bc -> found.add("编辑记录（XMP）");
            case 0x83bb, 0x8649 -> found.add("说明文字、作者");
            default -> {}
        }
    }

    /** A directory that says only how the picture is turned. */
    static byte[] onlyTurned(int turned) {
        return ByteBuffer.allocate(26)
                .put("MM\0*".getBytes(StandardCharsets.ISO_8859_1))
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
}
