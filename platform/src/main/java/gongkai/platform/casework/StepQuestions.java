package gongkai.platform.casework;

import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.RemedyMode;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the form of each step asks for, in the words of the law. */
final class StepQuestions {
    private StepQuestions() {}

    /** The fields of a step; one of the past also asks for its day. */
    static List<StepField> of(StepType type, boolean backfill) {
        var fields = new ArrayList<StepField>();
        if (backfill) {
            fields.add(StepField.day("on", "生效日期", "这一步在法律上发生的日期，不早于上一步骤，不晚于今天").must());
        }
        own(type).stream().map(field -> backfill ? eased(type, field) : field).forEach(fields::add);
        if (type == StepType.ANSWER_ON_SPOT && !backfill) {
            fields.replaceAll(field -> field.name().equals("decision") ? onSpot() : field);
        }
        return fields;
    }

    /** What withholds, or rests on papers the file must hold first, is drafted and reviewed before it is signed (第十七条). */
    static boolean isForTheSpot(DecisionType decision) {
        return decision == DecisionType.GRANTED
                || decision.papers().isEmpty() && decision.remedy(List.of()) != RemedyMode.RECON_FIRST;
    }

    private static StepField onSpot() {
        return StepField.select(
                        "decision",
                        "处理决定",
                        "不予公开、部分公开和须有存卷材料的，请拟稿、送审后答复",
                        Arrays.stream(DecisionType.values())
                                .filter(StepQuestions::isForTheSpot)
                                .map(decision -> new Option(decision.name(), decision.label()))
                                .toList())
                .must();
    }

    /** Of an old file only what the clock needs has to be known. */
    private static StepField eased(StepType type, StepField field) {
        boolean needed = field.kind() == StepField.Kind.DAY && !field.name().equals("receivedOn")
                || type == StepType.LETTER_RECEIVED
                || List.of("workingDays", "basis", "decision", "method", "opinion")
                        .contains(field.name());
        return new StepField(
                field.kind(), field.name(), field.label(), field.hint(), field.required() && needed, field.options());
    }

    private static List<StepField> own(StepType type) {
        return switch (type) {
            case CONFIRM,
                    REGISTER,
                    CORRECTION_OVERDUE,
                    THIRD_PARTY_OVERDUE,
                    AGENCY_OVERDUE,
                    FEE_OVERDUE,
                    ARCHIVE,
                    SUBMIT_FOR_REVIEW -> List.of();
            case REQUEST_CORRECTION ->
                List.of(
                        StepField.area("items", "需要补正的事项", "一行一项，写明哪里不明确、怎样补正；补正只能一次性告知")
                                .must(),
                        StepField.day("deadline", "补正期限", "法律只要求“合理的补正期限”，默认15个工作日，可以更改")
                                .must());
            case CORRECTION_RECEIVED ->
                List.of(StepField.area("text", "补正的内容", "照录申请人补正后的内容"), StepField.papers("补正材料的扫描件", ""));
            case FEE_PAID ->
                List.of(
                        StepField.text("receipt", "票据号码", "信息处理费全额缴入国库，使用财政票据；还没有开出的先不填"),
                        StepField.papers("票据的扫描件", "存入“检索与材料”，编入卷宗"));
            case REQUEST_EXPLANATION ->
                List.of(
                        StepField.area("reason", "申请数量、频次明显超过合理范围的情况", "写明统计的期间、件数和比较，说明理由通知书照录")
                                .must(),
                        StepField.day("deadline", "说明理由的期限", "法律没有规定天数，应当合理").must());
            case EXPLANATION_UNREASONABLE ->
                List.of(StepField.area("reason", "认定理由不合理的理由", "写明申请人怎样说明、为何不合理；告知书照录")
                        .must());
            case GRANT_REASONABLE_DELAY ->
                List.of(
                        StepField.day("until", "延迟答复至", "告知申请人的日期，就是新的答复期限").must(),
                        StepField.area("reason", "认定理由合理、不能按期答复的情况", "").must());
            case CONSULT_THIRD_PARTY ->
                List.of(
                        StepField.area("thirdParty", "第三方", "姓名或者名称，写入征询书；有几个的一行一个，各发一份征询书，各自提出意见")
                                .must(),
                        StepField.area("content", "拟公开的内容", "写入征询书，不透露申请人是谁").must(),
                        StepField.area("interests", "涉及的权益", "写入征询书，例如商业秘密、个人隐私；各第三方不同的，在各自的征询书里改")
                                .must(),
                        receivedOn("第三方收到征询书之日", "第三方自收到之日起15个工作日内提出意见；还不知道的先不填，收到回执后登记"));
            case CONSULT_AGENCY ->
                List.of(
                        StepField.text("agency", "被征求意见的机关", "共同制作政府信息的机关").must(),
                        StepField.area("content", "征求意见的内容", "").must(),
                        receivedOn("对方收到函件之日", "对方自收到之日起15个工作日内提出意见，逾期视为同意公开；还不知道的先不填"));
            case THIRD_PARTY_REPLIED, AGENCY_REPLIED ->
                List.of(
                        StepField.radio("opinion", "意见", "部分同意的选“不同意公开”，在理由中写明不同意公开的部分", opinions())
                                .must(),
                        StepField.area("reason", "理由", "对方写明的理由，照录"),
                        StepField.papers("回执的扫描件", ""));
            case EXTEND ->
                List.of(
                        StepField.number("workingDays", "延长的工作日数", "最多20个工作日，只能延长一次")
                                .must(),
                        StepField.text("approvedBy", "批准人", "公开工作机构负责人").must(),
                        StepField.area("reason", "延长的理由", "写入延期答复告知书").must());
            case NOTICE_FEE ->
                List.of(
                        StepField.radio("basis", "计收方式", "每件申请只能选一种，不得重复计收", bases())
                                .must(),
                        StepField.number("pieces", "按件：本月累计第几件", "同一申请人本自然月向本机关提出的申请，按收到之日计"),
                        StepField.number("pages", "按量：页数", "A4及以下单面为1页，以单件申请为单位"),
                        receivedOn("申请人收到收费通知之日", "自收到次日起20个工作日内缴费；还不知道的先不填"));
            case LETTER_RECEIVED ->
                List.of(StepField.day("receivedOn", "对方收到之日", "以回执或签收记录为准").must());
            case WITHDRAW ->
                List.of(StepField.area("reason", "撤回的方式和理由", "例如：书面撤回，已通过其他途径解决"), StepField.papers("撤回书的扫描件", ""));
            case ANSWER_ON_SPOT ->
                List.of(
                        StepField.select("decision", "处理决定", "", decisions()).must(),
                        sub(),
                        StepField.area("reasons", "答复的内容和理由", "写入答复书；当场答复的也要告知理由和救济途径")
                                .must());
            case DECIDE ->
                List.of(
                        StepField.select("decision", "处理决定", "", decisions()).must(),
                        sub(),
                        StepField.area("facts", "认定的事实", ""),
                        StepField.area("reasons", "理由", ""),
                        StepField.area("legalBasis", "依据的条款", "一行一条，写到条、款、项"),
                        StepField.area("searchRecord", "检索记录", ""),
                        StepField.text("previousRequest", "前次申请", "重复申请的，写明前次申请和答复的文号、日期"),
                        StepField.text("approvedBy", "签发人", ""));
            case RETURN_FROM_REVIEW ->
                List.of(StepField.area("remarks", "退回的意见", "").must());
            case DISPATCH ->
                List.of(
                        StepField.radio("method", "送达方式", "邮寄只能用邮政企业，不得到付", methods())
                                .must(),
                        StepField.text("mailNo", "邮件号", "邮寄的填写"));
            case DELIVER -> List.of(StepField.text("signer", "签收人", "本人、代收人或见证人"));
            case UNDO ->
                List.of(StepField.area("reason", "撤销的理由", "写明误在哪里；被撤销的步骤仍留在经过中").must());
            case SPLIT, MERGE, REDO -> List.of();
        };
    }

    private static StepField receivedOn(String label, String hint) {
        return StepField.day("receivedOn", label, hint);
    }

    private static StepField sub() {
        return StepField.radio(
                "sub",
                "予以公开的方式",
                "只在决定为“予以公开”时填写",
                Arrays.stream(Step.Granting.values())
                        .map(sub -> new Option(sub.name(), sub.label()))
                        .toList());
    }

    static List<Option> decisions() {
        return Arrays.stream(DecisionType.values())
                .filter(DecisionType::isSigned)
                .map(decision -> new Option(decision.name(), decision.label()))
                .toList();
    }

    private static List<Option> opinions() {
        return Arrays.stream(Step.Opinion.values())
                .map(opinion -> new Option(opinion.name(), opinion.label()))
                .toList();
    }

    private static List<Option> bases() {
        return Arrays.stream(FeeBasis.values())
                .map(basis -> new Option(basis.name(), basis.label()))
                .toList();
    }

    private static List<Option> methods() {
        return Arrays.stream(DeliveryMethod.values())
                .map(method -> new Option(method.name(), method.label()))
                .toList();
    }
}
