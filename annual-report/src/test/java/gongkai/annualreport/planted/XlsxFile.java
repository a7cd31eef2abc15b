package gongkai.annualreport.planted;

import gongkai.annualreport.planted.Piece.Line;
import gongkai.annualreport.planted.Piece.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Draws workbooks. */
final class XlsxFile {
    private XlsxFile() {}

    enum Style {
        ONE_SHEET,
        /** A sheet for each table, the prose on the first. */
        SHEETS,
        /** Figures are numbers, not text, and the report begins below and to the right of A1. */
        NUMBERS
    }

    static byte[] draw(List<Piece> pieces, Style style) throws IOException {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet("年报");
            int left = style == Style.NUMBERS ? 1 : 0;
            int row = style == Style.NUMBERS ? 2 : 0;
            for (var piece : pieces) {
                if (piece instanceof Line line) {
                    if (style == Style.SHEETS && line.role() == Piece.Role.HEADING) {
                        sheet = book.createSheet("第" + (book.getNumberOfSheets()) + "部分");
                        row = 0;
                    }
                    sheet.createRow(row++).createCell(left).setCellValue(line.text());
                } else if (piece instanceof Table table) {
                    row = table(sheet, row, left, table, style) + 1;
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }

    private static int table(XSSFSheet sheet, int top, int left, Table table, Style style) {
        var positions = Piece.positions(table);
        for (int r = 0; r < positions.size(); r++) {
            var row = sheet.createRow(top + r);
            for (int c = 0; c < positions.get(r).size(); c++) {
                var at = positions.get(r).get(c);
                if (at == null || !at.begins(r, c)) {
                    continue;
                }
                var cell = row.createCell(left + c);
                var text = at.slot().text();
                if (style == Style.NUMBERS && at.slot().key() != null && text.matches("\\d+(\\.\\d+)?")) {
                    cell.setCellValue(Double.parseDouble(text));
                } else {
                    cell.setCellValue(text);
                }
                if (at.slot().columnSpan() * at.slot().rowSpan() > 1) {
                    sheet.addMergedRegion(new CellRangeAddress(
                            top + r,
                            top + r + at.slot().rowSpan() - 1,
                            left + c,
                            left + c + at.slot().columnSpan() - 1));
                }
            }
        }
        return top + positions.size();
    }
}
