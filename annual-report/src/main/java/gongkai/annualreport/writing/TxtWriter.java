package gongkai.annualreport.writing;

import gongkai.annualreport.writing.LayoutTable.LayoutCell;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Plain text, the shape a Word file takes when it is saved as text: a paragraph a line with an empty line between, a table row a line
 * with tabs between its cells. A tab stands for each label merged with the row above; a label that reaches over several columns is
 * written once, so the values follow right after the last label.
 */
final class TxtWriter {
    private TxtWriter() {}

    static byte[] write(OfficialLayout layout) {
        return layout.blocks().stream()
                .map(TxtWriter::block)
                .collect(Collectors.joining("\n\n", "", "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String block(LayoutBlock block) {
        return switch (block) {
            case LayoutBlock.Title title -> title.text();
            case LayoutBlock.PublicationLine line -> line.text();
            case LayoutBlock.Heading heading -> heading.text();
            case LayoutBlock.SubHeading heading -> heading.text();
            case LayoutBlock.Paragraph paragraph -> paragraph.text();
            case LayoutBlock.Signature line -> line.text();
            case LayoutBlock.Table table -> table(table.table());
        };
    }

    private static String table(LayoutTable table) {
        return IntStream.range(0, table.rows().size())
                .mapToObj(row -> row(table, row))
                .collect(Collectors.joining("\n"));
    }

    private static String row(LayoutTable table, int row) {
        var line = new StringBuilder();
        boolean first = true;
        for (int column = 0; column < table.columns(); ) {
            var cell = at(table, row, column);
            if (!first) {
                line.append('\t');
            }
            if (cell.row() == row) {
                line.append(cell.text().replaceAll("[\\t\\n\\r]", " "));
            }
            first = false;
            column = cell.column() + cell.columnSpan();
        }
        return line.toString();
    }

    private static LayoutCell at(LayoutTable table, int row, int column) {
        return table.rows().subList(0, row + 1).reversed().stream()
                .flatMap(cells -> cells.stream())
                .filter(cell -> cell.covers(row, column))
                .findFirst()
                .orElseThrow();
    }
}
