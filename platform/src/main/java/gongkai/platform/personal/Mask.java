package gongkai.platform.personal;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What of personal data may be shown without a reason. A character outside the basic plane, such as 𠮷, is one character. */
public final class Mask {
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final Pattern REGION =
            Pattern.compile("^(?:[^0-9]{1,11}?(?:省|自治区|特别行政区|自治州|地区|盟|市|县|旗|(?<![小社园校院厂街片])区)){1,3}");
    /** By the words names of organisations end with; one that ends otherwise is rather masked. */
    private static final Pattern ORGANISATION = Pattern.compile(
            ".*(?:公司|集团|中心|政府|银行|医院|学校|大学|学院|协会|学会|商会|基金会|委员会|合作社|工作室|事务所|研究院|研究所)|.{4,}[厂店行所院会局厅部委社站馆处办场队园库]");

    private static final String HIDDEN = "****";

    private Mask() {}

    /** The first character of a person's name: 张*. */
    public static String name(String clear) {
        var characters = characters(clear);
        return characters.isEmpty() ? "" : characters.getFirst() + "*";
    }

    /** Two characters at either end: 示例****公司. */
    public static String organisation(String clear) {
        return ends(clear, 2, 2);
    }

    /** The name of somebody who may be a person or not: a person's name is masked, that of an organisation stays. */
    public static String party(String clear) {
        return ORGANISATION.matcher(clear.strip()).matches() ? clear.strip() : name(clear.strip());
    }

    /** Three at the front and four at the end: 110****1234. */
    public static String idNumber(String clear) {
        return ends(clear, 3, 4);
    }

    /** Three at the front and four at the end: 138****1234. */
    public static String phone(String clear) {
        return ends(clear, 3, 4);
    }

    /** The first character and the domain: z****@example.cn. */
    public static String email(String clear) {
        int at = clear.lastIndexOf('@');
        if (at <= 0) {
            return ends(clear, 1, 1);
        }
        return characters(clear.substring(0, at)).getFirst() + HIDDEN + clear.substring(at);
    }

    /** As far as the county or district: 示例省示例市甲区****. */
    public static String address(String clear) {
        var text = clear.strip();
        var region = REGION.matcher(text);
        return region.find() && region.end() < text.length() ? region.group() + HIDDEN : ends(text, 2, 0);
    }

    /** Keeps so many at either end, fewer where that would hide less than four. */
    private static String ends(String clear, int front, int back) {
        var characters = characters(clear);
        int length = characters.size();
        if (length == 0) {
            return "";
        }
        if (length < front + back + Math.min(front + back, 4)) {
            int kept = length < 4 ? 0 : 1;
            return String.join("", characters.subList(0, kept)) + HIDDEN;
        }
        return String.join("", characters.subList(0, front))
                + HIDDEN
                + String.join("", characters.subList(length - back, length));
    }

    private static List<String> characters(String clear) {
        return CHARACTER
                .matcher(clear.strip())
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
