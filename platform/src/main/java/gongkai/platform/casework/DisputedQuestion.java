package gongkai.platform.casework;

import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RemedyMode;
import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What the law leaves open, or its sources tell differently, so that each organ settles it for itself. The first answer is the usual one. */
public enum DisputedQuestion {
    EMAIL_RECEIPT(
            "公布的申请邮箱收到的申请，哪一天是收到之日",
            "条例第三十一条第（三）项以双方确认之日为收到申请之日；国办公开办函〔2015〕207号以系统接收之日为收到之日。条例在后，默认从条例。",
            new Option("CONFIRMED", "双方确认之日"),
            new Option("SYSTEM_RECEIVED", "系统接收之日")),
    REMEDY_ADMIN_QUERY(
            "属于行政查询事项的，怎样告知救济",
            "第三十六条第（七）项在年度报告里归入“不予公开”，但法释〔2025〕8号的复议前置只列第十四条至第十六条。",
            DecisionType.DENIED_ADMIN_QUERY),
    REMEDY_PETITION("信访举报投诉类申请不予处理的，怎样告知救济", Sources.REFUSED, DecisionType.REFUSED_PETITION),
    REMEDY_DUPLICATE("重复申请不予处理的，怎样告知救济", Sources.REFUSED, DecisionType.REFUSED_DUPLICATE),
    REMEDY_PUBLICATION("要求提供公开出版物不予处理的，怎样告知救济", Sources.REFUSED, DecisionType.REFUSED_PUBLICATION);

    private static final class Sources {
        static final String REFUSED = "法释〔2025〕8号第一条说“不予处理”的可以起诉，也有材料说这几类不予立案。";
    }

    private final String label;
    private final String sources;
    private final List<Option> answers;
    private final Optional<DecisionType> decision;

    DisputedQuestion(String label, String sources, Option... answers) {
        this.label = label;
        this.sources = sources;
        this.answers = List.of(answers);
        this.decision = Optional.empty();
    }

    DisputedQuestion(String label, String sources, DecisionType decision) {
        this.label = label;
        this.sources = sources;
        this.answers = Arrays.stream(new RemedyMode[] {RemedyMode.EITHER, RemedyMode.RECON_FIRST, RemedyMode.NONE})
                .map(mode -> new Option(mode.name(), mode.label()))
                .toList();
        this.decision = Optional.of(decision);
    }

    public String label() {
        return label;
    }

    /** What the sources say, and why it is open. */
    public String sources() {
        return sources;
    }

    public List<Option> answers() {
        return answers;
    }

    public String usual() {
        return answers.getFirst().value();
    }

    /** The words of an answer. */
    public String words(String answer) {
        return answers.stream()
                .filter(each -> each.value().equals(answer))
                .map(Option::label)
                .findFirst()
                .orElse(answer);
    }

    /** The question about the remedies against that decision; empty where they are not disputed. */
    static Optional<DisputedQuestion> about(DecisionType decision) {
        return Arrays.stream(values())
                .filter(each -> each.decision.filter(decision::equals).isPresent())
                .findFirst();
    }
}
