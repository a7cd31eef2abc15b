package gongkai.platform.register;

import gongkai.platform.register.OrganTable.Row;
import gongkai.platform.register.OrganTable.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;

/** Reads a file of organs, CSV or XLSX, told apart by content. */
final class OrganTableReader {
    static final int MOST_ROWS = 20_000;

    /** Bytes by which kinds of files are told apart. */
    private static final int HEAD = 16;

    private static final int MOST_COLUMNS = 100;
    private static final int LONGEST_CELL = 1000;
    /** Bytes of a workbook, unpacked: several times what {@link #MOST_ROWS} rows of ours need. */
    private static final long LARGEST_UNPACKED = 48L << 20;

    private static final int MOST_DIGITS = 100;
    private static final int DIGITS_OF_A_DAY = 7;
    private static final String DAMAGED = "这个 XLSX 文件已损坏或格式不对，请用表格软件打开后另存一次，再重新导入";
    /** Day 0 of a spreadsheet's count of days. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    /** Without the formats of cells a day is a number like any other. */
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    private OrganTableReader() {}

    static OrganTable read(byte[] content) throws Unreadable {
        if (content.length == 0) {
            throw new Unreadable("文件是空的，请检查后重新选择");
        }
        var head = Arrays.copyOf(content, HEAD);
        if (ReadableWorkbook.isOLE2Header(head)) {
            throw new Unreadable("这是旧版的 .xls 文件（或加了密码），请另存为不加密的 .xlsx 或 CSV 文件后再导入");
        }
        return table(ReadableWorkbook.isOOXMLZipHeader(head) ? xlsx(content) : Csv.read(content));
    }

    private static OrganTable table(List<List<String>> lines) throws Unreadable {
        int first = 0;
        while (first < lines.size() && lines.get(first).stream().allMatch(String::isBlank)) {
            first++;
        }
        if (first == lines.size()) {
            throw new Unreadable("文件里没有内容，请检查后重新选择");
        }
        var titles = lines.get(first).stream().map(OrganTableReader::title).toList();
        if (!titles.contains(OrganColumns.NAME)) {
            throw new Unreadable("第 " + (first + 1) + " 行应是列名，但没有找到“全称”一列。请下载模板，按模板的列名填写");
        }
        for (int i = 0; i < titles.size(); i++) {
            if (OrganColumns.ALL.contains(titles.get(i)) && titles.indexOf(titles.get(i)) < i) {
                throw new Unreadable("“" + titles.get(i) + "”一列出现了两次，请删去一列");
            }
        }
        var rows = new ArrayList<Row>();
        for (int i = first + 1; i < lines.size(); i++) {
            var cells = new LinkedHashMap<String, String>();
            for (int c = 0; c < Math.min(titles.size(), lines.get(i).size()); c++) {
                var text = cleaned(lines.get(i).get(c));
                if (!text.isEmpty()) {
                    cells.put(titles.get(c), text);
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Row(i + 1, cells));
            }
        }
        if (rows.isEmpty()) {
            throw new Unreadable("列名之下没有内容，请填写后再导入");
        }
        if (rows.size() > MOST_ROWS) {
            throw new Unreadable("文件有 " + rows.size() + " 行，一次最多导入 " + MOST_ROWS + " 行，请分成几个文件");
        }
        return new OrganTable(
                rows,
                titles.stream().filter(OrganColumns.ALL::contains).toList(),
                titles.stream()
                        .filter(title -> !title.isEmpty() && !OrganColumns.ALL.contains(title))
                        .distinct()
                        .toList());
    }

    private static String title(String text) {
        var title = shortened(text).replaceAll("[\\s\\u00a0\\u3000*＊]", "").replaceAll("[（(].*[)）]$", "");
        return switch (title) {
            case "代码", "机构编码" -> OrganColumns.CODE;
            case "信用代码", "社会信用代码" -> OrganColumns.CREDIT_CODE;
            case "名称", "机构名称", "机构全称" -> OrganColumns.NAME;
            case "规范简称", "机构简称" -> OrganColumns.SHORT_NAME;
            case "机构类型" -> OrganColumns.KIND;
            case "上级", "上级机构代码", "上级机构名称" -> OrganColumns.PARENT;
            case "区划代码" -> OrganColumns.REGION;
            case "传真" -> OrganColumns.FAX;
            case "邮箱", "电子邮件" -> OrganColumns.EMAIL;
            case "网址" -> OrganColumns.URL;
            default -> title;
        };
    }

    /** What stands in a cell: without blanks around, and without the apostrophe that keeps our own exports from being formulas. */
    private static String cleaned(String text) {
        var stripped = text.replace('\u00a0', ' ').replace('\u3000', ' ').strip();
        boolean guarded =
                stripped.length() > 1 && stripped.charAt(0) == '\'' && "=+-@＝＋－＠".indexOf(stripped.charAt(1)) >= 0;
        var bare = guarded ? stripped.substring(1) : stripped;
        return shortened(bare);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    /** Unpacks it once and keeps nothing: what an archive says of its own size may be a lie. */
    private static void requireReasonable(byte[] content) throws Unreadable, IOException {
        long size = 0;
        var buffer = new byte[1 << 16];
        try (var zip = ZipFile.builder().setByteArray(content).get()) {
            for (var entry : Collections.list(zip.getEntries())) {
                try (var unpacked = zip.getInputStream(entry)) {
                    for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                        size += read;
                        if (size > LARGEST_UNPACKED) {
                            throw new Unreadable("这个 XLSX 文件解开后过大，请只保留要导入的一张表，或分成几个文件");
                        }
                    }
                }
            }
        }
    }

    private static List<List<String>> xlsx(byte[] content) throws Unreadable {
        try {
            requireReasonable(content);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable(DAMAGED);
        }
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(content), WITH_FORMATS);
                var rows = book.getFirstSheet().openStream()) {
            var lines = new ArrayList<List<String>>();
            for (var all = rows.iterator(); all.hasNext(); ) {
                var row = all.next();
                if (row.getRowNum() > MOST_ROWS + MOST_COLUMNS) {
                    throw new Unreadable("表格超过 " + MOST_ROWS + " 行，请分成几个文件");
                }
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(cells(row));
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            // The reader takes a workbook for what it should be and fails in any way where it is not.
            throw new Unreadable(DAMAGED);
        }
    }

    private static List<String> cells(org.dhatim.fastexcel.reader.Row row) {
        var cells = new ArrayList<String>();
        for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS); i++) {
            cells.add(row.getOptionalCell(i).map(OrganTableReader::text).orElse(""));
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
                : cell.getText();
    }

    private static String plain(BigDecimal number) {
        return Math.abs(number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS
                ? shortened(number.toString())
                : number.stripTrailingZeros().toPlainString();
    }
}
