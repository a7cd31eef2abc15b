package gongkai.platform.redaction;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
            int removed = 0;
            for (int page = 1; page <= pages; page++) {
                float resolution = resolution(document, page, RESOLUTION);
                var image = drawn(document, page, resolution);
                float width = image.getWidth() * POINTS_PER_INCH / resolution;
                float height = image.getHeight() * POINTS_PER_INCH / resolution;
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
        try (var pictures = new Pictures(original);
                var out = new RedactedPdf()) {
            int pages = pictures.count();
            check(pages, marks);
            for (int page = 1; page <= pages; page++) {
                var image = pictures.read(page);
                burn(image, on(page, marks));
                float scale = POINTS_PER_INCH / RESOLUTION;
                out.add(image, image.getWidth() * scale, image.getHeight() * scale, List.of());
            }
            return checked(out.bytes(), marks, pages, 0);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** A page as a picture, for choosing what to mark; {@code page} from 1. */
    public static BufferedImage preview(byte[] pdf, int page) throws RedactionException {
        try (var document = Loader.loadPDF(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new RedactionException("没有第 " + page + " 页");
            }
            return drawn(document, page, resolution(document, page, RESOLUTION / 2f));
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

    /** A page of a picture file, for choosing what to mark; {@code page} from 1. */
    public static BufferedImage picturePreview(byte[] original, int page) throws RedactionException {
        try (var pictures = new Pictures(original)) {
            if (page < 1 || page > pictures.count()) {
                throw new RedactionException("没有第 " + page + " 页");
            }
            return pictures.read(page);
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** The sizes of all pages of a picture file, in order. */
    public static List<PageSize> pictureSizes(byte[] original) throws RedactionException {
        try (var pictures = new Pictures(original)) {
            var sizes = new ArrayList<PageSize>();
            for (int page = 1; page <= pictures.count(); page++) {
                sizes.add(pictures.size(page));
            }
            return sizes;
        } catch (IOException | RuntimeException e) {
            throw unreadable(e);
        }
    }

    /** The decoders throw what they like over a damaged file. */
    private static RedactionException unreadable(Exception e) {
        return new RedactionException("图片已损坏或不是能处理的格式（JPEG、PNG、BMP、GIF、TIFF）", e);
    }

    /** Dots an inch at which the page still fits into the memory: a drawing of several metres is drawn coarser. */
    private static float resolution(PDDocument document, int page, float wanted) {
        var size = PageSize.of(document, page);
        double inches = size.width() * size.height() / (POINTS_PER_INCH * POINTS_PER_INCH);
        return (float) Math.min(wanted, Math.sqrt(Pictures.MOST_POINTS / inches));
    }

    private static BufferedImage drawn(PDDocument document, int page, float resolution) throws IOException {
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImageWithDPI(page - 1, resolution, ImageType.RGB);
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
                        glyph.box().left() - MARGIN,
                        glyph.box().top() - MARGIN,
                        glyph.box().right() + MARGIN,
                        glyph.box().bottom() + MARGIN));
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

    /** Looks at the result as a stranger would: no text may stand below a mark. */
    private static Result checked(byte[] pdf, List<Mark> marks, int pages, int removed)
            throws IOException, RedactionException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= pages; page++) {
                var box = document.getPage(page - 1).getMediaBox();
                var here = on(page, marks);
                for (var glyph : Glyphs.of(document, page, box.getWidth(), box.getHeight())) {
                    double middleX = (glyph.box().left() + glyph.box().right()) / 2;
                    double middleY = (glyph.box().top() + glyph.box().bottom()) / 2;
                    if (here.stream().anyMatch(mark -> mark.touches(middleX, middleY, middleX, middleY))) {
                        throw new RedactionException("第 " + page + " 页的遮盖没有完全生效，文件未生成。请扩大遮盖范围后重试");
                    }
                }
            }
        }
        return new Result(pdf, pages, removed);
    }
}
