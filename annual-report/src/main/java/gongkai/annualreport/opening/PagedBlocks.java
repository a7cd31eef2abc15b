package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Grid;
import gongkai.annualreport.document.Block.GridCell;
import gongkai.annualreport.document.Block.GridRow;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Block.Picture;
import gongkai.annualreport.opening.PageLayout.Drawing;
import gongkai.annualreport.opening.PageLayout.Line;
import gongkai.annualreport.opening.PageLayout.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the pages together: lines become paragraphs (over a page's end too), each table of a page a grid. */
final class PagedBlocks {
    private final List<Block> blocks = new ArrayList<>();
    private final Margins margins;
    private final StringBuilder paragraph = new StringBuilder();
    private Place paragraphPlace = Place.NONE;
    private @Nullable TextLine lastLine;
    private int lastPage;
    private int page;
    private int count;

    private PagedBlocks(Margins margins) {
        this.margins = margins;
    }

    static List<Block> of(List<PageLayout> pages) {
        var body = RunningLines.removedFrom(pages);
        var reading = new PagedBlocks(Margins.of(body));
        for (var page : body) {
            reading.read(page);
        }
        reading.endParagraph();
        return reading.blocks;
    }

    private void read(PageLayout layout) {
        page = layout.number();
        count = 0;
        for (var piece : layout.pieces()) {
            switch (piece) {
                case Line line -> read(line.line(), layout.width());
                case Table table -> {
                    endParagraph();
                    blocks.add(grid(table.table()));
                }
                case Drawing ignored -> {
                    endParagraph();
                    blocks.add(new Picture(nextPlace()));
                }
            }
        }
    }

    private Place nextPlace() {
        return Place.page(page, ++count);
    }

    private void read(TextLine line, float pageWidth) {
        if (lastLine != null && margins.continues(lastLine, line, pageWidth, page != lastPage)) {
            append(line.text());
        } else {
            endParagraph();
            paragraphPlace = nextPlace();
            paragraph.append(line.text());
        }
        lastLine = line;
        lastPage = page;
    }

    /** Words of letters are parted by the line's end, ideographs and figures are not. */
    private void append(String text) {
        char before = paragraph.charAt(paragraph.length() - 1);
        char after = text.charAt(0);
        if (isLetter(before) && isLetter(after)) {
            paragraph.append(' ');
        }
        paragraph.append(text);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            blocks.add(new Paragraph(paragraph.toString(), paragraphPlace));
            paragraph.setLength(0);
        }
        lastLine = null;
    }

    private Grid grid(RuledTable table) {
        var rows = new ArrayList<GridRow>();
        var gridPlace = Place.page(page, count + 1);
        int next = 0;
        for (int row = 0; row < table.rows(); row++) {
            var place = nextPlace();
            var cells = new ArrayList<GridCell>();
            while (next < table.areas.size() && table.areas.get(next).row == row) {
                var area = table.areas.get(next++);
                cells.add(new GridCell(
                        CellText.of(area), area.column, area.endColumn - area.column, area.endRow - area.row, place));
            }
            rows.add(new GridRow(cells, place));
        }
        return new Grid(rows, true, gridPlace);
    }
}
