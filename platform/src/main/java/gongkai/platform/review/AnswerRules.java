package gongkai.platform.review;

import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step.Granting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to be judged, stated, rested on and kept for each {@link DecisionType} (requests.md §5), as data: the order of judgement
 * 补不补→该不该→有没有→给不给→当不当, the facts each answer must state, and the articles proposed for it.
 */
public final class AnswerRules {
    static final String REGULATION = "《中华人民共和国政府信息公开条例》";

    private AnswerRules() {}

    /** The questions, in the order they are asked; the first and the last are no decisions of their own. */
    public enum Question {
        CORRECT("补不补", "申请内容不明确的，先一次性要求补正（第三十条），不能直接答复。"),
        TREAT("该不该", "是不是应当作为政府信息公开申请处理的事项。"),
        HOLD("有没有", "经检索，本机关有没有这项信息。"),
        GIVE("给不给", "有信息的，能不能公开、是不是全部公开。"),
        FIT("当不当", "签发前逐项核对：事实、理由、依据、材料、救济、期限和送达。");

        private final String label;
        private final String explanation;

        Question(String label, String explanation) {
            this.label = label;
            this.explanation = explanation;
        }

        public String label() {
            return label;
        }

        public String explanation() {
            return explanation;
        }
    }

    /** Something the answer must state; {@code told} is what it is called in the letter. */
    public record Fact(String name, String label, String hint, boolean required, String told) {
        static Fact needed(String name, String label, String hint) {
            return new Fact(name, label, hint, true, label);
        }

        static Fact wanted(String name, String label, String hint) {
            return new Fact(name, label, hint, false, label);
        }

        /** The same under another heading in the letter, where the label of the field is a question. */
        Fact told(String heading) {
            return new Fact(name, label, hint, required, heading);
        }
    }

    /** Which question a decision answers. */
    public static Question question(DecisionType decision) {
        return switch (decision) {
            case REFUSED_PETITION,
                    REFUSED_DUPLICATE,
                    REFUSED_PUBLICATION,
                    REFUSED_MASS_REPEAT,
                    REFUSED_CONFIRM_REISSUE,
                    OTHER_MISC -> Question.TREAT;
            case UNAVAIL_NOT_HELD, UNAVAIL_NEEDS_CREATION, UNAVAIL_STILL_UNCLEAR -> Question.HOLD;
            case GRANTED,
                    PARTIAL,
                    DENIED_STATE_SECRET,
                    DENIED_LAW_PROHIBITED,
                    DENIED_THREE_SAFETY,
                    DENIED_THIRD_PARTY,
                    DENIED_INTERNAL,
                    DENIED_PROCESS,
                    DENIED_ENFORCEMENT_FILE,
                    DENIED_ADMIN_QUERY -> Question.GIVE;
            case OTHER_NO_CORRECTION, OTHER_NO_PAYMENT -> Question.FIT;
        };
    }

    /** The decisions that are signed and answer that question. */
    public static List<DecisionType> decisions(Question question) {
        return Arrays.stream(DecisionType.values())
                .filter(DecisionType::isSigned)
                .filter(decision -> question(decision) == question)
                .toList();
    }

    /** What the answer must state, in its order. */
    public static List<Fact> facts(DecisionType decision, @Nullable Granting sub) {
        return switch (decision) {
            case GRANTED ->
                sub == Granting.ALREADY_PUBLIC
                        ? List.of(Fact.needed("way", "获取该政府信息的方式、途径", "网址、公报期号或者查阅点，让申请人照着就能找到"))
                        : List.of(
                                Fact.needed("list", "提供的信息清单与形式", "逐项写明名称、文号、份数和形式")
                                        .told("提供的信息"),
                                Fact.wanted("how", "获取的方式、途径和时间", "不随答复书一并提供的，写明到哪里、何时、怎样取"));
            case PARTIAL ->
                List.of(Fact.needed("open", "公开部分如何提供", "写明哪些内容公开、以什么形式提供（遮盖版）").told("公开的内容"));
            case DENIED_STATE_SECRET -> List.of(Fact.needed("secret", "属于国家秘密及定密依据", "只写定密依据和密级，不得透露秘密内容"));
            case DENIED_LAW_PROHIBITED -> List.of(Fact.needed("law", "禁止公开的法律、行政法规名称和条款", "地方性法规、规章不能作为依据"));
            case DENIED_THREE_SAFETY ->
                List.of(Fact.needed("danger", "危及国家安全、公共安全、经济安全或者社会稳定的具体理由", "写明会发生什么危害、怎样发生，不能只重复条文")
                        .told("公开后的危害"));
            case DENIED_THIRD_PARTY ->
                List.of(
                        Fact.needed("asked", "征求第三方意见的经过", "何时征求、对方何时收到、何时答复"),
                        Fact.needed("opinion", "第三方的意见", "不同意公开及其理由；逾期未答复的如实写明"),
                        Fact.needed("judgement", "本机关的判断", "为何构成商业秘密、个人隐私等，不公开是否对公共利益造成重大影响"));
            case DENIED_INTERNAL ->
                List.of(Fact.needed("which", "属于哪一类内部事务信息", "人事管理、后勤管理、内部工作流程；为何没有外部效力")
                        .told("内部事务信息的类别"));
            case DENIED_PROCESS ->
                List.of(Fact.needed("which", "属于哪一类过程性信息", "讨论记录、过程稿、磋商信函、请示报告；决策是否已经作出")
                        .told("过程性信息的类别"));
            case DENIED_ENFORCEMENT_FILE ->
                List.of(
                        Fact.needed("file", "对应的行政执法案卷", "案卷名称或者案号"),
                        Fact.wanted("reading", "当事人查阅案卷的途径", "申请人是当事人的，告知可以依规定查阅"));
            case DENIED_ADMIN_QUERY ->
                List.of(Fact.needed("where", "依哪部法律、行政法规，到哪里、怎样查询", "写明法律名称条款、查询机构、地址和办理方式")
                        .told("查询的依据和办法"));
            case UNAVAIL_NOT_HELD ->
                List.of(
                        Fact.needed("state", "不掌握的情形", "信息不存在，或者不属于本机关负责公开"),
                        Fact.wanted("owner", "负责公开的机关名称、联系方式", "能够确定的，应当告知（第三十六条第（五）项）"));
            case UNAVAIL_NEEDS_CREATION ->
                List.of(
                        Fact.needed("have", "现有信息的状况", "手头有什么").told("现有信息"),
                        Fact.needed("work", "需要何种加工、分析", "为何不能区分处理后直接提供（第三十七条）").told("需要的加工、分析"));
            case UNAVAIL_STILL_UNCLEAR ->
                List.of(
                        Fact.needed("corrected", "补正的经过", "何时要求补正、何时收到补正材料"),
                        Fact.needed("unclear", "补正后仍不明确之处", "说明为何仍不能据以检索"));
            case REFUSED_PETITION -> List.of(Fact.needed("channel", "可以通过的相应渠道", "信访、投诉、举报的受理机关和方式"));
            case REFUSED_DUPLICATE -> List.of(Fact.needed("earlier", "前次申请和答复的文号、日期", "申请编号、答复书文号、答复日期、送达日期"));
            case REFUSED_PUBLICATION -> List.of(Fact.needed("source", "获取该出版物的途径", "出版单位、书号或者刊号、可以查阅的地点"));
            case REFUSED_MASS_REPEAT ->
                List.of(
                        Fact.needed("count", "申请的数量、频次", "取自统计表，不能只写“数量较多”"),
                        Fact.needed("asked", "要求说明理由的经过", "通知书文号、日期，申请人何时怎样说明"),
                        Fact.needed("why", "理由为何不合理", "对申请人说明的理由逐条回应").told("理由不合理之处"));
            case REFUSED_CONFIRM_REISSUE -> List.of(Fact.needed("earlier", "申请人已经获取该信息的情况", "何时、以何种方式取得"));
            case OTHER_MISC -> List.of(Fact.needed("what", "终止办理的情形", "例如非政府信息、已移交国家档案馆、申请人死亡或者终止"));
            case OTHER_NO_CORRECTION, OTHER_NO_PAYMENT -> List.of();
        };
    }

    /** The articles proposed, the first of them chosen beforehand. */
    public static List<String> bases(DecisionType decision, @Nullable Granting sub) {
        var bases = new ArrayList<String>();
        for (var article : articles(decision, sub)) {
            bases.add(REGULATION + article);
        }
        return bases;
    }

    private static List<String> articles(DecisionType decision, @Nullable Granting sub) {
        return switch (decision) {
            case GRANTED -> sub == Granting.ALREADY_PUBLIC ? List.of("第三十六条第（一）项") : List.of("第三十六条第（二）项", "第四十条");
            case PARTIAL -> List.of("第三十七条", "第十四条", "第十五条", "第十六条第一款", "第十六条第二款");
            case DENIED_STATE_SECRET, DENIED_LAW_PROHIBITED, DENIED_THREE_SAFETY -> List.of("第十四条", "第三十六条第（三）项");
            case DENIED_THIRD_PARTY -> List.of("第十五条", "第三十二条", "第三十六条第（三）项");
            case DENIED_INTERNAL -> List.of("第十六条第一款", "第三十六条第（三）项");
            case DENIED_PROCESS, DENIED_ENFORCEMENT_FILE -> List.of("第十六条第二款", "第三十六条第（三）项");
            case DENIED_ADMIN_QUERY -> List.of("第三十六条第（七）项");
            case UNAVAIL_NOT_HELD -> List.of("第三十六条第（四）项", "第三十六条第（五）项");
            case UNAVAIL_NEEDS_CREATION -> List.of("第三十八条");
            case UNAVAIL_STILL_UNCLEAR -> List.of("第三十条", "第二十九条第二款第（二）项");
            case REFUSED_PETITION -> List.of("第三十九条第一款");
            case REFUSED_DUPLICATE -> List.of("第三十六条第（六）项");
            case REFUSED_PUBLICATION -> List.of("第三十九条第二款");
            case REFUSED_MASS_REPEAT -> List.of("第三十五条");
            case REFUSED_CONFIRM_REISSUE -> List.of("第二条", "第三十八条");
            case OTHER_MISC -> List.of("第二条");
            case OTHER_NO_CORRECTION -> List.of("第三十条");
            case OTHER_NO_PAYMENT -> List.of("第四十二条");
        };
    }

    /** How the reasons usually begin, whoever the applicant is; to be completed by whoever writes. */
    public static String usualReasons(DecisionType decision, @Nullable Granting sub) {
        return switch (decision) {
            case GRANTED -> sub == Granting.ALREADY_PUBLIC ? "该政府信息已经主动公开。" : "该政府信息可以公开，本机关予以提供。";
            case PARTIAL -> "该信息中含有不应当公开的内容，能够作区分处理，本机关提供可以公开的部分。";
            case REFUSED_PETITION -> "该申请实质上是信访、投诉、举报，不作为政府信息公开申请处理。";
            case REFUSED_DUPLICATE -> "本机关已就您提出的相同内容的申请作出答复，不再重复处理。";
            case REFUSED_CONFIRM_REISSUE -> "要求对已经获取的信息予以确认或者重新出具，不属于" + REGULATION + "调整的范围。";
            case UNAVAIL_NEEDS_CREATION -> "获取该信息需要本机关对现有政府信息进行加工、分析，本机关不予提供。";
            default -> "";
        };
    }

    /** Whether the answer treats the parts of the information apart. */
    public static boolean hasParts(DecisionType decision) {
        return decision == DecisionType.PARTIAL;
    }
}
