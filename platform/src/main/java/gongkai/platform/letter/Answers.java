package gongkai.platform.letter;

import gongkai.platform.letter.Prefill.Around;
import gongkai.platform.letter.Prefill.Proposed;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in the answers (答复书) by the decision they tell. Pure. */
final class Answers {
    /** Before what of a partial answer is disclosed, in the facts of the decision. */
    static final String OPEN = "公开的内容：";

    private static final Pattern NOT_EXISTING = Pattern.compile("(三十六|36)条.*[四4]");
    private static final Pattern FOR_ANOTHER = Pattern.compile("(三十六|36)条.*[五5]");

    private Answers() {}

    static Proposed of(
            DecisionType decision,
            Step.@Nullable Granting sub,
            String facts,
            String reasons,
            List<String> legalBasis,
            String searchRecord,
            String previousRequest,
            Around around) {
        var kind = decision.letter();
        var values = new LinkedHashMap<String, String>();
        values.put("认定事实", examined(facts));
        values.put("理由", Facts.ended(reasons));
        values.put("依据", Prefill.basis(legalBasis));
        switch (kind) {
            case REPLY_GRANTED -> values.put("决定内容", granted(sub, around));
            case REPLY_PARTIAL -> partial(values, facts, reasons, around.you());
            case REPLY_DENIED -> values.put("不予公开情形", ground(decision));
            case REPLY_REFUSED -> {
                values.put("不予处理情形", ground(decision));
                values.put("决定内容", previousRequest.isBlank() ? "" : "前次申请与答复：" + Facts.ended(previousRequest));
            }
            case REPLY_UNAVAILABLE -> {
                values.put(
                        "无法提供情形", decision == DecisionType.UNAVAIL_NOT_HELD ? notHeld(legalBasis) : ground(decision));
                values.put("检索说明", Facts.ended(searchRecord));
            }
            default -> {
                return new Proposed(kind, decision, true, ended(values, around), Map.of());
            }
        }
        return new Proposed(kind, decision, true, values, Map.of());
    }

    /** An end without an answer of the five groups: 其他处理. */
    private static Map<String, String> ended(Map<String, String> values, Around around) {
        return Map.of(
                "终止事实", values.getOrDefault("认定事实", ""),
                "终止理由", values.getOrDefault("理由", ""),
                "终止日期", ChineseDay.of(around.today()));
    }

    private static String examined(String facts) {
        var told = Facts.ended(facts);
        return told.isEmpty() || told.startsWith("经") ? told : "经审查，" + told;
    }

    /**
     * What is open and what is withheld, each with its heading: facts that begin with {@link #OPEN} tell the one, reasons from （一） on the
     * other; what stands before them is what was found.
     */
    private static void partial(Map<String, String> values, String facts, String reasons, String you) {
        boolean told = facts.startsWith(OPEN);
        int parts = reasons.startsWith("（一）") ? 0 : reasons.indexOf("\n（一）") + 1;
        boolean listed = parts > 0 || reasons.startsWith("（一）");
        values.put("公开部分", told ? Facts.ended(facts.substring(OPEN.length())) : "现将作区分处理后的政府信息提供给" + you + "。");
        values.put("不公开部分及理由", Facts.ended(listed ? reasons.substring(parts) : reasons));
        values.put("理由", "");
        if (told) {
            values.put(
                    "认定事实", examined(parts > 0 ? reasons.substring(0, parts) : you + "申请公开的政府信息含有不应当公开的内容，能够作区分处理。"));
        } else if (parts > 0) {
            values.put("理由", Facts.ended(reasons.substring(0, parts)));
        }
    }

    private static String granted(Step.@Nullable Granting sub, Around around) {
        var you = around.you();
        if (sub == Step.Granting.ALREADY_PUBLIC) {
            return "该政府信息已经主动公开，" + you + "可以按上述方式、途径获取。";
        }
        var form = around.wantedForm();
        return "现将该政府信息" + (form.isBlank() ? "" : "按" + you + "要求的形式（" + Prefill.inside(form) + "）") + "提供给" + you
                + "。";
    }

    /** What the law has the applicant told: that the information does not exist, or that it is for another organ to disclose (第三十六条第（四）项、第（五）项). */
    private static String notHeld(List<String> legalBasis) {
        boolean missing = legalBasis.stream().anyMatch(NOT_EXISTING.asPredicate());
        boolean another = legalBasis.stream().anyMatch(FOR_ANOTHER.asPredicate());
        return missing == another ? ground(DecisionType.UNAVAIL_NOT_HELD) : missing ? "经检索不存在" : "，不属于本机关负责公开";
    }

    /** The words of the ground in the middle of the sentence that decides. */
    static String ground(DecisionType decision) {
        return switch (decision) {
            case DENIED_STATE_SECRET -> "属于依法确定的国家秘密";
            case DENIED_LAW_PROHIBITED -> "属于法律、行政法规禁止公开的政府信息";
            case DENIED_THREE_SAFETY -> "公开后可能危及国家安全、公共安全、经济安全、社会稳定";
            case DENIED_THIRD_PARTY -> "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害";
            case DENIED_INTERNAL -> "属于行政机关的内部事务信息";
            case DENIED_PROCESS -> "属于行政机关在履行行政管理职能过程中形成的过程性信息";
            case DENIED_ENFORCEMENT_FILE -> "属于行政执法案卷信息";
            case DENIED_ADMIN_QUERY -> "属于法律、行政法规对获取有特别规定的行政查询事项";
            case UNAVAIL_NOT_HELD -> "，本机关不掌握";
            case UNAVAIL_NEEDS_CREATION -> "，没有现成信息，需要对现有政府信息进行加工、分析";
            case UNAVAIL_STILL_UNCLEAR -> "，经补正后申请内容仍不明确";
            case REFUSED_PETITION -> "实质是以政府信息公开申请的形式进行信访、投诉、举报等活动，不作为政府信息公开申请处理";
            case REFUSED_DUPLICATE -> "与本机关已经答复的申请内容相同，属于重复申请，不予重复处理";
            case REFUSED_PUBLICATION -> "要求提供政府公报、报刊、书籍等公开出版物";
            case REFUSED_MASS_REPEAT -> "数量、频次明显超过合理范围，且说明的理由不合理";
            case REFUSED_CONFIRM_REISSUE -> "要求对已经获取的政府信息予以确认或者重新出具";
            case GRANTED, PARTIAL, OTHER_NO_CORRECTION, OTHER_NO_PAYMENT, OTHER_MISC -> decision.label();
        };
    }
}
