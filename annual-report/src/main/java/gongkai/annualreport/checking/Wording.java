package gongkai.annualreport.checking;

import gongkai.annualreport.Place;
import gongkai.annualreport.SectionKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that are wrong, stale or not meant for the reader, wherever they stand in the prose. */
final class Wording {
    private static final String REGULATION = "中华人民共和国政府信息公开条例";
    private static final String SHORT = "政府信息公开条例";
    private static final Pattern QUOTED = Pattern.compile("[《〈]([^《》〈〉]{4,40})[》〉]");
    private static final Pattern UNQUOTED = Pattern.compile("中华人民共和国(?:信息公开|政府信息公布|政务信息公开|政府信息)条例");
    private static final Pattern REMARK = Pattern.compile("（[^（）]{0,20}）");
    private static final Pattern ENDING = Pattern.compile(".*(?:条[例列利理]|例)");

    private static final Pattern QUOTES = Pattern.compile("[“”‘’\"]");
    private static final Pattern STALE =
            Pattern.compile("以?(?:信息|主动)?公开[是为]原则[，、,]?以?不公开[是为]例外|(?:以)?不公开[是为]例外[，、]?以?公开[是为]原则");

    private static final Pattern OBSOLETE = Pattern.compile("非行政许可(?:审批)?|(?:自身)?生产、生活、科研等?特殊需要");
    private static final Pattern ABOLISHED = Pattern.compile("取消|不再|删除|删去|废止|清理|不得");

    /** Each is wrong in every sentence; an entry that could be right in some does not belong here. */
    private static final Pattern TYPOS = Pattern.compile(
            "统计限[自从为]|统计期现|统计期线|统记期限|扶贫攻坚|依申请公开公开(?![栏透化率])|政府信息公开公开(?![栏透化率])|政[务府]工开|信息工开|主动工开|工开信息"
                    + "|年度报靠|年渡报告|政府信公开|政府信息公天|政府信息公幵|政务公开开(?![展始设放发通启])|依审请公开|依申情公开|以申请公开|依申请公幵|公开申清|公开条列|行政复义|行政诉松|行政诉颂"
                    + "|信息处里费|信息处理废|不予公幵|规范性文见|规泛性文件|行政规范文性|中华人民共和国国|中华人名共和国|人民政俯|(?<![目标])的的|，，|。。(?!。)(?<!。。。)|、、|；；");

    /** One of these stands in every entry above: looking for them first is many times faster. */
    private static final List<String> TYPO_SIGNS = List.of(
            "统计限", "统计期现", "统计期线", "统记期限", "扶贫攻坚", "公开公开", "工开", "报靠", "年渡", "政府信公", "公天", "公幵", "公开开", "依审请", "依申情",
            "以申请公开", "公开申清", "公开条列", "复义", "诉松", "诉颂", "处里费", "处理废", "文见", "规泛", "规范文性", "国国", "人名共和", "政俯", "的的", "，，",
            "。。", "、、", "；；");

    private static final Pattern MARKUP = Pattern.compile(
            "\\[bookmark[^\\]]{0,60}\\]|\\[(?:if|endif|endnote|footnote|image|picture)\\b[^\\]]{0,60}\\]|<!--|-->"
                    + "|</?(?:p|span|div|br|table|tr|td|th|tbody|font|strong|b|i|u|em|a|img|o:p|style|script|h[1-6]|li|ul|ol)(?=[\\s/>])[^<>]{0,300}>"
                    + "|&(?:nbsp|lt|gt|amp|quot|ldquo|rdquo|lsquo|rsquo|mdash|hellip|middot|#\\d{1,6}|#x[0-9a-fA-F]{1,5});"
                    + "|\\{\\{[^{}]{0,80}\\}\\}|\\$\\{[^{}]{0,80}\\}|\\{%[^{}]{0,80}%\\}"
                    + "|【(?:待|请|此处|需|补充|填写|TODO|todo)[^】]{0,30}】|[（(](?:待补充|待填写|此处填写[^）)]{0,20})[）)]"
                    + "|_GoBack|MERGEFIELD|HYPERLINK\\s|错误！未[^。]{0,10}|#REF!|#VALUE!|mso-[a-z-]{2,30}:"
                    + "|(?<![A-Za-z0-9Ｘ×X])(?:[Xx×]{2,6}|Ｘ{1,6}|×(?=[年月日件条份局]))(?=\\s?[省市县区镇乡局委厅办年月日件条份个次万元单位号科])|\\*{2,6}(?=[年月日件条份局县区市])");

    private Wording() {}

    static void lawName(Subject subject, Verdict verdict) {
        var told = new HashSet<String>();
        each(subject, (section, text) -> {
            if (!text.contains("例") && !text.contains("条列")) {
                return;
            }
            for (var found = QUOTED.matcher(text); found.find(); ) {
                var name = REMARK.matcher(found.group(1)).replaceAll("");
                if (isMisnamed(name) && told.add(name)) {
                    tell(name, REGULATION, section, subject, verdict);
                }
            }
            for (var found = UNQUOTED.matcher(text); found.find(); ) {
                if (told.add(found.group())) {
                    tell(found.group(), REGULATION, section, subject, verdict);
                }
            }
        });
    }

    /** Close to the Regulation's name, and not it; regional regulations and other laws are far from it. */
    private static boolean isMisnamed(String name) {
        if (name.equals(REGULATION)
                || name.equals(SHORT)
                || !ENDING.matcher(name).matches()) {
            return false;
        }
        if (name.length() > 10) {
            return distance(name, REGULATION) <= 3 && name.contains("公");
        }
        return name.startsWith("政") && distance(name, SHORT) <= 2 && name.contains("公");
    }

    /** How many characters must be put in, left out or changed to make one of the other. */
    private static int distance(String a, String b) {
        var last = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = last[0];
            last[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                corner = last[j];
                last[j] = Math.min(change, Math.min(last[j], last[j - 1]) + 1);
            }
        }
        return last[b.length()];
    }

    static void stale(Subject subject, Verdict verdict) {
        each(subject, (section, text) -> {
            if (text.contains("例外")) {
                for (var found = STALE.matcher(unquoted(text)); found.find(); ) {
                    tell(found.group(), "以公开为常态、不公开为例外", section, subject, verdict);
                }
            }
        });
    }

    /** 以“公开为原则”，“不公开为例外” is the same saying. */
    private static String unquoted(String text) {
        return QUOTES.matcher(text).replaceAll("");
    }

    static void obsolete(Subject subject, Verdict verdict) {
        each(subject, (section, text) -> {
            if (!text.contains("非行政许可") && !text.contains("特殊需要")) {
                return;
            }
            for (var found = OBSOLETE.matcher(text); found.find(); ) {
                int from = Scope.clauseStart(text, found.start());
                int to = Scope.clauseEnd(text, found.end());
                if (!ABOLISHED.matcher(text.substring(from, to)).find()) {
                    tell(found.group(), null, section, subject, verdict);
                }
            }
        });
    }

    static void typo(Subject subject, Verdict verdict) {
        var told = new HashSet<String>();
        each(subject, (section, text) -> {
            if (!mayHoldTypo(text)) {
                return;
            }
            for (var found = TYPOS.matcher(
                            text.indexOf('《') < 0 ? text : QUOTED.matcher(text).replaceAll("《》"));
                    found.find(); ) {
                if (told.add(found.group())) {
                    tell(found.group(), null, section, subject, verdict);
                }
            }
        });
    }

    private static boolean mayHoldTypo(String text) {
        for (var sign : TYPO_SIGNS) {
            if (text.contains(sign)) {
                return true;
            }
        }
        return false;
    }

    static void markup(Subject subject, Verdict verdict) {
        var report = subject.report();
        var told = new HashSet<String>();
        markup(report.preamble(), RequestClaims.place(subject, (SectionKey) null), told, verdict);
        for (var section : report.sections()) {
            markup(section.text(), RequestClaims.place(subject, section.key()), told, verdict);
        }
        markup(report.closing(), Place.NONE, told, verdict);
    }

    private static void markup(String text, Place place, HashSet<String> told, Verdict verdict) {
        for (var line : text.split("\n", -1)) {
            if (mayHoldMarkup(line)) {
                markupIn(line, place, told, verdict);
            }
        }
    }

    private static boolean mayHoldMarkup(String line) {
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            boolean sign = switch (c) {
                case '[', '<', '&', '{', '_', '【', 'Ｘ', '×' -> true;
                case '-', '*' -> next == c;
                case 'X', 'x' -> next == 'X' || next == 'x' || next == '×';
                case '#' -> next == 'R' || next == 'V';
                case 's' -> next == 'o' && line.startsWith("mso-", i - 1);
                default -> false;
            };
            if (sign) {
                return true;
            }
        }
        return line.contains("待补充")
                || line.contains("待填写")
                || line.contains("此处填写")
                || line.contains("错误！")
                || line.contains("HYPERLINK")
                || line.contains("MERGEFIELD");
    }

    private static void markupIn(String text, Place place, HashSet<String> told, Verdict verdict) {
        for (var found = MARKUP.matcher(text); found.find(); ) {
            if (told.add(found.group())) {
                verdict.find(List.of(), place, Map.of("a", found.group()), null, found.group());
            }
        }
    }

    private static void each(Subject subject, Reader reader) {
        for (var paragraph : subject.narrative().paragraphs()) {
            reader.read(paragraph.section(), paragraph.text());
        }
    }

    private static void tell(
            String what, @Nullable String expected, @Nullable SectionKey section, Subject subject, Verdict verdict) {
        verdict.find(List.of(), RequestClaims.place(subject, section), Map.of("a", what), expected, what);
    }

    private interface Reader {
        void read(@Nullable SectionKey section, String text);
    }
}
