package gongkai.annualreport.opening;

import gongkai.annualreport.UnreadableFileException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The cells of one sheet as a person sees them, with their rows and merges. */
final class XlsxSheet {
    private static final int MAX_CELLS = 400_000;
    private static final int MAX_MERGES = 20_000;
    private static final int LAST_COLUMN = 16_383;
    private static final int LAST_ROW = 1_048_576;

    /** @param bordered whether any side of it is ruled */
    record SheetCell(int column, String text, boolean bordered) {}

    /** @param number from 1, as the sheet shows it */
    record SheetRow(int number, boolean hidden, List<SheetCell> cells) {}

    /** Rows from 1, columns from 0, both ends included. */
    record Merge(int firstRow, int firstColumn, int lastRow, int lastColumn) {}

    final List<SheetRow> rows = new ArrayList<>();
    final List<Merge> merges = new ArrayList<>();
    final BitSet hiddenColumns = new BitSet();
    private final XMLStreamReader xml;
    private final List<String> strings;
    private final XlsxStyles styles;
    private int cells;

    XlsxSheet(XMLStreamReader xml, List<String> strings, XlsxStyles styles)
            throws XMLStreamException, UnreadableFileException {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "col" -> column();
                    case "row" -> row();
                    case "mergeCell" -> merge();
                    default -> {}
                }
            }
        }
    }

    private void column() {
        if (isTrue(Xml.attribute(xml, "hidden"))) {
            var first = Math.clamp(HtmlStyle.integer(String.valueOf(Xml.attribute(xml, "min")), 1), 1, LAST_COLUMN + 1);
            var last = Math.clamp(
                    HtmlStyle.integer(String.valueOf(Xml.attribute(xml, "max")), first), first, LAST_COLUMN + 1);
            hiddenColumns.set(first - 1, last);
        }
    }

    private void row() throws XMLStreamException, UnreadableFileException {
        var before = rows.isEmpty() ? 0 : rows.getLast().number();
        var stated = HtmlStyle.integer(String.valueOf(Xml.attribute(xml, "r")), 0);
        var number = stated > before && stated <= LAST_ROW ? stated : before + 1;
        var row = new SheetRow(number, isTrue(Xml.attribute(xml, "hidden")), new ArrayList<>());
        count();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("c")) {
                    cell(row);
                } else {
                    Xml.skip(xml);
                }
            }
        }
        rows.add(row);
    }

    private void cell(SheetRow row) throws XMLStreamException, UnreadableFileException {
        count();
        var before = row.cells().isEmpty() ? -1 : row.cells().getLast().column();
        var stated = columnOf(String.valueOf(Xml.attribute(xml, "r")));
        var column = stated > before && stated <= LAST_COLUMN ? stated : before + 1;
        var type = String.valueOf(Xml.attribute(xml, "t"));
        var style = HtmlStyle.integer(String.valueOf(Xml.attribute(xml, "s")), 0);
        String stored = null;
        String inline = null;
        String formula = null;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "v" -> stored = xml.getElementText();
                    case "is" -> inline = richText(xml);
                    case "f" -> formula = xml.getElementText();
                    default -> Xml.skip(xml);
                }
            }
        }
        String text;
        if (inline != null) {
            text = inline;
        } else if (stored == null || stored.isEmpty()) {
            // Never calculated: the formula at least says that the cell is not empty
            text = formula == null || formula.isBlank() ? "" : "=" + formula;
        } else {
            text = switch (type) {
                case "s" -> {
                    var index = HtmlStyle.integer(stored, -1);
                    yield index >= 0 && index < strings.size() ? strings.get(index) : "";
                }
                case "str", "e", "d" -> stored;
                case "b" -> stored.strip().equals("1") ? "TRUE" : "FALSE";
                default -> styles.show(stored.strip(), style);
            };
        }
        row.cells().add(new SheetCell(column, text, styles.isBordered(style)));
    }

    private void merge() throws UnreadableFileException {
        var reference = String.valueOf(Xml.attribute(xml, "ref")).split(":", 2);
        if (reference.length < 2) {
            return;
        }
        var merge = new Merge(rowOf(reference[0]), columnOf(reference[0]), rowOf(reference[1]), columnOf(reference[1]));
        if (merge.firstRow() > 0
                && merge.firstColumn() >= 0
                && merge.lastRow() >= merge.firstRow()
                && merge.lastColumn() >= merge.firstColumn()) {
            merges.add(merge);
        }
        if (merges.size() > MAX_MERGES) {
            throw tooMuch();
        }
    }

    private void count() throws UnreadableFileException {
        if (++cells > MAX_CELLS) {
            throw tooMuch();
        }
    }

    static UnreadableFileException tooMuch() {
        return new UnreadableFileException("表格内容过多，不像一份年度报告，已拒绝读取");
    }

    /** The text of a string item: its runs joined, phonetic guides left out. Ends at the item's end. */
    static String richText(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        for (var depth = 1; depth > 0; ) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    switch (xml.getLocalName()) {
                        case "t" -> text.append(xml.getElementText());
                        case "rPh", "rPr", "phoneticPr" -> Xml.skip(xml);
                        default -> depth++;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
        return unescaped(text.toString());
    }

    /** Excel writes control characters as {@code _x000D_}. */
    private static String unescaped(String text) {
        return text.contains("_x000")
                ? text.replace("_x000D_", "").replace("_x000A_", "\n").replace("_x0009_", "\t")
                : text;
    }

    private static boolean isTrue(@Nullable String value) {
        return "1".equals(value) || "true".equals(value);
    }

    private static int columnOf(String reference) {
        var column = 0;
        for (var i = 0;
                i < Math.min(4, reference.length()) && reference.charAt(i) >= 'A' && reference.charAt(i) <= 'Z';
                i++) {
            column = column * 26 + reference.charAt(i) - 'A' + 1;
        }
        return column - 1;
    }

    private static int rowOf(String reference) {
        var digits = 0;
        while (digits < reference.length() && !Character.isDigit(reference.charAt(digits))) {
            digits++;
        }
        return HtmlStyle.integer(reference.substring(digits), 0);
    }
}
