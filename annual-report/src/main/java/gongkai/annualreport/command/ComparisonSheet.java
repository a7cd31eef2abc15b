package gongkai.annualreport.command;

import gongkai.annualreport.merging.Comparison;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A comparison as a workbook, one sheet for each of its tables. */
final class ComparisonSheet {
    private ComparisonSheet() {}

    static byte[] write(Comparison comparison) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "Gongkai", "1.0")) {
            for (var table : ComparisonTable.of(comparison)) {
                var sheet = book.newWorksheet(table.title());
                row(sheet, 0, table.header());
                sheet.style(0, 0).bold().set();
                for (int i = 0; i < table.rows().size(); i++) {
                    row(sheet, i + 1, table.rows().get(i));
                }
                sheet.width(0, 60);
                sheet.freezePane(0, 1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }
}
