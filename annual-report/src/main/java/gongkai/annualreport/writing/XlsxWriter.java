package gongkai.annualreport.writing;

import gongkai.annualreport.writing.LayoutTable.LayoutCell;
import gongkai.annualreport.writing.LayoutTable.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A workbook: the first sheet holds the text, a paragraph a row; each table has a sheet of its own. */
final class XlsxWriter {
    /** Excel keeps fifteen digits of a number; a longer one is written as text, to the last digit. */
    private static final int MOST_DIGITS = 15;

    private XlsxWriter() {}

    static byte[] write(OfficialLayout layout) {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Gongkai", null)) {
            if (!layout.title().isEmpty()) {
                workbook.properties().setTitle(layout.title());
            }
            workbook.setGlobalDefaultFont("宋体", 11);
            text(workbook.newWorksheet("年度报告"), layout);
            for (var block : layout.blocks()) {
                if (block instanceof LayoutBlock.Table table) {
                    table(workbook.newWorksheet(sheetName(table.table())), table.table());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String sheetName(LayoutTable table) {
        return table.name().split(" ", 2)[0];
    }

    private static void text(Worksheet sheet, OfficialLayout layout) {
        sheet.width(0, 100);
        int row = 0;
        for (var block : layout.blocks()) {
            switch (block) {
                case LayoutBlock.Title title -> {
                    line(sheet, row, title.text());
                    sheet.style(row++, 0)
                            .bold()
                            .fontSize(18)
                            .horizontalAlignment("center")
                            .wrapText(true)
                            .set();
                }
                case LayoutBlock.PublicationLine line -> {
                    line(sheet, row, line.text());
                    sheet.style(row++, 0).horizontalAlignment("center").set();
                }
                case LayoutBlock.Heading heading -> {
                    line(sheet, row, heading.text());
                    sheet.style(row++, 0)
                            .bold()
                            .fontName("黑体")
                            .fontSize(14)
                            .wrapText(true)
                            .set();
                }
                case LayoutBlock.SubHeading heading -> {
                    line(sheet, row, heading.text());
                    sheet.style(row++, 0)
                            .fontName("楷体")
                            .fontSize(12)
                            .wrapText(true)
                            .set();
                }
                case LayoutBlock.Paragraph paragraph -> {
                    line(sheet, row, paragraph.text());
                    sheet.style(row++, 0)
                            .fontName("仿宋")
                            .fontSize(12)
                            .wrapText(true)
                            .verticalAlignment("top")
                            .set();
                }
                case LayoutBlock.Signature line -> {
                    line(sheet, row, line.text());
                    sheet.style(row++, 0)
                            .fontName("仿宋")
                            .fontSize(12)
                            .horizontalAlignment("right")
                            .set();
                }
                case LayoutBlock.Table ignored -> {}
            }
        }
        sheet.fitToWidth((short) 1);
        sheet.paperSize(PaperSize.A4_PAPER);
    }

    /** Rows grow with their text where the program does not do so by itself. */
    private static void line(Worksheet sheet, int row, String text) {
        sheet.value(row, 0, text);
        double lines = Math.ceil(
                text.codePoints().map(character -> character < 0x80 ? 1 : 2).sum() / 82.0);
        if (lines > 1) {
            sheet.rowHeight(row, Math.min(400, lines * 16.5 + 4));
        }
    }

    private static void table(Worksheet sheet, LayoutTable table) {
        for (int column = 0; column < table.columns(); column++) {
            sheet.width(column, Math.max(9, table.columnWidths().get(column) * 0.12));
        }
        table.rows().stream().flatMap(List::stream).forEach(cell -> cell(sheet, cell));
        if (table.headerRows() > 0) {
            sheet.repeatRows(0, table.headerRows() - 1);
            sheet.freezePane(0, table.headerRows());
        }
        sheet.pageOrientation("landscape");
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.fitToWidth((short) 1);
    }

    private static void cell(Worksheet sheet, LayoutCell cell) {
        int bottom = cell.row() + cell.rowSpan() - 1;
        int right = cell.column() + cell.columnSpan() - 1;
        var number = cell.number();
        var style = sheet.range(cell.row(), cell.column(), bottom, right)
                .style()
                .borderStyle(BorderStyle.THIN)
                .verticalAlignment("center")
                .horizontalAlignment(cell.role() == Role.ROW_LABEL && cell.rowSpan() == 1 ? "left" : "center")
                .wrapText(true);
        if (number != null && isExact(number)) {
            sheet.value(cell.row(), cell.column(), number);
            style.format(number.scale() <= 0 ? "0" : "0." + "0".repeat(number.scale()));
        } else if (!cell.text().isEmpty()) {
            sheet.value(cell.row(), cell.column(), cell.text());
        }
        style.set();
        if (bottom > cell.row() || right > cell.column()) {
            sheet.range(cell.row(), cell.column(), bottom, right).merge();
        }
    }

    /** Whether a program that reads the number back, as a double, sees the same text. */
    private static boolean isExact(BigDecimal number) {
        return number.precision() <= MOST_DIGITS
                && new BigDecimal(String.valueOf(number.doubleValue())).compareTo(number) == 0
                && (number.scale() == 0 || number.stripTrailingZeros().scale() == number.scale());
    }
}
