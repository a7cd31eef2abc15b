package gongkai.platform.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * TIFF pictures with the tags that say how they look, where on earth a map lies among them; the others are blotted out where they stand, so that the
 * picture need not move.
 */
final class TiffProperties {
    private static final int PARTS = 0x014a;
    private static final int INTEROPERABILITY = 0xa005;
    private static final int MOST_DIRECTORIES = 10_000;
    private static final int DEEPEST = 8;

    /** How many bytes a value of each type has. */
    private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    /** TIFF 6.0 without what tells of people, times and machines; JPEG, colour profile, fax, LERC; GeoTIFF. */
    private static final Set<Integer> LOOKS = IntStream.of(
                    254, 255, 256, 257, 258, 259, 262, 263, 264, 265, 266, 273, 274, 277, 278, 279, 280, 281, 282, 283,
                    284, 286, 287, 288, 289, 290, 291, 292, 293, 296, 297, 301, 317, 318, 319, 320, 321, 322, 323, 324,
                    325, 326, 327, 328, PARTS, 332, 334, 336, 338, 339, 340, 341, 342, 347, 512, 513, 514, 515, 517,
                    518, 519, 520, 521, 529, 530, 531, 532, 33550, 33922, 34264, 34675, 34735, 34736, 34737, 50674)
            .boxed()
            .collect(Collectors.toUnmodifiableSet());

    private final ByteBuffer tiff;
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Integer> visited = new HashSet<>();
    private int depth;

    private TiffProperties(ByteBuffer tiff) {
        this.tiff = tiff.order(Exif.order(tiff));
    }

    /** @return what it told */
    static Set<String> strip(byte[] content, ByteArrayOutputStream clean) throws IOException {
        var copy = content.clone();
        var picture = new TiffProperties(ByteBuffer.wrap(copy));
        picture.chain(picture.tiff.getInt(4));
        clean.writeBytes(copy);
        return picture.found;
    }

    private void chain(int first) throws IOException {
        for (int directory = first; directory != 0; ) {
            if (!visited.add(directory) || visited.size() > MOST_DIRECTORIES) {
                throw new IOException("directories without end");
            }
            directory = directory(directory);
        }
    }

    /** Leaves in a directory what says how the picture looks. @return where the next one is */
    private int directory(int at) throws IOException {
        int entries = Short.toUnsignedInt(tiff.getShort(at));
        int end = at + 2 + 12 * entries;
        int next = tiff.getInt(end);
        int kept = 0;
        for (int entry = at + 2; entry < end; entry += 12) {
            int tag = Short.toUnsignedInt(tiff.getShort(entry));
            if (LOOKS.contains(tag)) {
                if (tag == PARTS) {
                    parts(entry);
                }
                var moved = new byte[12];
                tiff.get(entry, moved).put(at + 2 + 12 * kept++, moved);
            } else {
                Exif.tell(tag, found);
                blot(entry);
            }
        }
        if (kept < entries) {
            tiff.putShort(at, (short) kept);
            tiff.putInt(at + 2 + 12 * kept, next);
            empty(at + 6 + 12 * kept, end + 4);
        }
        return next;
    }

    /** Smaller pictures of the same, or its layers, each with a directory of its own. */
    private void parts(int entry) throws IOException {
        int count = tiff.getInt(entry + 4);
        int at = count == 1 ? entry + 8 : tiff.getInt(entry + 8);
        deeper();
        for (int i = 0; i < count; i++) {
            chain(tiff.getInt(at + 4 * i));
        }
        depth--;
    }

    private void deeper() throws IOException {
        if (++depth > DEEPEST) {
            throw new IOException("directories too deep");
        }
    }

    private void blot(int entry) throws IOException {
        int tag = Short.toUnsignedInt(tiff.getShort(entry));
        int type = Short.toUnsignedInt(tiff.getShort(entry + 2));
        int at = tiff.getInt(entry + 8);
        if ((tag == Exif.CAMERA || tag == Exif.GPS || tag == INTEROPERABILITY) && at != 0 && visited.add(at)) {
            int end = at + 2 + 12 * Short.toUnsignedInt(tiff.getShort(at));
            deeper();
            for (int below = at + 2; below < end; below += 12) {
                blot(below);
            }
            depth--;
            empty(at, end);
        }
        long bytes = (type < BYTES.length ? BYTES[type] : 0) * Integer.toUnsignedLong(tiff.getInt(entry + 4));
        if (bytes > 4) {
            empty(at, Math.toIntExact(at + bytes));
        }
    }

    private void empty(int from, int to) {
        tiff.put(from, new byte[to - from]);
    }
}
