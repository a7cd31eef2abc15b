package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.HashMap;
import java.util.List;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.apache.poi.hwpf.usermodel.Range;
import org.apache.poi.hwpf.usermodel.Table;
import org.apache.poi.hwpf.usermodel.TableCell;

/** The main text of a doc file: paragraphs and tables in order, the cells of a table placed by the edges that the file states. */
final class DocBody {
    private final Range body;
    private final DocText text;
    private final Deadline deadline;
    private final Flow flow = new Flow();
    private Place place = Place.paragraph(1);
    private int places;

    DocBody(HWPFDocument word, Deadline deadline) {
        this.body = word.getRange();
        this.text = new DocText(word);
        this.deadline = deadline;
    }

    List<Block> read() throws UnreadableFileException {
        readRange(body, 0);
        return flow.blocks();
    }

    private void readRange(Range range, int level) throws UnreadableFileException {
        int count = range.numParagraphs();
        for (int i = 0; i < count; i++) {
            deadline.checkNow();
            var paragraph = range.getParagraph(i);
            if (paragraph.isInTable() && paragraph.getTableLevel() > level) {
                var table = range.getTable(paragraph);
                readTable(table, paragraph.getTableLevel());
                i += Math.max(1, table.numParagraphs()) - 1;
            } else if (!paragraph.isTableRowEnd()) {
                readParagraph(paragraph, level);
            }
        }
    }

    private void readParagraph(Paragraph paragraph, int level) throws UnreadableFileException {
        if (level == 0) {
            place = Place.paragraph(++places);
        }
        var line = text.of(paragraph);
        flow.paragraph(line, place);
        for (int i = 0; i < text.pictures(); i++) {
            flow.picture(place);
        }
    }

    private void readTable(Table table, int level) throws UnreadableFileException {
        var columns = DocColumns.of(table);
        var open = new HashMap<Integer, DraftTable.Cell>();
        flow.beginTable(Place.paragraph(places + 1));
        for (int i = 0; i < table.numRows(); i++) {
            deadline.checkNow();
            var row = table.getRow(i);
            if (level == 1) {
                place = Place.paragraph(++places);
            }
            flow.beginRow(place);
            var continued = new HashMap<Integer, DraftTable.Cell>();
            for (int c = 0; c < row.numCells(); ) {
                var cell = row.getCell(c);
                int end = c + 1;
                while (end < row.numCells()
                        && row.getCell(end).isMerged()
                        && !row.getCell(end).isFirstMerged()) {
                    end++;
                }
                int column = columns.isKnown() ? columns.at(cell.getLeftEdge()) : c;
                int endColumn = columns.isKnown() ? columns.after(row.getCell(end - 1), column) : end;
                var above = open.get(column);
                if (isContinued(cell) && above != null) {
                    above.rowSpan++;
                    continued.put(column, above);
                } else {
                    var drawn = flow.beginCell(column, place);
                    drawn.columnSpan = Math.max(1, endColumn - column);
                    readRange(cell, level);
                    flow.endCell();
                    continued.put(column, drawn);
                }
                c = end;
            }
            open = continued;
            flow.row().width = columns.isKnown() ? columns.count() : -1;
        }
        flow.endTable();
    }

    private static boolean isContinued(TableCell cell) {
        return cell.isVerticallyMerged() && !cell.isFirstVerticallyMerged();
    }
}
