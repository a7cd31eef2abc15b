package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The tables being read of a docx file, one in the other: puts cells that were merged together again. */
final class DocxTables {
    private static final int MAX_COLUMNS = 1000;

    /** A table being read: which cell merges are open, by their first column. */
    private static final class Merges {
        Map<Integer, DraftTable.Cell> above = new HashMap<>();
        Map<Integer, DraftTable.Cell> here = new HashMap<>();
        DraftTable.@Nullable Cell cell;
        int column;
        int gridAfter;
        boolean continues;
        boolean continuesLeft;
        boolean dropped;
    }

    private final XMLStreamReader xml;
    private final Flow flow;
    private final Deque<Merges> tables = new ArrayDeque<>();

    DocxTables(XMLStreamReader xml, Flow flow) {
        this.xml = xml;
        this.flow = flow;
    }

    boolean inCell() {
        var table = tables.peek();
        return table != null && table.cell != null;
    }

    boolean isOutermost() {
        return tables.size() == 1;
    }

    void begin(Place place) throws UnreadableFileException {
        flow.beginTable(place);
        tables.push(new Merges());
    }

    void end() {
        if (!tables.isEmpty()) {
            tables.pop();
            flow.endTable();
        }
    }

    /** What stands in a text box is in no cell of the table around it. */
    void beginTextBox() {
        tables.push(new Merges());
    }

    void endTextBox() {
        tables.pop();
    }

    void beginRow(Place place) throws UnreadableFileException {
        var table = tables.peek();
        if (table != null) {
            table.column = 0;
            table.gridAfter = 0;
            table.dropped = false;
            table.here = new HashMap<>();
            flow.beginRow(place);
        }
    }

    void rowProperties() throws XMLStreamException {
        var table = tables.getFirst();
        Xml.inside(xml, name -> {
            switch (name) {
                case "gridBefore" -> table.column = Xml.number(xml, "val", 0);
                case "gridAfter" -> table.gridAfter = Xml.number(xml, "val", 0);
                case "hidden" -> table.dropped |= Xml.isOn(xml);
                case "del" -> table.dropped = true;
                default -> {}
            }
            return !name.equals("trPrChange");
        });
    }

    void beginCell(Place place) throws UnreadableFileException {
        var table = tables.getFirst();
        table.continues = false;
        table.continuesLeft = false;
        table.cell = flow.beginCell(table.column, place);
    }

    void cellProperties() throws XMLStreamException {
        var table = tables.getFirst();
        var cell = table.cell;
        Xml.inside(xml, name -> {
            switch (name) {
                case "gridSpan" -> {
                    if (cell != null) {
                        cell.columnSpan = Math.clamp(Xml.number(xml, "val", 1), 1, MAX_COLUMNS);
                    }
                }
                case "vMerge" -> {
                    table.continues = !"restart".equals(Xml.attribute(xml, "val"));
                    if (!table.continues && cell != null) {
                        table.here.put(table.column, cell);
                    }
                }
                case "hMerge" -> table.continuesLeft = !"restart".equals(Xml.attribute(xml, "val"));
                default -> {}
            }
            return !name.equals("tcPrChange");
        });
    }

    /** To be asked only {@link #inCell}. */
    void endCell() {
        flow.endCell();
        var table = tables.getFirst();
        var cell = table.cell;
        table.cell = null;
        if (cell == null || table.dropped) {
            return;
        }
        var cells = flow.row().cells;
        if (table.continuesLeft && cells.size() > 1) {
            cells.removeLast();
            cells.getLast().columnSpan += cell.columnSpan;
        } else if (table.continues) {
            var above = table.above.get(table.column);
            if (above != null) {
                above.rowSpan++;
                cells.removeLast();
                table.here.put(table.column, above);
            }
        }
        table.column += cell.columnSpan;
    }

    void endRow() {
        var table = tables.peek();
        if (table == null) {
            return;
        }
        if (table.dropped) {
            flow.dropRow();
            return;
        }
        flow.row().width = table.column + table.gridAfter;
        table.above = table.here;
    }
}
