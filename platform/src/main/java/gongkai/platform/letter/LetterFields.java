package gongkai.platform.letter;

import static gongkai.platform.letter.LetterField.line;
import static gongkai.platform.letter.LetterField.text;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.LetterKind;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each kind of letter says: the fields of its template. */
final class LetterFields {
    /** What every letter knows by itself from the case and the organ. */
    static final List<String> COMMON = List.of(
            "机关全称", "文号", "申请编号", "申请人", "尊称", "收到日期", "提出方式", "申请内容", "程序经过", "救济", "落款日期", "联系部门", "联系电话", "联系地址",
            "办公时间");

    /** Whom a receipt of delivery is for. The applicant is named there by {@link #APPLICANT} until it is signed. */
    static final String ADDRESSEE = "受送达人";

    static final String APPLICANT = "申请人";

    /** What opens the case as its applicant does. */
    static final String QUERY_CODE = "查询码";

    /** What tells who the applicant is or lets anybody act as them: not for those who may not see personal data, nor for previews. */
    private static final Set<String> PERSONAL = Set.of(QUERY_CODE, "签收人", "送达地址");

    /** What a letter to the applicant or to others may not lack, whatever else an organ changes in its template. */
    private static final Set<String> OF_LETTERS = Set.of("机关全称", "文号", "申请编号", "落款日期", "联系电话");

    /** The letters that make sense only while a case is under way. */
    private static final Set<LetterKind> UNDER_WAY = EnumSet.of(
            LetterKind.CORRECTION_NOTICE,
            LetterKind.EXPLAIN_REASON_NOTICE,
            LetterKind.EXTENSION_NOTICE,
            LetterKind.REASONABLE_DELAY_NOTICE,
            LetterKind.THIRD_PARTY_CONSULTATION,
            LetterKind.CONSULT_INFO_TO_APPLICANT,
            LetterKind.AGENCY_CONSULTATION,
            LetterKind.FEE_NOTICE);

    /** What stands within a sentence of the template, or is a list of names. */
    private static final Set<String> INSIDE_SENTENCES = Set.of("依据", "附件", "延长理由");

    private LetterFields() {}

    /** The fields that are filled from the step and can be changed, in the order of the form. */
    static List<LetterField> of(LetterKind kind) {
        return switch (kind) {
            case REGISTRATION_RECEIPT ->
                List.of(
                        line("确认方式", "怎样确认收到，例如 当面提交，当日收到"),
                        line("答复届满日", "例如 2026年3月30日"),
                        line(QUERY_CODE, "登记时告知申请人的查询码").optional());
            case CORRECTION_NOTICE ->
                List.of(
                        text("不明确之处", "哪些内容不明确，为什么"),
                        text("补正事项", "逐项写明，一行一项"),
                        line("补正期限", "合理期限的最后一日"),
                        text("逾期后果", "无正当理由逾期不补正的后果"),
                        text("咨询方式", "向谁咨询；应当给予指导和释明"));
            case ABANDON_NOTICE_CORRECTION ->
                List.of(
                        line("补正告知书文号", "本件补正告知书的文号"),
                        line("补正告知书送达日", "补正告知书送达申请人之日"),
                        line("补正期限届满日", "告知的补正期限"),
                        text("依据", "到条"));
            case EXPLAIN_REASON_NOTICE ->
                List.of(
                        text("数量频次统计", "何时至何时提出多少件，内容如何重复"),
                        line("说明期限", "说明理由的最后一日"),
                        text("逾期后果", "逾期不说明或者理由不合理的后果"),
                        text("依据", "到条"));
            case EXTENSION_NOTICE ->
                List.of(
                        line("原届满日", "延长以前的届满日"),
                        line("延长工作日数", "不超过20"),
                        line("新届满日", "延长以后的届满日"),
                        text("延长理由", "为什么需要延长"),
                        line("批准人", "同意延长的公开工作机构负责人"));
            case REASONABLE_DELAY_NOTICE -> List.of(text("合理理由认定", "认定理由合理的根据"), line("延迟至日期", "确定的答复日期"));
            case THIRD_PARTY_CONSULTATION ->
                List.of(
                        line("第三方", "第三方的姓名或者名称"),
                        text("拟公开内容", "拟公开的信息，不透露申请人是谁"),
                        text("涉及权益", "商业秘密、个人隐私等"),
                        line("答复届满日", "收到日已知的写明日期"),
                        text("逾期后果", "逾期不答复由本机关决定"));
            case CONSULT_INFO_TO_APPLICANT ->
                List.of(text("征求事由", "为何征求意见，不透露第三方的秘密"), line("征求意见日", "发出征询书之日"), text("不计入期限", "所需时间不计入答复期限"));
            case DISCLOSE_DESPITE_OBJECTION ->
                List.of(line("第三方", "第三方的姓名或者名称"), text("公开内容", "决定公开的信息"), text("公开理由", "不公开会对公共利益造成什么重大影响"));
            case AGENCY_CONSULTATION ->
                List.of(
                        line("征求机关", "被征求意见的机关全称"),
                        text("共同制作情况", "何时、怎样共同制作"),
                        text("征求内容", "就哪些信息是否公开征求意见"),
                        line("答复届满日", "收到日已知的写明日期"),
                        text("逾期后果", "逾期视为同意公开"));
            case FEE_NOTICE ->
                List.of(
                        line("计收方式", "按件计收或者按量计收"),
                        line("件数或页数", "计费的件数或者页数"),
                        line("金额", "合计，元"),
                        text("依据", "条例和收费办法"),
                        line("缴费期限", "自收到通知次日起20个工作日内"),
                        text("缴款方式", "缴款码、账户或者窗口"),
                        text("逾期后果", "逾期未缴视为放弃申请"),
                        text("投诉渠道", "对收费有异议向谁反映"));
            case ABANDON_NOTICE_FEE ->
                List.of(
                        line("收费通知书文号", "本件收费通知书的文号"),
                        line("收费通知书送达日", "收费通知书送达申请人之日"),
                        line("缴费期限届满日", "缴费的最后一日"),
                        text("依据", "到条"));
            case REPLY_GRANTED -> answer(text("决定内容", "提供的信息清单与形式，或者获取的方式、途径和时间"));
            case REPLY_PARTIAL -> answer(text("公开部分", "公开哪些，如何提供"), text("不公开部分及理由", "逐部分写明性质、理由和条款"));
            case REPLY_DENIED ->
                answer(
                        line("不予公开情形", "属于哪一种情形"),
                        text("决定内容", "另需告知的，例如查阅案卷的途径").optional());
            case REPLY_REFUSED ->
                answer(
                        line("不予处理情形", "属于哪一种情形"),
                        text("决定内容", "另需告知的，例如信访渠道、前次答复").optional());
            case REPLY_UNAVAILABLE ->
                answer(
                        line("无法提供情形", "属于哪一种情形"),
                        text("检索说明", "检索的范围、方法和结果").optional(),
                        text("负责机关", "能够确定的，写明名称和联系方式").optional());
            case TERMINATION_NOTICE ->
                List.of(text("终止事实", "何时以何种方式撤回，或者其他情形"), text("终止理由", "为何终止").optional(), line("终止日期", "从何日起终止"));
            case DELIVERY_RECEIPT ->
                List.of(
                        line(ADDRESSEE, "写“申请人”的，签发时换成其姓名或者名称"),
                        line("送达文书", "所送达的文书"),
                        line("送达文书文号", "它的文号"),
                        line("送达方式", "直接、委托、邮寄、电子、留置或者公告"),
                        line("送达地址", "送到哪里").optional(),
                        line("发出日期", "交邮或者发出之日").optional(),
                        line("邮件号", "邮政企业的邮件号").optional(),
                        line("签收人", "谁签收").optional(),
                        line("签收日期", "签收之日").optional(),
                        line("代收关系", "代收人与受送达人的关系").optional(),
                        text("拒收见证", "拒收的事由，见证人姓名和单位").optional(),
                        line("送达人", "谁送达").optional(),
                        text("备注", "其他").optional());
            case CASE_FILE_INDEX ->
                List.of(
                        text("拟办意见", "承办人的意见").optional(),
                        text("会办", "会办单位的意见").optional(),
                        text("保密审查意见", "第十七条的审查").optional(),
                        text("合法性审核", "法制审核意见").optional(),
                        line("签发人", "谁签发").optional(),
                        text("各节点时间", "一行一个").optional(),
                        text("备注", "没有附卷的材料").optional());
            case RECTIFICATION_NOTICE ->
                List.of(
                        line("要求日期", "申请人提出更正要求之日"),
                        text("更正要求", "要求更正什么，有什么证据"),
                        line("处理结果", "更正、转送、告知向哪个机关提出，或者没有更正"),
                        text("处理理由", "审核的情况；转送的写明转送哪个机关"),
                        text("依据", "到条"));
        };
    }

    private static List<LetterField> answer(LetterField... own) {
        var first = Stream.of(text("认定事实", "检索、审查查明的事实"), text("理由", "为什么这样决定").optional(), text("依据", "到条、款、项"));
        return Stream.concat(
                        Stream.concat(first, Stream.of(own)),
                        Stream.of(text("附件", "一行一件").optional()))
                .toList();
    }

    /** The fields whose rows are repeated, by their full names. */
    static Set<String> repeated(LetterKind kind) {
        return switch (kind) {
            case FEE_NOTICE -> Set.of("分档.范围", "分档.单价", "分档.数量", "分档.金额");
            case CASE_FILE_INDEX -> Set.of("卷内.序号", "卷内.题名", "卷内.文号", "卷内.日期", "卷内.页次");
            default -> Set.of();
        };
    }

    /** Every field a template of that kind may use. */
    static Set<String> known(LetterKind kind) {
        return Stream.of(COMMON.stream(), of(kind).stream().map(LetterField::name), repeated(kind).stream())
                .flatMap(names -> names)
                .collect(Collectors.toSet());
    }

    /** The fields no template of that kind may lack. */
    static List<String> needed(LetterKind kind) {
        if (kind == LetterKind.DELIVERY_RECEIPT || kind == LetterKind.CASE_FILE_INDEX) {
            return Stream.concat(
                            Stream.of("机关全称", "申请编号"),
                            kind == LetterKind.CASE_FILE_INDEX
                                    ? repeated(kind).stream().sorted()
                                    : of(kind).stream().map(LetterField::name).limit(4))
                    .toList();
        }
        var all = Stream.concat(
                OF_LETTERS.stream().sorted(),
                of(kind).stream().filter(LetterField::required).map(LetterField::name));
        return Stream.concat(all, hasRemedies(kind) ? Stream.of("救济") : Stream.of())
                .toList();
    }

    /** Whether a letter of that kind says more of the applicant than their name. */
    static boolean isPersonal(LetterKind kind) {
        return of(kind).stream().map(LetterField::name).anyMatch(PERSONAL::contains);
    }

    /** What may be shown of a field to everybody who sees the case. */
    static String masked(String field, String value) {
        return PERSONAL.contains(field) && !value.isBlank() ? "****" : value;
    }

    /** Whether the case is over that the letter was to move on. */
    static boolean comesTooLate(LetterKind kind, DisclosureRequest request) {
        return request.endedOn() != null && UNDER_WAY.contains(kind);
    }

    /** What is written into a letter, each line with the sign that ends a sentence. */
    static Map<String, String> ended(LetterKind kind, Map<String, String> values) {
        var ended = new LinkedHashMap<>(values);
        if (kind == LetterKind.DELIVERY_RECEIPT || kind == LetterKind.CASE_FILE_INDEX) {
            return ended;
        }
        of(kind).stream()
                .filter(field -> field.lines() && !INSIDE_SENTENCES.contains(field.name()))
                .forEach(field -> ended.computeIfPresent(
                        field.name(),
                        (name, text) -> text.lines().map(Facts::ended).collect(Collectors.joining("\n"))));
        return ended;
    }

    /** Whether it tells of remedies (《政府信息公开条例》第五十一条). */
    static boolean hasRemedies(LetterKind kind) {
        return switch (kind) {
            case ABANDON_NOTICE_CORRECTION,
                    ABANDON_NOTICE_FEE,
                    DISCLOSE_DESPITE_OBJECTION,
                    RECTIFICATION_NOTICE,
                    REPLY_GRANTED,
                    REPLY_PARTIAL,
                    REPLY_DENIED,
                    REPLY_REFUSED,
                    REPLY_UNAVAILABLE -> true;
            default -> false;
        };
    }

    /** Whether it is an answer (答复书), which is numbered with the decision. */
    static boolean isAnswer(LetterKind kind) {
        return switch (kind) {
            case REPLY_GRANTED, REPLY_PARTIAL, REPLY_DENIED, REPLY_REFUSED, REPLY_UNAVAILABLE -> true;
            default -> false;
        };
    }
}
