package gongkai.platform.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Makes the version of a document that may be given out. Each page becomes a picture with the marks burnt in; the text that can be
 * searched is written anew from what can still be seen. Nothing else of the original is carried over: no text below a mark, no
 * notes, no attachments, no properties, no earlier versions.
 */
public final class Redaction {
    /** Dots an inch of the pictures. */
    static final int RESOLUTION = 200;

    private static final int MOST_PAGES = 500;
    private static final float POINTS_PER_INCH = 72;

    /** How much a mark is widened on each side, in fractions of the page: half a point on A4. */
    private static final double MARGIN = 0.0008;

    private Redaction() {}

    /**
     * What came out.
     *
     * @param pdf the version that may be given out
     * @param pages how many pages it has
     * @param removed how many characters were below the marks
     */
    public record Result(byte[] pdf, int pages, int removed) {}

    /** Burns the marks into a PDF. */
    public static Result pdf(byte[] original, List<Mark> marks) throws RedactionException {
        try (var document = Loader.loadPDF(original);
                var out = new RedactedPdf()) {
            int pages = document.getNumberOfPages();
            check(pages, marks);
            var renderer = new PDFRenderer(document);
            int removed = 0;
            for (int page = 1; page <= pages; page++) {
                var image = renderer.renderImageWithDPI(page - 1, RESOLUTION, ImageType.RGB);
                float width = image.getWidth() * POINTS_PER_INCH / RESOLUTION;
                float height = image.getHeight() * POINTS_PER_INCH / RESOLUTION;
                var text = Glyphs.of(document, page, width, height);
                var here = on(page, marks);
                var left = text.stream().filter(glyph -> !covered(glyph, here)).toList();
                removed += text.size() - left.size();
                burn(image, here);
                out.add(
                        image,
                        width,
                        height,
                        left.stream().filter(glyph -> Ink.shows(image, glyph)).toList());
            }
            return checked(out.bytes(), marks, pages, removed);
        } catch (InvalidPasswordException e) {
            throw new RedactionException("文件有密码保护，请先解除密码再上传", e);
        } catch (IOException e) {
            throw new RedactionException("文件已损坏或不是 PDF，无法处理", e);
        }
    }

    /** Burns the marks into a picture (JPEG, PNG, BMP, GIF or TIFF of one page or several); a PDF comes out. */
    public static Result picture(byte[] original, List<Mark> marks) throws RedactionException {
        try (var out = new RedactedPdf()) {
            var pages = frames(original);
            check(pages.size(), marks);
            for (int page = 1; page <= pages.size(); page++) {
                var image = pages.get(page - 1);
                burn(image, on(page, marks));
                float scale = POINTS_PER_INCH / RESOLUTION;
                out.add(image, image.getWidth() * scale, image.getHeight() * scale, List.of());
            }
            return checked(out.bytes(), marks, pages.size(), 0);
        } catch (IOException e) {
            throw new RedactionException("图片已损坏或不是能处理的格式（JPEG、PNG、BMP、GIF、TIFF）", e);
        }
    }

    /** A page as a picture, for choosing what to mark; {@code page} from 1. */
    public static BufferedImage preview(byte[] pdf, int page) throws RedactionException {
        try (var document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new RedactionException("没有第 " + page + " 页");
            }
            return new PDFRenderer(document).renderImageWithDPI(page - 1, RESOLUTION / 2f, ImageType.RGB);
        } catch (IOException e) {
            throw new RedactionException("文件有密码保护、已损坏或不是 PDF，无法处理", e);
        }
    }

    /** The sizes of all pages of a PDF, in order. */
    public static List<PageSize> sizes(byte[] pdf) throws RedactionException {
        try (var document = Loader.loadPDF(pdf)) {
            var sizes = new ArrayList<PageSize>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                sizes.add(PageSize.of(document, page));
            }
            return sizes;
        } catch (InvalidPasswordException e) {
            throw new RedactionException("文件有密码保护，请先解除密码再上传", e);
        } catch (IOException e) {
            throw new RedactionException("文件已损坏或不是 PDF，无法处理", e);
        }
    }

    /** The pages of a picture file, as they are shown. */
    public static List<BufferedImage> pictures(byte[] original) throws RedactionException {
        try {
            return frames(original);
        } catch (IOException e) {
            throw new RedactionException("图片已损坏或不是能处理的格式（JPEG、PNG、BMP、GIF、TIFF）", e);
        }
    }

    private static void check(int pages, List<Mark> marks) throws RedactionException {
        if (pages == 0) {
            throw new RedactionException("文件里没有页面");
        }
        if (pages > MOST_PAGES) {
            throw new RedactionException("文件有 " + pages + " 页，一次最多处理 " + MOST_PAGES + " 页，请分开上传");
        }
        for (var mark : marks) {
            if (mark.page() > pages) {
                throw new RedactionException("遮盖处标在第 " + mark.page() + " 页，而文件只有 " + pages + " 页");
            }
        }
    }

    private static List<Mark> on(int page, List<Mark> marks) {
        return marks.stream().filter(mark -> mark.page() == page).toList();
    }

    private static boolean covered(Glyph glyph, List<Mark> marks) {
        return marks.stream()
                .anyMatch(mark -> mark.touches(
                        glyph.left() - MARGIN, glyph.top() - MARGIN, glyph.right() + MARGIN, glyph.bottom() + MARGIN));
    }

    private static void burn(BufferedImage image, List<Mark> marks) {
        var pen = image.createGraphics();
        pen.setColor(Color.BLACK);
        for (var mark : marks) {
            int left = (int) Math.floor((mark.left() - MARGIN) * image.getWidth());
            int top = (int) Math.floor((mark.top() - MARGIN) * image.getHeight());
            int right = (int) Math.ceil((mark.right() + MARGIN) * image.getWidth());
            int bottom = (int) Math.ceil((mark.bottom() + MARGIN) * image.getHeight());
            pen.fillRect(left, top, right - left, bottom - top);
        }
        pen.dispose();
    }

    private static List<BufferedImage> frames(byte[] original) throws IOException {
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(original))) {
            var readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("no reader for this kind of picture");
            }
            var reader = readers.next();
            reader.setInput(input);
            var frames = new ArrayList<BufferedImage>();
            int count = Math.min(reader.getNumImages(true), MOST_PAGES + 1);
            for (int i = 0; i < count; i++) {
                frames.add(opaque(reader.read(i)));
            }
            reader.dispose();
            return frames;
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** The same picture on white paper, without transparency in which something could hide. */
    private static BufferedImage opaque(BufferedImage image) {
        var copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var pen = copy.createGraphics();
        pen.drawImage(image, 0, 0, Color.WHITE, null);
        pen.dispose();
        return copy;
    }

    /** Looks at the result as a stranger would: no text may stand below a mark. */
    private static Result checked(byte[] pdf, List<Mark> marks, int pages, int removed)
            throws IOException, RedactionException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= pages; page++) {
                var box = document.getPage(page - 1).getMediaBox();
                var here = on(page, marks);
                for (var glyph : Glyphs.of(document, page, box.getWidth(), box.getHeight())) {
                    double middleX = (glyph.left() + glyph.right()) / 2;
                    double middleY = (glyph.top() + glyph.bottom()) / 2;
                    if (here.stream().anyMatch(mark -> mark.touches(middleX, middleY, middleX, middleY))) {
                        throw new RedactionException("第 " + page + " 页的遮盖没有完全生效，文件未生成。请扩大遮盖范围后重试");
                    }
                }
            }
        }
        return new Result(pdf, pages, removed);
    }
}
