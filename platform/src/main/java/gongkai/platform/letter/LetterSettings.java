package gongkai.platform.letter;

import java.util.regex.Pattern;

/**
 * What an organ's letters have in common.
 *
 * @param prefix 机关代字, for example 示司公开
 * @param pattern of the 文号, made of {@code {代字}}, {@code {字}} (the word of the kind), {@code {年}} and {@code {号}}
 * @param remedyUrl where reconsideration can be applied for on the internet; has to be told where answers are delivered that way
 *     (行政复议法第二十二条); empty if there is none
 * @param payment how a fee is paid (缴款方式)
 * @param complaints whom to tell of complaints about a fee (投诉渠道)
 */
public record LetterSettings(String prefix, String pattern, String remedyUrl, String payment, String complaints) {
    static final String USUAL_PATTERN = "{代字}{字}〔{年}〕{号}号";
    private static final Pattern SIGN = Pattern.compile("\\{[^{}]*}");

    static LetterSettings usual(String organShortName) {
        return new LetterSettings(organShortName + "公开", USUAL_PATTERN, "", "", "");
    }

    String docNo(String mark, int year, int number) {
        return pattern.replace("{代字}", prefix)
                .replace("{字}", mark)
                .replace("{年}", String.valueOf(year))
                .replace("{号}", String.valueOf(number));
    }

    /** What is wrong with the pattern, empty if nothing is. Without year, number and kind two letters would bear the same 文号. */
    String objection() {
        for (var needed : new String[] {"{字}", "{年}", "{号}"}) {
            if (!pattern.contains(needed)) {
                return "文号样式缺少 " + needed + "，不同的文书会重号";
            }
        }
        var rest = pattern.replace("{代字}", "")
                .replace("{字}", "")
                .replace("{年}", "")
                .replace("{号}", "");
        return SIGN.matcher(rest).find() || rest.contains("{") || rest.contains("}") ? "文号样式里只能用 {代字}、{字}、{年}、{号}" : "";
    }
}
