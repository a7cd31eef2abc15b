package gongkai.platform.request.procedure;

import static gongkai.platform.request.procedure.LetterKind.ABANDON_NOTICE_CORRECTION;
import static gongkai.platform.request.procedure.LetterKind.ABANDON_NOTICE_FEE;
import static gongkai.platform.request.procedure.LetterKind.REPLY_DENIED;
import static gongkai.platform.request.procedure.LetterKind.REPLY_REFUSED;
import static gongkai.platform.request.procedure.LetterKind.REPLY_UNAVAILABLE;
import static gongkai.platform.request.procedure.RemedyMode.EITHER;
import static gongkai.platform.request.procedure.RemedyMode.RECON_FIRST;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a request can end. Each type is one row of table 3, of the same name, and says on what article it rests, what the answer must state
 * (答复书必须写清), which papers the file must hold, and which remedies it opens.
 */
public enum DecisionType {
    GRANTED(
            "予以公开",
            "第三十六条第（一）项、第（二）项",
            EITHER,
            LetterKind.REPLY_GRANTED,
            "已主动公开的写明获取方式、途径；提供的写明信息清单与形式，或获取的方式、途径和时间",
            "提供的信息复制件，或公开网页的截图"),
    PARTIAL("部分公开", "第三十七条", RECON_FIRST, LetterKind.REPLY_PARTIAL, "公开部分如何提供；不公开部分是什么性质，逐部分说明理由和条款", "遮盖版", "原件"),
    DENIED_STATE_SECRET("不予公开：属于国家秘密", "第十四条", RECON_FIRST, REPLY_DENIED, "属国家秘密及定密依据（不泄露内容）", "定密依据", "保密审查表"),
    DENIED_LAW_PROHIBITED(
            "不予公开：其他法律行政法规禁止公开", "第十四条", RECON_FIRST, REPLY_DENIED, "禁止公开的法律、行政法规名称和条款（地方性法规、规章不在其列）", "所依据的条文"),
    DENIED_THREE_SAFETY(
            "不予公开：危及“三安全一稳定”", "第十四条", RECON_FIRST, REPLY_DENIED, "公开后危及国家安全、公共安全、经济安全或社会稳定的具体理由", "研判或会商记录"),
    DENIED_THIRD_PARTY("不予公开：保护第三方合法权益", "第十五条、第三十二条", RECON_FIRST, REPLY_DENIED, "征求意见经过、第三方意见和本机关的判断", "第三方意见征询书及回复"),
    DENIED_INTERNAL("不予公开：属于三类内部事务信息", "第十六条第一款", RECON_FIRST, REPLY_DENIED, "属人事管理、后勤管理、内部工作流程中的哪一类，为何没有外部效力"),
    DENIED_PROCESS("不予公开：属于四类过程性信息", "第十六条第二款", RECON_FIRST, REPLY_DENIED, "属讨论记录、过程稿、磋商信函、请示报告中的哪一类"),
    DENIED_ENFORCEMENT_FILE("不予公开：属于行政执法案卷", "第十六条第二款", RECON_FIRST, REPLY_DENIED, "对应的案卷；当事人可依规定查阅卷宗"),
    DENIED_ADMIN_QUERY("不予公开：属于行政查询事项", "第三十六条第（七）项", EITHER, REPLY_DENIED, "依哪部法律、行政法规，到哪里、怎样查询"),
    UNAVAIL_NOT_HELD(
            "无法提供：本机关不掌握",
            "第三十六条第（四）项、第（五）项",
            EITHER,
            REPLY_UNAVAILABLE,
            "信息不存在的写明检索范围、方法和结果；不属本机关负责公开的写明理由，能确定负责机关的告知其名称、联系方式",
            "检索记录"),
    UNAVAIL_NEEDS_CREATION("无法提供：没有现成信息需要另行制作", "第三十八条", EITHER, REPLY_UNAVAILABLE, "现有信息状况，需要何种加工、分析"),
    UNAVAIL_STILL_UNCLEAR("无法提供：补正后申请内容仍不明确", "第三十条", EITHER, REPLY_UNAVAILABLE, "补正经过、仍不明确之处", "补正告知书", "补正材料"),
    REFUSED_PETITION("不予处理：信访举报投诉类申请", "第三十九条第一款", EITHER, REPLY_REFUSED, "不作为政府信息公开申请处理；可以通过的相应渠道"),
    REFUSED_DUPLICATE("不予处理：重复申请", "第三十六条第（六）项", EITHER, REPLY_REFUSED, "前次申请与答复的文号、日期", "前次答复书"),
    REFUSED_PUBLICATION("不予处理：要求提供公开出版物", "第三十九条第二款", EITHER, REPLY_REFUSED, "获取该出版物的途径"),
    REFUSED_MASS_REPEAT(
            "不予处理：无正当理由大量反复申请", "第三十五条", EITHER, REPLY_REFUSED, "申请数量、频次的事实，要求说明理由的经过，理由为何不合理", "说明理由通知书及答复"),
    REFUSED_CONFIRM_REISSUE("不予处理：要求确认或重新出具已获取信息", "第二条", EITHER, REPLY_REFUSED, "该请求不属于条例调整范围", "前次提供记录"),
    OTHER_NO_CORRECTION("其他处理：逾期不补正", "第三十条", EITHER, ABANDON_NOTICE_CORRECTION, "视为放弃申请，不再处理", "补正告知书送达证明"),
    OTHER_NO_PAYMENT("其他处理：逾期不缴费", "第四十二条", EITHER, ABANDON_NOTICE_FEE, "视为放弃申请，不再处理", "收费通知书送达证明"),
    OTHER_MISC("其他处理：其他", "第二条", EITHER, LetterKind.TERMINATION_NOTICE, "终止办理的情形和理由", "撤回书或有关材料");

    /** 第十四条 to 第十六条 of the Regulation, whose refusals need reconsideration first. */
    private static final Pattern WITHHOLDING = Pattern.compile("(?<![一二三四五六七八九\\d])(十四|十五|十六|14|15|16)条");

    private final String label;
    private final String article;
    private final RemedyMode remedy;
    private final LetterKind letter;
    private final String mustState;
    private final List<String> papers;

    DecisionType(
            String label, String article, RemedyMode remedy, LetterKind letter, String mustState, String... papers) {
        this.label = label;
        this.article = article;
        this.remedy = remedy;
        this.letter = letter;
        this.mustState = mustState;
        this.papers = List.of(papers);
    }

    public String label() {
        return label;
    }

    /** The article of the Regulation it rests on. */
    public String article() {
        return article;
    }

    /** The same to the item, where the way of granting tells which. */
    public String article(Step.@Nullable Granting sub) {
        if (this != GRANTED || sub == null) {
            return article;
        }
        return switch (sub) {
            case ALREADY_PUBLIC -> "第三十六条第（一）项";
            case PROVIDED -> "第三十六条第（二）项";
        };
    }

    public LetterKind letter() {
        return letter;
    }

    /** What the answer has to state, in the words for the person who writes it. */
    public String mustState() {
        return mustState;
    }

    /** The papers the file has to hold before the answer is signed. */
    public List<String> papers() {
        return papers;
    }

    /** The one row of table 3 it is counted in. */
    public TableThreeRow row() {
        return TableThreeRow.valueOf(name());
    }

    /** False for the ends that come about by a lapse and are never offered for signature. */
    public boolean isSigned() {
        return this != OTHER_NO_CORRECTION && this != OTHER_NO_PAYMENT;
    }

    /** The remedies against a decision of this type that rests on those articles; a withdrawal has none and is no decision. */
    public RemedyMode remedy(List<String> legalBasis) {
        // Of a partial answer only what is withheld by 第十四条 to 第十六条 has to go through reconsideration first.
        if (this == PARTIAL && !legalBasis.isEmpty() && legalBasis.stream().noneMatch(DecisionType::withholds)) {
            return EITHER;
        }
        return remedy;
    }

    private static boolean withholds(String basis) {
        return WITHHOLDING.matcher(basis).find();
    }
}
