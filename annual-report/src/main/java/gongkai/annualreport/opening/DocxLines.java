package gongkai.annualreport.opening;

import gongkai.annualreport.Place;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.document.Block;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The paragraphs being read of a docx file, those of a text box inside the one it is anchored in: what a person sees of their runs. */
final class DocxLines {
    /** A paragraph being read. */
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
    private final Flow flow;
    private final ListLabels labels;
    private final Deque<Line> outer = new ArrayDeque<>();
    private final Deque<Boolean> placeholders = new ArrayDeque<>();
    private Line line = new Line();
    private Place place = Place.paragraph(1);
    private int places;
    private boolean hiddenRun;

    DocxLines(XMLStreamReader xml, Flow flow, ListLabels labels) {
        this.xml = xml;
        this.flow = flow;
        this.labels = labels;
    }

    Place place() {
        return place;
    }

    Place nextPlace() {
        return Place.paragraph(places + 1);
    }

    void moveOn() {
        place = Place.paragraph(++places);
    }

    /** Whether a person sees what comes next. */
    boolean visible() {
        return !hiddenRun && !line.fields.contains(true) && !placeholders.contains(true);
    }

    void append(String text) {
        line.text.append(text);
    }

    void appendVisible(String text) {
        if (visible()) {
            append(text);
        }
    }

    void picture() throws UnreadableFileException {
        flow.divert(line.floating);
        flow.picture(place);
        flow.restore();
    }

    void field(@Nullable String type) {
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

    void paragraphProperties() throws XMLStreamException {
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

    /** Between two runs nothing is hidden. */
    void run() {
        hiddenRun = false;
    }

    void runProperties() throws XMLStreamException {
        boolean before = hiddenRun;
        Xml.inside(xml, name -> {
            if (name.equals("vanish")) {
                hiddenRun = before || Xml.isOn(xml);
            }
            return !name.equals("rPrChange");
        });
    }

    void beginContentControl() {
        placeholders.push(false);
    }

    /** An unfilled control shows a prompt such as 单击此处输入文字, which is no content. */
    void contentControlProperties() throws XMLStreamException {
        Xml.inside(xml, name -> {
            if (name.equals("showingPlcHdr") && Xml.isOn(xml)) {
                placeholders.poll();
                placeholders.push(true);
            }
            return true;
        });
    }

    void endContentControl() {
        placeholders.poll();
    }

    void end() throws UnreadableFileException {
        line.fields.clear();
        if (!line.joinsNext) {
            flow.paragraph(line.text.toString(), place);
            line.text.setLength(0);
        }
        line.joinsNext = false;
        flow.all(line.floating);
        line.floating.clear();
    }

    /** Puts down the text left over from a paragraph whose end mark was deleted, with nothing following to join. */
    void endLeftOver() throws UnreadableFileException {
        if (!line.text.isEmpty()) {
            flow.paragraph(line.text.toString(), place);
            line.text.setLength(0);
        }
    }

    void beginTextBox() {
        outer.push(line);
        flow.divert(line.floating);
        line = new Line();
    }

    boolean inTextBox() {
        return !outer.isEmpty();
    }

    void endTextBox() throws UnreadableFileException {
        endLeftOver();
        flow.restore();
        line = outer.pop();
    }
}
