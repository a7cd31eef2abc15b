package gongkai.platform.register;

import gongkai.platform.register.OrganTable.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-parted text as spreadsheets write it: in UTF-8 or GB18030, parted by commas, semicolons or tabs. */
final class Csv {
    private static final Charset GB18030 = Charset.forName("GB18030");

    /** Many more than are taken; a file of nothing but line ends must not fill the memory. */
    private static final int MOST_LINES = 200_001;

    private Csv() {}

    static List<List<String>> read(byte[] content) throws Unreadable {
        var text = decoded(content);
        return lines(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static String decoded(byte[] content) throws Unreadable {
        for (byte each : content) {
            if (each == 0) {
                throw new Unreadable("这不是 CSV 或 XLSX 文件，请下载模板，填写后导入");
            }
        }
        for (var charset : List.of(StandardCharsets.UTF_8, GB18030)) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new Unreadable("文件的编码无法识别，请另存为 UTF-8 编码的 CSV 或 XLSX 文件");
    }

    /** One list a line of the file, so that numbers agree with what a spreadsheet shows; a quoted cell may hold line ends. */
    private static List<List<String>> lines(String text) throws Unreadable {
        char comma = comma(text);
        var lines = new ArrayList<List<String>>();
        var line = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        boolean begun = false;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                if (sign != '"') {
                    cell.append(sign);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (sign == '"' && !begun) {
                cell.setLength(0);
                quoted = true;
                begun = true;
            } else if (sign == comma) {
                line.add(cell.toString());
                cell.setLength(0);
                begun = false;
            } else if (sign == '\n') {
                line.add(cell.toString());
                cell.setLength(0);
                begun = false;
                lines.add(line);
                line = new ArrayList<>();
                if (lines.size() > MOST_LINES) {
                    throw new Unreadable("文件的行数过多，请删去空行，或分成几个文件");
                }
            } else if (sign != '\r') {
                cell.append(sign);
                begun = begun || !Character.isWhitespace(sign);
            }
        }
        if (quoted) {
            throw new Unreadable("第 " + (lines.size() + 1) + " 行有一个引号没有配对，请改正后再导入");
        }
        if (!cell.isEmpty() || !line.isEmpty()) {
            line.add(cell.toString());
            lines.add(line);
        }
        return lines;
    }

    private static char comma(String text) {
        var first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        for (char sign : new char[] {',', '\t', ';'}) {
            if (first.indexOf(sign) >= 0) {
                return sign;
            }
        }
        return ',';
    }
}
