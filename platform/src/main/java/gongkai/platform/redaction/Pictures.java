package gongkai.platform.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;

/** The pages of a picture file, read one at a time, for a scan of many pages does not fit into the memory as a whole. */
final class Pictures implements AutoCloseable {
    /** Points of a page that is kept, about A4 at 400 dots an inch; what has more is read coarser. */
    static final long MOST_POINTS = 16_000_000;

    /** No scanner makes that many: such a file is made to fill the memory. */
    private static final long TOO_MANY_POINTS = 250_000_000;

    private final ImageReader reader;
    private final int count;

    Pictures(byte[] content) throws IOException, RedactionException {
        var input = ImageIO.createImageInputStream(new ByteArrayInputStream(content));
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            throw new IOException("no reader for this kind of picture");
        }
        reader = readers.next();
        reader.setInput(input);
        count = reader.getNumImages(true);
        for (int page = 1; page <= count; page++) {
            var size = size(page);
            if (size.width() * size.height() > TOO_MANY_POINTS) {
                throw new RedactionException("图片太大（" + (int) size.width() + "×" + (int) size.height() + " 点），请缩小后再上传");
            }
        }
    }

    int count() {
        return count;
    }

    /** In points of the file; from 1. */
    PageSize size(int page) throws IOException {
        return new PageSize(reader.getWidth(page - 1), reader.getHeight(page - 1));
    }

    /** A page on white paper, without transparency in which something could hide; from 1. */
    BufferedImage read(int page) throws IOException {
        var size = size(page);
        int every = (int) Math.ceil(Math.sqrt(size.width() * size.height() / MOST_POINTS));
        var how = reader.getDefaultReadParam();
        how.setSourceSubsampling(every, every, 0, 0);
        try {
            var image = reader.read(page - 1, how);
            var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
            var pen = copy.createGraphics();
            pen.drawImage(image, 0, 0, Color.WHITE, null);
            pen.dispose();
            return copy;
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        reader.dispose();
    }
}
