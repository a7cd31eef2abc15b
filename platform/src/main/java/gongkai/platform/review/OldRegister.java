package gongkai.platform.review;

import gongkai.platform.files.Workbook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** An old register (旧台账) as its rows, read from the first sheet of an XLSX file. */
record OldRegister(List<Row> rows, List<String> unknown) {
    static final String OLD_NUMBER = "原编号";
    static final String SUBMITTED = "提交日期";
    static final String CHANNEL = "渠道";
    static final String CONFIRMED = "双方确认日期";
    static final String KIND = "申请人类型";
    static final String NAME = "申请人姓名或名称";
    static final String ID_NUMBER = "证件号码";
    static final String PHONE = "联系电话";
    static final String EMAIL = "电子邮箱";
    static final String ADDRESS = "通信地址";
    static final String DESCRIPTION = "申请内容";
    static final String FORM = "获取方式";
    static final String DELIVERY = "获取途径";
    static final String CORRECTION_ASKED = "补正告知日期";
    static final String CORRECTION_UNTIL = "补正期限";
    static final String CORRECTED = "收到补正日期";
    static final String EXTENDED = "延期日期";
    static final String EXTENSION = "延长工作日数";
    static final String DECISION = "处理决定";
    static final String DECIDED = "决定日期";
    static final String METHOD = "送达方式";
    static final String SENT = "寄送日期";
    static final String DELIVERED = "送达日期";

    static final List<String> COLUMNS = List.of(
            OLD_NUMBER,
            SUBMITTED,
            CHANNEL,
            CONFIRMED,
            KIND,
            NAME,
            ID_NUMBER,
            PHONE,
            EMAIL,
            ADDRESS,
            DESCRIPTION,
            FORM,
            DELIVERY,
            CORRECTION_ASKED,
            CORRECTION_UNTIL,
            CORRECTED,
            EXTENDED,
            EXTENSION,
            DECISION,
            DECIDED,
            METHOD,
            SENT,
            DELIVERED);
    static final List<String> REQUIRED = List.of(OLD_NUMBER, SUBMITTED, CHANNEL, KIND, NAME, DESCRIPTION);

    static final int MOST_ROWS = 5000;
    /** Bytes by which the kind of file is told. */
    private static final int HEAD = 16;

    /** The file cannot be read as a register; the message is Chinese, for the person. */
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message);
        }
    }

    /**
     * A row.
     *
     * @param number its number in the sheet, from 1
     * @param cells what stands in it, by column; nothing empty
     */
    record Row(int number, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    static OldRegister read(byte[] content) throws UnreadableException {
        if (!ReadableWorkbook.isOOXMLZipHeader(Arrays.copyOf(content, HEAD))) {
            throw new UnreadableException("这不是 XLSX 文件。请另存为不加密的 .xlsx 文件后再导入");
        }
        var lines = lines(content);
        int first = 0;
        while (first < lines.size() && lines.get(first).stream().allMatch(String::isBlank)) {
            first++;
        }
        if (first == lines.size()) {
            throw new UnreadableException("文件里没有内容，请检查后重新选择");
        }
        var titles = lines.get(first).stream().map(OldRegister::title).toList();
        for (var required : REQUIRED) {
            if (!titles.contains(required)) {
                throw new UnreadableException("第 " + (first + 1) + " 行应是列名，但没有找到“" + required + "”一列。请下载模板，按模板的列名填写");
            }
        }
        var rows = new ArrayList<Row>();
        for (int i = first + 1; i < lines.size(); i++) {
            var cells = new LinkedHashMap<String, String>();
            for (int c = 0; c < Math.min(titles.size(), lines.get(i).size()); c++) {
                var text = lines.get(i).get(c).replace('\u00a0', ' ').strip();
                if (!text.isEmpty()) {
                    cells.putIfAbsent(titles.get(c), text);
                }
            }
            if (!cells.isEmpty()) {
                rows.add(new Row(i + 1, cells));
            }
        }
        if (rows.isEmpty()) {
            throw new UnreadableException("列名之下没有内容，请填写后再导入");
        }
        if (rows.size() > MOST_ROWS) {
            throw new UnreadableException("文件有 " + rows.size() + " 行，一次最多导入 " + MOST_ROWS + " 行，请分成几个文件");
        }
        var unknown = titles.stream()
                .filter(title -> !title.isEmpty() && !COLUMNS.contains(title))
                .distinct()
                .toList();
        return new OldRegister(List.copyOf(rows), unknown);
    }

    private static String title(String text) {
        return text.replaceAll("[\\s\\u00a0\\u3000*＊]", "").replaceAll("[（(].*[)）]$", "");
    }

    private static List<List<String>> lines(byte[] content) throws UnreadableException {
        try {
            return Workbook.lines(content, MOST_ROWS);
        } catch (Workbook.UnreadableException e) {
            throw new UnreadableException(String.valueOf(e.getMessage()));
        }
    }
}
