package gongkai.platform.register;

import gongkai.platform.files.Workbook;
import gongkai.platform.register.OrganTable.Row;
import gongkai.platform.register.OrganTable.Unreadable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Reads a file of organs, CSV or XLSX, told apart by content. */
final class OrganTableReader {
    static final int MOST_ROWS = 20_000;

    /** Bytes by which kinds of files are told apart. */
    private static final int HEAD = 16;

    private static final int LONGEST_CELL = 1000;

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

    private static List<List<String>> xlsx(byte[] content) throws Unreadable {
        try {
            return Workbook.lines(content, MOST_ROWS);
        } catch (Workbook.UnreadableException e) {
            throw new Unreadable(String.valueOf(e.getMessage()));
        }
    }
}
