package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes down who contributed what to each cell of a merged report. */
public final class Contributions {
    /** The sheet's name. */
    public static final String SHEET = "来源";

    private static final List<String> HEADER = List.of("数据格", "键", "合计", "成员单位", "文件", "成员数值", "说明");

    private static final List<Integer> WIDTHS = List.of(60, 28, 12, 30, 40, 12, 24);
    /** A sheet holds a little more than a million rows; thousands of members go on in a next one. */
    private static final int ROWS = 1_000_000;
    /** Rows beyond these wait on disk. */
    private static final int ROWS_HELD = 100;

    private Contributions() {}

    /** The workbook with a further sheet, or several, one line for each cell and member. */
    public static byte[] asSheet(Merge.Merged merged, byte[] workbook) {
        try (var base = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var book = new SXSSFWorkbook(base, ROWS_HELD);
                var out = new ByteArrayOutputStream()) {
            int sheets = 1;
            var sheet = sheet(book, SHEET);
            int line = 1;
            for (var cell : merged.contributions().entrySet()) {
                var key = cell.getKey();
                var name = name(merged.report(), key);
                for (var contribution : cell.getValue()) {
                    if (line > ROWS) {
                        sheet = sheet(book, SHEET + ++sheets);
                        line = 1;
                    }
                    var row = sheet.createRow(line++);
                    texts(row, 0, List.of(name, key.toString()));
                    number(row, 2, merged.report().figure(key));
                    texts(row, 3, List.of(contribution.organ(), contribution.file()));
                    number(row, 5, contribution.value());
                    texts(row, 6, List.of(contribution.note()));
                }
            }
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sheet sheet(Workbook book, String name) {
        var sheet = book.createSheet(name);
        sheet.createFreezePane(0, 1);
        for (int column = 0; column < WIDTHS.size(); column++) {
            sheet.setColumnWidth(column, WIDTHS.get(column) * 256);
        }
        texts(sheet.createRow(0), 0, HEADER);
        return sheet;
    }

    private static String name(AnnualReport report, CellKey key) {
        var format = report.format();
        return format == null ? key.toString() : CellNames.of(format, key);
    }

    private static void texts(Row row, int from, List<String> texts) {
        for (int i = 0; i < texts.size(); i++) {
            row.createCell(from + i).setCellValue(texts.get(i));
        }
    }

    private static void number(Row row, int column, @Nullable BigDecimal value) {
        if (value != null) {
            row.createCell(column).setCellValue(value.doubleValue());
        }
    }

    /** The merged report as JSON with a field {@code contributions}: for each cell a list of organ, file, value and note. */
    public static byte[] asJson(Merge.Merged merged) {
        return ReportJson.pretty(merged.report(), out -> {
            out.writeObjectPropertyStart("contributions");
            merged.contributions().forEach((key, contributions) -> {
                out.writeArrayPropertyStart(key.toString());
                contributions.forEach(contribution -> json(out, contribution));
                out.writeEndArray();
            });
            out.writeEndObject();
        });
    }

    private static void json(JsonGenerator out, Contribution contribution) {
        out.writeStartObject();
        out.writeStringProperty("organ", contribution.organ());
        out.writeStringProperty("file", contribution.file());
        out.writeName("value");
        if (contribution.value() == null) {
            out.writeNull();
        } else {
            out.writeNumber(contribution.value());
        }
        if (!contribution.note().isEmpty()) {
            out.writeStringProperty("note", contribution.note());
        }
        out.writeEndObject();
    }
}
