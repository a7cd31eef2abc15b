package gongkai.platform.request.procedure;

import java.util.Locale;

/** The rows of table 3 in the order of the official form. The names in lower case are the keys of the cells. */
public enum TableThreeRow {
    NEW_RECEIVED("一、本年新收政府信息公开申请数量"),
    CARRIED_IN("二、上年结转政府信息公开申请数量"),
    GRANTED("（一）予以公开"),
    PARTIAL("（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    DENIED_STATE_SECRET("1.属于国家秘密"),
    DENIED_LAW_PROHIBITED("2.其他法律行政法规禁止公开"),
    DENIED_THREE_SAFETY("3.危及“三安全一稳定”"),
    DENIED_THIRD_PARTY("4.保护第三方合法权益"),
    DENIED_INTERNAL("5.属于三类内部事务信息"),
    DENIED_PROCESS("6.属于四类过程性信息"),
    DENIED_ENFORCEMENT_FILE("7.属于行政执法案卷"),
    DENIED_ADMIN_QUERY("8.属于行政查询事项"),
    UNAVAIL_NOT_HELD("1.本机关不掌握相关政府信息"),
    UNAVAIL_NEEDS_CREATION("2.没有现成信息需要另行制作"),
    UNAVAIL_STILL_UNCLEAR("3.补正后申请内容仍不明确"),
    REFUSED_PETITION("1.信访举报投诉类申请"),
    REFUSED_DUPLICATE("2.重复申请"),
    REFUSED_PUBLICATION("3.要求提供公开出版物"),
    REFUSED_MASS_REPEAT("4.无正当理由大量反复申请"),
    REFUSED_CONFIRM_REISSUE("5.要求行政机关确认或重新出具已获取信息"),
    OTHER_NO_CORRECTION("1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请"),
    OTHER_NO_PAYMENT("2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"),
    OTHER_MISC("3.其他"),
    RESULT_TOTAL("（七）总计"),
    CARRIED_OUT("四、结转下年度继续办理");

    private final String label;

    TableThreeRow(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /** The key of the row without {@code t3.}, for example {@code denied_internal}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
