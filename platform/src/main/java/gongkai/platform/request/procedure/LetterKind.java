package gongkai.platform.request.procedure;

import java.util.List;

/** The documents of a case, L01 to L21, and what each has to say beside number, applicant, organ, date, seal and contact. */
public enum LetterKind {
    REGISTRATION_RECEIPT("L01", "登记回执", "收到日", "确认方式", "答复届满日", "查询码"),
    CORRECTION_NOTICE("L02", "补正告知书", "不明确之处", "补正事项逐项", "补正期限", "逾期后果", "咨询方式"),
    ABANDON_NOTICE_CORRECTION("L03", "不再处理告知书（未补正）", "补正告知书文号与送达日", "补正期限届满日", "依据", "救济"),
    EXPLAIN_REASON_NOTICE("L04", "说明理由通知书", "数量频次统计", "说明期限", "逾期或理由不合理的后果", "依据"),
    EXTENSION_NOTICE("L05", "延期答复告知书", "原届满日", "延长工作日数", "新届满日", "理由", "批准人"),
    REASONABLE_DELAY_NOTICE("L06", "合理延迟答复告知书", "合理理由认定", "延迟至日期"),
    THIRD_PARTY_CONSULTATION("L07", "第三方意见征询书", "拟公开内容", "涉及权益", "答复届满日", "逾期后果", "回执联"),
    CONSULT_INFO_TO_APPLICANT("L08", "征求意见情况告知书", "征求事由", "不计入期限"),
    DISCLOSE_DESPITE_OBJECTION("L09", "决定公开告知书", "公开内容", "理由", "救济"),
    AGENCY_CONSULTATION("L10", "征求其他机关意见函", "共同制作情况", "答复届满日", "逾期视为同意"),
    FEE_NOTICE("L11", "信息处理费收费通知书", "计收方式", "件数或页数", "分档明细", "金额", "依据", "缴费期限", "缴款方式", "逾期后果", "投诉渠道"),
    ABANDON_NOTICE_FEE("L12", "不再处理告知书（未缴费）", "收费通知书文号与送达日", "依据", "救济"),
    REPLY_GRANTED("L13", "政府信息公开申请答复书（予以公开）", "提供清单或获取途径、时间"),
    REPLY_PARTIAL("L14", "政府信息公开申请答复书（部分公开）", "公开部分", "不公开部分及其理由、条款"),
    REPLY_DENIED("L15", "政府信息公开申请答复书（不予公开）", "不予公开的情形", "理由", "条款"),
    REPLY_REFUSED("L16", "政府信息公开申请答复书（不予处理）", "不予处理情形的事实"),
    REPLY_UNAVAILABLE("L17", "政府信息公开申请答复书（无法提供）", "检索说明", "负责机关名称、联系方式"),
    TERMINATION_NOTICE("L18", "终止办理确认书", "撤回方式与日期", "终止理由"),
    DELIVERY_RECEIPT("L19", "送达回证", "文书名称文号", "送达方式", "交邮日或邮件号", "签收人", "签收日", "代收关系", "拒收见证"),
    CASE_FILE_INDEX("L20", "卷内目录", "拟办意见", "会办", "保密审查意见", "合法性审核", "签发人", "各节点时间"),
    RECTIFICATION_NOTICE("L21", "更正要求处理告知书", "更正要求", "处理结果", "处理理由", "依据", "救济");

    private final String code;
    private final String title;
    private final List<String> fields;

    LetterKind(String code, String title, String... fields) {
        this.code = code;
        this.title = title;
        this.fields = List.of(fields);
    }

    /** L01 to L21; codes never change meaning. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** What this kind has to say beside what all letters have. */
    public List<String> fields() {
        return fields;
    }
}
