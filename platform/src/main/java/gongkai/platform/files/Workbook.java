package gongkai.platform.files;

import gongkai.platform.web.CleanText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** Reads the first sheet of an XLSX file somebody uploaded, whoever made it. */
public final class Workbook {
    /** Bytes of a workbook, unpacked: several times what a register of ours needs. */
    private static final long LARGEST_UNPACKED = 48L << 20;

    private static final int MOST_COLUMNS = 100;
    private static final int MOST_DIGITS = 100;
    private static final int DIGITS_OF_A_DAY = 7;
    private static final String DAMAGED = "这个 XLSX 文件已损坏或格式不对，请用表格软件打开后另存一次，再重新导入";

    /** Day 0 of a spreadsheet's count of days. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /** Without the formats of cells a day is a number like any other. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private Workbook() {}

    /** The file cannot be read; the message is Chinese, for the person. */
    public static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }

    /** The text of all cells, row by row; days as 2026-03-02. */
    public static List<List<String>> lines(byte[] content, int mostRows) throws UnreadableException {
        try {
            requireReasonable(content);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException(DAMAGED);
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            for (var all = rows.iterator(); all.hasNext(); ) {
                var row = all.next();
                if (row.getRowNum() > mostRows + MOST_COLUMNS) {
                    throw new UnreadableException("表格超过 " + mostRows + " 行，请分成几个文件");
                }
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(cells(row));
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            // The reader takes a workbook for what it should be and fails in any way where it is not.
            throw new UnreadableException(DAMAGED);
        }
    }

    /** Unpacks it once and keeps nothing: what an archive says of its own size may be a lie. */
    private static void requireReasonable(byte[] content) throws UnreadableException, IOException {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var unpacked = zip.getInputStream(entry)) {
                    for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                        size += read;
                        if (size > LARGEST_UNPACKED) {
                            throw new UnreadableException("这个 XLSX 文件解开后过大，请只保留要导入的一张表，或分成几个文件");
                        }
                    }
                }
            }
        }
    }

    private static List<String> cells(Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(CleanText.of(row.getOptionalCell(i).map(Workbook::text).orElse("")));
        }
        return cells;
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER && cell.getValue() instanceof BigDecimal number) {
            var format = String.valueOf(cell.getDataFormatString());
            boolean day = number.precision() - number.scale() <= DIGITS_OF_A_DAY;
            return day && (format.contains("y") || format.contains("年"))
                    ? EPOCH.plusDays(number.longValue()).toString()
                    : plain(number);
        }
        if (cell.getType() == CellType.BOOLEAN) {
            return Boolean.TRUE.equals(cell.getValue()) ? "是" : "否";
        }
        return cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal number
                ? plain(number)
                : String.valueOf(cell.getText());
    }

    private static String plain(BigDecimal number) {
        if (Math.abs(number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS) {
            return number.stripTrailingZeros().toPlainString();
        }
        var text = number.toString();
        return text.substring(0, Math.min(text.length(), 10 * MOST_DIGITS));
    }
}
