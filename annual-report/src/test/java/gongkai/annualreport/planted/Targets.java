package gongkai.annualreport.planted;

import gongkai.annualreport.FileKind;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Every kind of file in every way it is drawn. */
public final class Targets {
    private Targets() {}

    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Targets drawn in this process. Those that need LibreOffice are in {@link #throughOffice()}. */
    public static List<Target> own() {
        var targets = new ArrayList<Target>();
        txt(targets, TextShape.TABBED, StandardCharsets.UTF_8, false);
        txt(targets, TextShape.RAGGED, GBK, false);
        txt(targets, TextShape.ONE_CELL_PER_LINE, StandardCharsets.UTF_8, true);
        txt(targets, TextShape.NEWLINE_TAB, GB18030, false);
        txt(targets, TextShape.SINGLE_SPACES, StandardCharsets.UTF_16LE, true);
        txt(targets, TextShape.PIPES_WITHIN_LINES, StandardCharsets.UTF_16BE, true);
        txt(targets, TextShape.DOUBLE_PIPE_LINES, StandardCharsets.UTF_8, false);
        txt(targets, TextShape.MARKDOWN, StandardCharsets.UTF_8, false);
        html(targets, "clean", HtmlFile.Style.CLEAN, StandardCharsets.UTF_8, "utf-8", false);
        html(targets, "word", HtmlFile.Style.WORD, GBK, "gb2312", false);
        html(targets, "nested", HtmlFile.Style.NESTED, StandardCharsets.UTF_8, "utf-8", false);
        html(targets, "lost-merges", HtmlFile.Style.CLEAN, GB18030, "gb18030", true);
        targets.add(new Target(
                FileKind.HTML,
                "breaks",
                TextShape.ONE_CELL_PER_LINE,
                false,
                draft -> HtmlFile.draw(
                                title(draft),
                                shaped(draft, TextShape.ONE_CELL_PER_LINE),
                                HtmlFile.Style.BREAKS,
                                "utf-8")
                        .getBytes(StandardCharsets.UTF_8)));
        docx(targets, "plain", DocxFile.Style.PLAIN, false);
        docx(targets, "lost-merges", DocxFile.Style.PLAIN, true);
        docx(targets, "nested", DocxFile.Style.NESTED, false);
        docx(targets, "text-box", DocxFile.Style.TEXT_BOX, false);
        for (var style : XlsxFile.Style.values()) {
            targets.add(new Target(
                    FileKind.XLSX,
                    style.name().toLowerCase(java.util.Locale.ROOT),
                    null,
                    true,
                    draft -> XlsxFile.draw(draft.pieces(), style)));
        }
        targets.add(new Target(FileKind.OFD, "placed", null, true, draft -> OfdFile.draw(draft.pieces())));
        if (!PdfFile.canDraw()) {
            return targets;
        }
        targets.add(new Target(FileKind.PDF, "placed", null, true, draft -> PdfFile.placed(draft.pieces())));
        targets.add(new Target(
                FileKind.PDF,
                "html",
                null,
                true,
                draft -> PdfFile.fromHtml(HtmlFile.draw(title(draft), draft.pieces(), HtmlFile.Style.CLEAN, "utf-8"))));
        return targets;
    }

    /** Targets whose drawer gives a Word document for LibreOffice to convert into the target's kind. */
    public static List<Target> throughOffice() {
        return List.of(
                new Target(
                        FileKind.DOC,
                        "office",
                        null,
                        true,
                        draft -> DocxFile.draw(draft.pieces(), DocxFile.Style.PLAIN)),
                new Target(
                        FileKind.DOC,
                        "office-lost-merges",
                        null,
                        true,
                        draft -> DocxFile.draw(withoutMerges(draft), DocxFile.Style.PLAIN)),
                new Target(
                        FileKind.PDF,
                        "office",
                        null,
                        true,
                        draft -> DocxFile.draw(draft.pieces(), DocxFile.Style.PLAIN)),
                new Target(
                        FileKind.HTML,
                        "office",
                        null,
                        true,
                        draft -> DocxFile.draw(draft.pieces(), DocxFile.Style.PLAIN)));
    }

    private static void txt(List<Target> targets, TextShape shape, Charset charset, boolean mark) {
        targets.add(new Target(
                FileKind.TXT,
                shape.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                shape,
                shape.keepsEmptyCells,
                draft -> TxtFile.draw(shaped(draft, shape), charset, mark, mark ? "\r\n" : "\n")));
    }

    private static void html(
            List<Target> targets,
            String style,
            HtmlFile.Style drawing,
            Charset charset,
            String declared,
            boolean loseMerges) {
        targets.add(new Target(
                FileKind.HTML,
                style,
                null,
                true,
                draft -> HtmlFile.draw(
                                title(draft), loseMerges ? withoutMerges(draft) : draft.pieces(), drawing, declared)
                        .getBytes(charset)));
    }

    private static void docx(List<Target> targets, String style, DocxFile.Style drawing, boolean loseMerges) {
        targets.add(new Target(
                FileKind.DOCX,
                style,
                null,
                true,
                draft -> DocxFile.draw(loseMerges ? withoutMerges(draft) : draft.pieces(), drawing)));
    }

    private static String title(Draft draft) {
        return draft.title == null ? "政府信息公开年报" : draft.title;
    }

    private static List<Piece> shaped(Draft draft, TextShape shape) {
        return shape.redrawing(new Random(draft.random.nextLong())).apply(draft.pieces());
    }

    private static List<Piece> withoutMerges(Draft draft) {
        return Redrawings.loseMerges(new Random(draft.random.nextLong())).apply(draft.pieces());
    }
}
