package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The main part of a docx file, read once from front to back: what a person sees of it, tracked changes taken as accepted. */
final class DocxBody {
    private static final String TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private static final long EMU_PER_POINT = 12_700;

    /** A paragraph being read; a text box anchored in it begins paragraphs of its own. */
    private static final class Line {
        final StringBuilder text = new StringBuilder();
        final List<Block> floating = new ArrayList<>();
        /** The fields open in this paragraph: true while in the instruction, which nobody sees. */
        final Deque<Boolean> fields = new ArrayDeque<>();

        boolean joinsNext;
    }

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
    private final ListLabels labels;
    private final Flow flow = new Flow();
    private final Deque<Line> outer = new ArrayDeque<>();
    private final Deque<Merges> tables = new ArrayDeque<>();
    private final Deque<Boolean> choiceTaken = new ArrayDeque<>();
    private final Deque<Boolean> placeholders = new ArrayDeque<>();
    private Line line = new Line();
    private Place place = Place.paragraph(1);
    private int places;
    private boolean inText;
    private boolean hiddenRun;
    private boolean bigDrawing;
    private @Nullable String wordNamespace;

    DocxBody(XMLStreamReader xml, ListLabels labels) {
        this.xml = xml;
        this.labels = labels;
    }

    List<Block> read() throws XMLStreamException, UnreadableFileException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (isWord(xml.getNamespaceURI())) {
                        startWord(xml.getLocalName());
                    } else {
                        startOther(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (isWord(xml.getNamespaceURI())) {
                        endWord(xml.getLocalName());
                    } else {
                        endOther(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> {
                    if (inText) {
                        line.text.append(xml.getText().replace('\n', ' '));
                    }
                }
                default -> {}
            }
        }
        return flow.blocks();
    }

    private boolean isWord(@Nullable String namespace) {
        if (namespace == null) {
            return false;
        }
        if (namespace == wordNamespace) {
            return true;
        }
        if (namespace.equals(TRANSITIONAL) || namespace.equals(STRICT)) {
            wordNamespace = namespace;
            return true;
        }
        return false;
    }

    private void startWord(String name) throws XMLStreamException, UnreadableFileException {
        switch (name) {
            case "t" -> inText = visible();
            case "p" -> {
                if (tables.isEmpty() || tables.getFirst().cell == null) {
                    place = Place.paragraph(++places);
                }
            }
            case "r" -> hiddenRun = false;
            case "pPr" -> paragraphProperties();
            case "rPr" -> hiddenRun |= runIsHidden();
            case "tab", "ptab" -> append("\t");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "sym" -> append(Symbols.text(Xml.attribute(xml, "font"), Xml.attribute(xml, "char")));
            case "tbl" -> {
                endLine();
                flow.beginTable(Place.paragraph(places + 1));
                tables.push(new Merges());
            }
            case "tr" -> beginRow();
            case "trPr" -> rowProperties();
            case "tc" -> beginCell();
            case "tcPr" -> cellProperties();
            case "fldChar" -> field(Xml.attribute(xml, "fldCharType"));
            case "txbxContent" -> beginTextBox();
            case "drawing", "pict", "object" -> bigDrawing = false;
            case "sdt" -> placeholders.push(false);
            case "sdtPr" -> contentControlProperties();
            case "tblPr",
                    "tblGrid",
                    "tblPrEx",
                    "sectPr",
                    "sdtEndPr",
                    "instrText",
                    "delText",
                    "delInstrText",
                    "del",
                    "moveFrom",
                    "rt",
                    "fldData" -> Xml.skip(xml);
            default -> {}
        }
    }

    private void endWord(String name) throws UnreadableFileException {
        switch (name) {
            case "t" -> inText = false;
            case "r" -> hiddenRun = false;
            case "p" -> endParagraph();
            case "tc" -> endCell();
            case "tr" -> endRow();
            case "tbl" -> {
                if (!tables.isEmpty()) {
                    tables.pop();
                    flow.endTable();
                }
            }
            case "txbxContent" -> endTextBox();
            case "sdt" -> placeholders.poll();
            default -> {}
        }
    }

    private void startOther(String name) throws XMLStreamException, UnreadableFileException {
        switch (name) {
            case "AlternateContent" -> choiceTaken.push(false);
            case "Choice", "Fallback" -> {
                // The branches are the same content for newer and older programs
                if (Boolean.TRUE.equals(choiceTaken.peek())) {
                    Xml.skip(xml);
                } else if (!choiceTaken.isEmpty()) {
                    choiceTaken.pop();
                    choiceTaken.push(true);
                }
            }
            case "extent" -> bigDrawing |= isBig(number("cx", 0), number("cy", 0));
            case "shape", "rect" -> {
                var style = Xml.attribute(xml, "style");
                bigDrawing |= style != null && isBig(Symbols.emu(style, "width"), Symbols.emu(style, "height"));
            }
            case "blip", "imagedata" -> {
                if (bigDrawing) {
                    bigDrawing = false;
                    flow.divert(line.floating);
                    flow.picture(place);
                    flow.restore();
                }
            }
            // Mathematics: figures typed as formulas
            case "t" ->
                inText = visible() && String.valueOf(xml.getNamespaceURI()).endsWith("/math");
            default -> {}
        }
    }

    private void endOther(String name) {
        switch (name) {
            case "AlternateContent" -> choiceTaken.poll();
            case "t" -> inText = false;
            default -> {}
        }
    }

    /** Large enough for a table or a page of text; seals, icons and signatures are smaller. */
    private static boolean isBig(long width, long height) {
        return width >= 170 * EMU_PER_POINT && height >= 55 * EMU_PER_POINT;
    }

    private boolean visible() {
        return !hiddenRun && !line.fields.contains(true) && !placeholders.contains(true);
    }

    private void append(String text) {
        if (visible()) {
            line.text.append(text);
        }
    }

    private void field(@Nullable String type) {
        switch (String.valueOf(type)) {
            case "begin" -> line.fields.push(true);
            case "separate" -> {
                if (line.fields.poll() != null) {
                    line.fields.push(false);
                }
            }
            case "end" -> line.fields.poll();
            default -> {}
        }
    }

    private void paragraphProperties() throws XMLStreamException {
        String style = null;
        String list = null;
        String level = null;
        line.joinsNext = false;
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "pStyle" -> style = Xml.attribute(xml, "val");
                        case "numId" -> list = Xml.attribute(xml, "val");
                        case "ilvl" -> level = Xml.attribute(xml, "val");
                        case "del", "moveFrom" -> line.joinsNext = true;
                        case "pPrChange", "rPrChange", "sectPr", "tabs" -> {
                            Xml.skip(xml);
                            depth--;
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        line.text.append(labels.next(style, list, level));
    }

    private boolean runIsHidden() throws XMLStreamException {
        var hidden = false;
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "vanish" -> hidden = isOn(Xml.attribute(xml, "val"));
                        case "rPrChange" -> {
                            Xml.skip(xml);
                            depth--;
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        return hidden;
    }

    private static boolean isOn(@Nullable String value) {
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off"));
    }

    /** An unfilled control shows a prompt such as 单击此处输入文字, which is no content. */
    private void contentControlProperties() throws XMLStreamException {
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (xml.getLocalName().equals("showingPlcHdr") && isOn(Xml.attribute(xml, "val"))) {
                        placeholders.poll();
                        placeholders.push(true);
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void endParagraph() throws UnreadableFileException {
        line.fields.clear();
        if (!line.joinsNext) {
            flow.paragraph(line.text.toString(), place);
            line.text.setLength(0);
        }
        line.joinsNext = false;
        flow.all(line.floating);
        line.floating.clear();
    }

    /** Text left over from a paragraph whose end mark was deleted, with nothing following to join. */
    private void endLine() throws UnreadableFileException {
        if (!line.text.isEmpty()) {
            flow.paragraph(line.text.toString(), place);
            line.text.setLength(0);
        }
    }

    private void beginTextBox() {
        outer.push(line);
        flow.divert(line.floating);
        line = new Line();
        tables.push(new Merges());
    }

    private void endTextBox() throws UnreadableFileException {
        if (!outer.isEmpty()) {
            endLine();
            tables.pop();
            flow.restore();
            line = outer.pop();
        }
    }

    private void beginRow() throws UnreadableFileException {
        if (tables.isEmpty()) {
            return;
        }
        var table = tables.getFirst();
        table.column = 0;
        table.gridAfter = 0;
        table.dropped = false;
        table.here = new HashMap<>();
        if (tables.size() == 1) {
            place = Place.paragraph(++places);
        }
        flow.beginRow(place);
    }

    private void rowProperties() throws XMLStreamException {
        var table = tables.getFirst();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "gridBefore" -> table.column = number("val", 0);
                        case "gridAfter" -> table.gridAfter = number("val", 0);
                        case "hidden" -> table.dropped |= isOn(Xml.attribute(xml, "val"));
                        case "del" -> table.dropped = true;
                        case "trPrChange" -> {
                            Xml.skip(xml);
                            depth--;
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void beginCell() throws UnreadableFileException {
        var table = tables.getFirst();
        table.continues = false;
        table.continuesLeft = false;
        table.cell = flow.beginCell(table.column, place);
    }

    private void cellProperties() throws XMLStreamException {
        var table = tables.getFirst();
        var cell = table.cell;
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    switch (xml.getLocalName()) {
                        case "gridSpan" -> {
                            if (cell != null) {
                                cell.columnSpan = Math.clamp(number("val", 1), 1, 1000);
                            }
                        }
                        case "vMerge" -> {
                            table.continues = !"restart".equals(Xml.attribute(xml, "val"));
                            if (!table.continues && cell != null) {
                                table.here.put(table.column, cell);
                            }
                        }
                        case "hMerge" -> table.continuesLeft = !"restart".equals(Xml.attribute(xml, "val"));
                        case "tcPrChange" -> {
                            Xml.skip(xml);
                            depth--;
                        }
                        default -> {}
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void endCell() throws UnreadableFileException {
        if (tables.isEmpty() || tables.getFirst().cell == null) {
            return;
        }
        endLine();
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

    private void endRow() {
        if (tables.isEmpty()) {
            return;
        }
        var table = tables.getFirst();
        if (table.dropped) {
            flow.dropRow();
            return;
        }
        flow.row().width = table.column + table.gridAfter;
        table.above = table.here;
    }

    private int number(String attribute, int otherwise) {
        var value = Xml.attribute(xml, attribute);
        try {
            return value == null ? otherwise : Math.toIntExact(Math.clamp(Long.parseLong(value.strip()), 0, 1 << 28));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
