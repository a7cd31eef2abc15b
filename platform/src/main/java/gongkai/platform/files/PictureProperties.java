package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Copies of pictures with what is needed to show them, bit by bit; of the rest only how they are turned. */
final class PictureProperties {
    private static final String EXIF = "Exif\0\0";
    private static final String ATTACHED = "软件或者相机附带的数据";

    /** The chunks of a PNG that say how it looks: of those that begin with a small letter, the others are the picture itself. */
    private static final Set<String> PNG_LOOKS = Set.of(
            "tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "bKGD", "hIST", "pHYs", "sPLT", "cICP", "mDCV", "cLLI",
            "acTL", "fcTL", "fdAT", "oFFs", "sCAL", "pCAL", "sTER");

    private static final Set<String> WEBP_LOOKS = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");
    private static final int WEBP_TELLS_EXIF = 0x08;
    private static final int WEBP_TELLS_XMP = 0x04;

    private PictureProperties() {}

    static Set<String> jpg(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var found = new LinkedHashSet<String>();
        clean.write(content, 0, 2);
        int at = 2;
        while (at + 4 <= content.length && (content[at] & 0xff) == 0xff && (content[at + 1] & 0xff) != 0xd9) {
            int marker = content[at + 1] & 0xff;
            if (marker == 0xff) {
                at++;
                continue;
            }
            int length = 2 + ((content[at + 2] & 0xff) << 8 | content[at + 3] & 0xff);
            if (length < 4 || at + length > content.length) {
                throw new IOException("a segment that does not end");
            }
            if (jpgLooks(content, at, marker)) {
                clean.write(content, at, length);
            } else if (marker == 0xe1 && starts(content, at + 4, EXIF)) {
                int turned =
                        Exif.read(ByteBuffer.wrap(content, at + 10, length - 10).slice(), found);
                if (turned > 1) {
                    var only = Exif.onlyTurned(turned);
                    clean.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (8 + only.length)});
                    clean.writeBytes(latin(EXIF));
                    clean.writeBytes(only);
                }
            } else {
                found.add(
                        switch (marker) {
                            case 0xe1 -> "编辑记录（XMP）";
                            case 0xed, 0xfe -> "说明文字、作者";
                            default -> ATTACHED;
                        });
            }
            at += length;
            if (marker == 0xda) {
                int end = endOfScan(content, at);
                clean.write(content, at, end - at);
                at = end;
            }
        }
        if (at + 1 < content.length && (content[at] & 0xff) == 0xff && (content[at + 1] & 0xff) == 0xd9) {
            clean.write(content, at, 2);
            // Telephones put a film or further pictures behind it, with all that these tell.
            for (int i = at + 2; i < content.length; i++) {
                if (content[i] != 0) {
                    found.add(ATTACHED);
                }
            }
        } else if (at < content.length) {
            throw new IOException("no segment at " + at);
        }
        return found;
    }

    /** Of what software adds, only the JFIF frame, the colour profile and Adobe's colours matter for the looks. */
    private static boolean jpgLooks(byte[] content, int at, int marker) {
        boolean added = marker > 0xe0 && marker <= 0xef || marker == 0xfe;
        return !added || marker == 0xee || marker == 0xe2 && starts(content, at + 4, "ICC_PROFILE\0");
    }

    /** Where the next marker stands that does not belong to the compressed picture, or the end of the file. */
    private static int endOfScan(byte[] content, int from) {
        for (int at = from; at + 1 < content.length; at++) {
            int next = content[at + 1] & 0xff;
            if ((content[at] & 0xff) == 0xff && next != 0 && next != 0xff && (next < 0xd0 || next > 0xd7)) {
                return at;
            }
        }
        return content.length;
    }

    static Set<String> png(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var found = new LinkedHashSet<String>();
        clean.write(content, 0, 8);
        int at = 8;
        while (at + 12 <= content.length) {
            int length = ByteBuffer.wrap(content, at, 4).getInt();
            if (length < 0 || at + 12L + length > content.length) {
                throw new IOException("a chunk that does not end");
            }
            var name = new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (Character.isUpperCase(name.charAt(0)) || PNG_LOOKS.contains(name)) {
                clean.write(content, at, 12 + length);
            } else {
                found.add(
                        switch (name) {
                            case "tEXt", "zTXt", "iTXt" -> "说明文字、作者";
                            case "eXIf" -> "拍摄时间、地点";
                            case "tIME" -> "修改时间";
                            default -> ATTACHED;
                        });
            }
            at += 12 + length;
            if (name.equals("IEND")) {
                break;
            }
        }
        if (at < content.length) {
            found.add(ATTACHED);
        }
        return found;
    }

    static Set<String> webp(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var found = new LinkedHashSet<String>();
        var chunks = new ByteArrayOutputStream(content.length);
        var told = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        long end = Math.min(content.length, 8 + Integer.toUnsignedLong(told.getInt(4)));
        boolean turnedOtherwise = false;
        int at = 12;
        while (at + 8 <= end) {
            var name = new String(content, at, 4, StandardCharsets.ISO_8859_1);
            int length = told.getInt(at + 4);
            int padded = length + (length & 1);
            if (length < 0 || at + 8L + length > content.length) {
                throw new IOException("a chunk that does not end");
            }
            if (WEBP_LOOKS.contains(name)) {
                chunks.write(content, at, Math.min(8 + padded, content.length - at));
            } else if (name.equals("EXIF")) {
                int start = at + 8 + (starts(content, at + 8, EXIF) ? EXIF.length() : 0);
                int turned = Exif.read(
                        ByteBuffer.wrap(content, start, at + 8 + length - start).slice(), found);
                if (turned > 1) {
                    turnedOtherwise = true;
                    var only = Exif.onlyTurned(turned);
                    chunks.writeBytes(latin("EXIF"));
                    chunks.writeBytes(little(only.length));
                    chunks.writeBytes(only);
                }
            } else {
                found.add(name.equals("XMP ") ? "编辑记录（XMP）" : ATTACHED);
            }
            at += 8 + padded;
        }
        if (at < content.length) {
            found.add(ATTACHED);
        }
        var kept = chunks.toByteArray();
        if (starts(kept, 0, "VP8X")) {
            kept[8] &= (byte) ~(WEBP_TELLS_XMP | (turnedOtherwise ? 0 : WEBP_TELLS_EXIF));
        }
        clean.write(content, 0, 4);
        clean.writeBytes(little(4 + kept.length));
        clean.write(content, 8, 4);
        clean.writeBytes(kept);
        return found;
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static boolean starts(byte[] content, int at, String text) {
        return Sniffing.at(content, at, text);
    }
}
