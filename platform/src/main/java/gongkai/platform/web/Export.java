package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.View;

/**
 * A list as a file, CSV or XLSX. A cell that a spreadsheet would take for a formula is written as text.
 *
 * <p>Whoever makes one writes the log entry about it first.
 *
 * @param kind {@code csv} or {@code xlsx}
 * @param name the name of the file, without ending
 * @param rows all rows; closed when written
 */
public record Export<T>(String kind, String name, List<Column<T>> columns, Stream<T> rows) implements View {
    private static final String FORMULA = "=+-@\t\r＝＋－＠";
    private static final int WIDTH = 20;

    /** The list as the file asked for. @throws Refusal when that is no kind of file we write */
    public static <T> Export<T> of(String kind, String name, List<Column<T>> columns, Stream<T> rows) {
        if (!kind.equals("csv") && !kind.equals("xlsx")) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "只能导出 CSV 或 XLSX 文件");
        }
        return new Export<>(kind, name, columns, rows);
    }

    @Override
    public void render(@Nullable Map<String, ?> ignored, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setContentType(
                kind.equals("csv")
                        ? "text/csv;charset=UTF-8"
                        : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name + "." + kind, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        write(response.getOutputStream());
    }

    /** Writes the file, once. */
    public void write(OutputStream out) throws IOException {
        try (var all = rows) {
            write(all, out);
        }
    }

    private void write(Stream<T> all, OutputStream out) throws IOException {
        if (kind.equals("csv")) {
            csv(all, out);
        } else {
            xlsx(all, out);
        }
    }

    private void csv(Stream<T> all, OutputStream out) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        writer.write('\uFEFF');
        line(writer, columns.stream().map(Column::title).toList());
        for (var rest = all.iterator(); rest.hasNext(); ) {
            var row = rest.next();
            line(
                    writer,
                    columns.stream()
                            .map(column -> text(column.value().apply(row)))
                            .toList());
        }
        writer.flush();
    }

    private static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                writer.write(',');
            }
            var cell = cells.get(i);
            if (cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
                writer.write('"' + cell.replace("\"", "\"\"") + '"');
            } else {
                writer.write(cell);
            }
        }
        writer.write("\r\n");
    }

    private void xlsx(Stream<T> all, OutputStream out) throws IOException {
        try (var book = new Workbook(out, "Gongkai", "1.0")) {
            var sheet = book.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
            sheet.freezePane(0, 1);
            for (int c = 0; c < columns.size(); c++) {
                sheet.value(0, c, columns.get(c).title());
                sheet.style(0, c).bold().set();
                sheet.width(c, WIDTH);
            }
            int r = 1;
            for (var rest = all.iterator(); rest.hasNext(); r++) {
                var row = rest.next();
                for (int c = 0; c < columns.size(); c++) {
                    cell(sheet, r, c, columns.get(c).value().apply(row));
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Number number -> sheet.value(row, column, number);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            default -> sheet.value(row, column, text(value));
        }
    }

    /** A cell as text. A number may begin with a minus; any other text that looks like a formula gets an apostrophe before it. */
    static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean yes -> yes ? "是" : "否";
            case Instant time -> Day.minute(time);
            default -> {
                var text = value.toString();
                yield !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            }
        };
    }
}
