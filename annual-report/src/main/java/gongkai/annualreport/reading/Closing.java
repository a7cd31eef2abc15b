package gongkai.annualreport.reading;

import gongkai.annualreport.reading.Item.Line;
import java.util.List;
import java.util.regex.Pattern;

/** The closing of a report (落款): the organ's name and the date below the last section, and what a page adds below them. */
final class Closing {
    private static final List<String> ORGAN_ENDS =
            List.of("局", "委员会", "委", "办公室", "办事处", "厅", "政府", "中心", "院", "处", "街道", "镇", "乡", "大队", "支队", "队");
    private static final Pattern SIGNED = Pattern.compile(
            "[\\u4e00-\\u9fff（）()·]*(?:" + String.join("|", ORGAN_ENDS) + "|日期[:：]|时间[:：])[\\[（(]?\\d{4}.*");
    private static final Pattern PAGE_FOOT = Pattern.compile(
            "^(?:上一篇|下一篇|上一条|下一条|打印|关闭|打印本页|关闭窗口|分享|返回|返回顶部|相关链接|相关信息|相关文件|相关附件|友情链接|网站地图|关于我们|联系我们|版权|主办|承办|协办|技术支持|网站标识码"
                    + "|附件|政府网站|无障碍|扫一扫|分享到|责任编辑|【打印|【关闭|打印此页|收藏|设为首页|首页|隐私|使用帮助|站点地图|网站声明|copyright|©).*"
                    + "|.*(?:ICP备|公网安备|网站标识码|版权所有|网站地图|Copyright|copyright).*|.*\\.(?:pdf|docx?|xlsx?|ofd|wps|PDF|DOCX?)$",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_LINES = 40;

    private Closing() {}

    /** The line of the last section at which the closing begins: the signature above the date, or the first line of the page's foot. */
    static int begin(List<Line> lines) {
        int at = footBefore(lines, dated(lines));
        while (at > 0 && lines.size() > 1 && isOrgan(lines.get(at - 1).text())) {
            at--;
        }
        return at;
    }

    private static int dated(List<Line> lines) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - MOST_LINES); i--) {
            var text = Wording.trim(lines.get(i).text());
            if (text.length() <= 40 && (Dates.only(text) != null || isSigned(text))) {
                return i;
            }
        }
        return lines.size();
    }

    private static int footBefore(List<Line> lines, int end) {
        for (int i = Math.max(0, end - MOST_LINES); i < end; i++) {
            var text = Wording.compact(lines.get(i).text());
            if (text.length() < 80
                    && onlyShort(lines, i)
                    && PAGE_FOOT.matcher(text).matches()) {
                return i;
            }
        }
        return end;
    }

    private static boolean onlyShort(List<Line> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            var text = lines.get(i).text();
            if (text.length() > 40 && text.indexOf('。') >= 0) {
                return false;
            }
        }
        return true;
    }

    /** The organ's name and the date on one line. */
    private static boolean isSigned(String text) {
        var plain = Wording.compact(text);
        return Dates.last(text) != null
                && plain.length() <= 40
                && SIGNED.matcher(plain).matches();
    }

    /** Whether the line is an organ's name alone. */
    static boolean isOrgan(String text) {
        var plain = Wording.compact(text);
        if (plain.length() < 3 || plain.length() > 30 || !endsAsOrgan(plain)) {
            return false;
        }
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if ((c < '\u4e00' || c > '\u9fff') && "（）()·".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean endsAsOrgan(String plain) {
        for (var end : ORGAN_ENDS) {
            if (plain.endsWith(end)) {
                return true;
            }
        }
        return false;
    }
}
