package gongkai.platform.redaction;

import org.apache.pdfbox.pdmodel.PDDocument;

/** How wide and high a page is as it is shown; points for a PDF, dots for a picture. */
public record PageSize(double width, double height) {
    static PageSize of(PDDocument document, int page) {
        var shown = document.getPage(page - 1);
        var box = shown.getCropBox();
        boolean turned = shown.getRotation() % 180 != 0;
        return turned ? new PageSize(box.getHeight(), box.getWidth()) : new PageSize(box.getWidth(), box.getHeight());
    }
}
