package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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

        @Nullable
        String style;

        @Nullable
        String list;

        @Nullable
        String level;
    }

    private final XMLStreamReader xml;
    private final ListLabels labels;
    private final Flow flow = new Flow();
    private final Deque<Line> outer = new ArrayDeque<>();
    private final DocxTables tables;
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
        tables = new DocxTables(xml, flow);
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
                if (!tables.inCell()) {
                    place = Place.paragraph(++places);
                }
            }
            case "r" -> hiddenRun = false;
            case "pPr" -> paragraphProperties();
            case "rPr" -> runProperties();
            case "tab", "ptab" -> append("\t");
            case "br", "cr" -> append("\n");
            case "noBreakHyphen" -> append("-");
            case "sym" -> append(Symbols.text(Xml.attribute(xml, "font"), Xml.attribute(xml, "char")));
            case "tbl" -> {
                endLine();
                tables.begin(Place.paragraph(places + 1));
            }
            case "tr" -> beginRow();
            case "trPr" -> tables.rowProperties();
            case "tc" -> tables.beginCell(place);
            case "tcPr" -> tables.cellProperties();
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
            case "tc" -> {
                if (tables.inCell()) {
                    endLine();
                    tables.endCell();
                }
            }
            case "tr" -> tables.endRow();
            case "tbl" -> tables.end();
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
            case "extent" -> bigDrawing |= isBig(Xml.number(xml, "cx", 0), Xml.number(xml, "cy", 0));
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
        line.style = null;
        line.list = null;
        line.level = null;
        line.joinsNext = false;
        Xml.inside(xml, name -> {
            switch (name) {
                case "pStyle" -> line.style = Xml.attribute(xml, "val");
                case "numId" -> line.list = Xml.attribute(xml, "val");
                case "ilvl" -> line.level = Xml.attribute(xml, "val");
                case "del", "moveFrom" -> line.joinsNext = true;
                case "pPrChange", "rPrChange", "sectPr", "tabs" -> {
                    return false;
                }
                default -> {}
            }
            return true;
        });
        line.text.append(labels.next(line.style, line.list, line.level));
    }

    private void runProperties() throws XMLStreamException {
        boolean before = hiddenRun;
        Xml.inside(xml, name -> {
            if (name.equals("vanish")) {
                hiddenRun = before || Xml.isOn(xml);
            }
            return !name.equals("rPrChange");
        });
    }

    /** An unfilled control shows a prompt such as 单击此处输入文字, which is no content. */
    private void contentControlProperties() throws XMLStreamException {
        Xml.inside(xml, name -> {
            if (name.equals("showingPlcHdr") && Xml.isOn(xml)) {
                placeholders.poll();
                placeholders.push(true);
            }
            return true;
        });
    }

    private void beginRow() throws UnreadableFileException {
        if (tables.isOutermost()) {
            place = Place.paragraph(++places);
        }
        tables.beginRow(place);
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
        tables.beginTextBox();
    }

    private void endTextBox() throws UnreadableFileException {
        if (!outer.isEmpty()) {
            endLine();
            tables.endTextBox();
            flow.restore();
            line = outer.pop();
        }
    }
}
