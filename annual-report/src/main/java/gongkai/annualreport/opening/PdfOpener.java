package gongkai.annualreport.opening;

import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Document;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/** Opens PDF files. */
final class PdfOpener {
    /** How far from the end of the file its closing words may stand. */
    private static final int END = 8_192;

    static {
        FontMappers.set(new PdfFonts());
    }

    private PdfOpener() {}

    static Document open(byte[] content) throws UnreadableFileException {
        if (!isWhole(content)) {
            throw new UnreadableFileException("PDF 不完整，可能没有下载完，请重新获取原文件后再试");
        }
        try (var document = Loader.loadPDF(content)) {
            return read(document);
        } catch (InvalidPasswordException e) {
            throw new UnreadableFileException("PDF 已加密，需要密码才能打开", e);
        } catch (Deadline.Passed e) {
            throw new UnreadableFileException("PDF 过于复杂，在规定时间内读不完", e);
        } catch (PdfLimits.Exceeded | OutOfMemoryError e) {
            throw new UnreadableFileException("PDF 展开后过大，不像一份年度报告", e);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new UnreadableFileException("PDF 已损坏或不完整，无法打开", e);
        }
    }

    /**
     * Whether the file has its end, where the way to all its parts stands. Without it the library gathers what parts it finds, and a
     * report with half its pages would pass for a whole one.
     */
    private static boolean isWhole(byte[] content) {
        int from = Math.max(0, content.length - END);
        return new String(content, from, content.length - from, StandardCharsets.ISO_8859_1).contains("startxref");
    }

    private static Document read(PDDocument document) throws IOException, UnreadableFileException {
        int pages = PdfLimits.pages(document);
        if (pages > PdfLimits.MOST_PAGES) {
            throw new UnreadableFileException("页数过多（%d 页），年度报告一般不超过 %d 页"
                    .formatted(Math.max(pages, document.getNumberOfPages()), PdfLimits.MOST_PAGES));
        }
        var deadline = new Deadline();
        var reader = new PdfPageReader(deadline);
        var layouts = new ArrayList<PageLayout>();
        for (var page : document.getPages()) {
            deadline.checkNow();
            layouts.add(PageLayout.of(reader.read(page, layouts.size() + 1)));
        }
        if (layouts.isEmpty()) {
            throw new UnreadableFileException("PDF 中没有页面");
        }
        var title = document.getDocumentInformation().getTitle();
        return new Document(FileKind.PDF, FileTitle.of(title), null, PagedBlocks.of(layouts));
    }
}
