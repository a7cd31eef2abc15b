package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import gongkai.annualreport.document.Block.Paragraph;
import gongkai.annualreport.document.Block.Picture;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Collects what stands on the pages of a flowing document, top to bottom, with tables in tables to any depth. An opener says what
 * begins and ends; which tables are data and which only lay out the page is decided by {@link DraftTable}.
 */
final class Flow {
    private static final int MAX_ITEMS = 400_000;
    private static final int MAX_CHARACTERS = 24 << 20;
    private static final int MAX_NESTING = 60;

    private final List<Block> document = new ArrayList<>();
    private final Deque<List<Block>> targets = new ArrayDeque<>();
    private final Deque<DraftTable> tables = new ArrayDeque<>();
    private List<Block> target = document;
    private int items;
    private int characters;

    List<Block> blocks() {
        return document;
    }

    /** A paragraph; line breaks in it part it. */
    void paragraph(String text, Place place) throws UnreadableFileException {
        var from = 0;
        for (var at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
            add(new Paragraph(text.substring(from, at), place), at - from);
            from = at + 1;
        }
        add(new Paragraph(from == 0 ? text : text.substring(from), place), text.length() - from);
    }

    void picture(Place place) throws UnreadableFileException {
        add(new Picture(place), 0);
    }

    void all(List<Block> blocks) {
        target.addAll(blocks);
    }

    boolean inCell() {
        return !targets.isEmpty();
    }

    void beginTable(Place place) throws UnreadableFileException {
        if (tables.size() > MAX_NESTING) {
            throw new UnreadableFileException("表格嵌套过深，疑似恶意文件，已拒绝读取");
        }
        tables.push(new DraftTable(place));
    }

    void beginRow(Place place) throws UnreadableFileException {
        count(0);
        tables.getFirst().rows.add(new DraftTable.Row(place));
    }

    DraftTable.Cell beginCell(int column, Place place) throws UnreadableFileException {
        count(0);
        var cell = new DraftTable.Cell(column, place);
        row().cells.add(cell);
        divert(cell.content);
        return cell;
    }

    /** The row being filled. */
    DraftTable.Row row() {
        return tables.getFirst().rows.getLast();
    }

    void endCell() {
        restore();
    }

    void dropRow() {
        tables.getFirst().rows.removeLast();
    }

    void endTable() {
        target.addAll(tables.pop().blocks());
    }

    /** What follows goes to a list of its own, until {@link #restore}: a cell's content, a text box that floats beside the text. */
    void divert(List<Block> aside) {
        targets.push(target);
        target = aside;
    }

    void restore() {
        target = targets.pop();
    }

    private void add(Block block, int length) throws UnreadableFileException {
        count(length);
        target.add(block);
    }

    private void count(int length) throws UnreadableFileException {
        items++;
        characters += length;
        if (items > MAX_ITEMS || characters > MAX_CHARACTERS) {
            throw new UnreadableFileException("文件内容过多，不像一份年度报告，已拒绝读取");
        }
    }
}
