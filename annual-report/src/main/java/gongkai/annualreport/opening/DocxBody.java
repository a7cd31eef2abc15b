package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.ArrayDeque;
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

    private final XMLStreamReader xml;
    private final Flow flow = new Flow();
    private final DocxTables tables;
    private final DocxLines lines;
    private final Deque<Boolean> choiceTaken = new ArrayDeque<>();
    private boolean inText;
    private boolean bigDrawing;
    private @Nullable String wordNamespace;

    DocxBody(XMLStreamReader xml, ListLabels labels) {
        this.xml = xml;
        tables = new DocxTables(xml, flow);
        lines = new DocxLines(xml, flow, labels);
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
                        lines.append(xml.getText().replace('\n', ' '));
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
            case "t" -> inText = lines.visible();
            case "p" -> {
                if (!tables.inCell()) {
                    lines.moveOn();
                }
            }
            case "r" -> lines.run();
            case "pPr" -> lines.paragraphProperties();
            case "rPr" -> lines.runProperties();
            case "tab", "ptab" -> lines.appendVisible("\t");
            case "br", "cr" -> lines.appendVisible("\n");
            case "noBreakHyphen" -> lines.appendVisible("-");
            case "sym" -> lines.appendVisible(Symbols.text(Xml.attribute(xml, "font"), Xml.attribute(xml, "char")));
            case "tbl" -> {
                lines.endLeftOver();
                tables.begin(lines.nextPlace());
            }
            case "tr" -> {
                if (tables.isOutermost()) {
                    lines.moveOn();
                }
                tables.beginRow(lines.place());
            }
            case "trPr" -> tables.rowProperties();
            case "tc" -> tables.beginCell(lines.place());
            case "tcPr" -> tables.cellProperties();
            case "fldChar" -> lines.field(Xml.attribute(xml, "fldCharType"));
            case "txbxContent" -> {
                lines.beginTextBox();
                tables.beginTextBox();
            }
            case "drawing", "pict", "object" -> bigDrawing = false;
            case "sdt" -> lines.beginContentControl();
            case "sdtPr" -> lines.contentControlProperties();
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
            case "r" -> lines.run();
            case "p" -> lines.end();
            case "tc" -> {
                if (tables.inCell()) {
                    lines.endLeftOver();
                    tables.endCell();
                }
            }
            case "tr" -> tables.endRow();
            case "tbl" -> tables.end();
            case "txbxContent" -> {
                if (lines.inTextBox()) {
                    lines.endTextBox();
                    tables.endTextBox();
                }
            }
            case "sdt" -> lines.endContentControl();
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
                    lines.picture();
                }
            }
            // Mathematics: figures typed as formulas
            case "t" ->
                inText =
                        lines.visible() && String.valueOf(xml.getNamespaceURI()).endsWith("/math");
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
}
