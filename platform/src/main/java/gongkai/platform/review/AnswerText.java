package gongkai.platform.review;

import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;

/** A draft as the decision it becomes when it is signed. */
final class AnswerText {
    private static final String NUMERALS = "一二三四五六七八九十";

    private AnswerText() {}

    static Step.Decide decision(AnswerDraft draft, LocalDate on, String approvedBy) {
        var content = draft.content();
        return new Step.Decide(
                on,
                draft.decision(),
                draft.sub(),
                reasons(content),
                facts(draft),
                basis(content),
                approvedBy,
                content.searchRecord(),
                content.previousRequest());
    }

    /** The facts, one a line, each under the heading it has in the letter. */
    static String facts(AnswerDraft draft) {
        return AnswerRules.facts(draft.decision(), draft.sub()).stream()
                .filter(fact -> !said(draft, fact).isBlank())
                .map(fact -> fact.told() + "：" + sentence(said(draft, fact)))
                .collect(Collectors.joining("\n"));
    }

    /** The reasons, and for a partial answer those of each part. */
    static String reasons(AnswerDraft.Content content) {
        var lines = new ArrayList<String>();
        if (!content.reasons().isBlank()) {
            lines.add(content.reasons());
        }
        int number = 0;
        for (var part : content.parts()) {
            lines.add("（" + numeral(++number) + "）" + part.matter() + "：" + part.nature() + "，" + part.reason() + "（"
                    + part.article() + "）");
        }
        return String.join("\n", lines);
    }

    /** The articles, those of the parts among them. */
    static List<String> basis(AnswerDraft.Content content) {
        var basis = new LinkedHashSet<>(content.legalBasis());
        content.parts().stream()
                .map(AnswerDraft.Withheld::article)
                .filter(article -> !article.isBlank())
                .map(article -> article.startsWith("第") ? AnswerRules.REGULATION + article : article)
                .forEach(basis::add);
        basis.removeIf(String::isBlank);
        return List.copyOf(basis);
    }

    /** What is missing before it may be signed, each a sentence that says what to do; empty if nothing is. */
    static List<String> missing(AnswerDraft draft) {
        var missing = new ArrayList<String>();
        var content = draft.content();
        for (var fact : AnswerRules.facts(draft.decision(), draft.sub())) {
            if (fact.required() && said(draft, fact).isBlank()) {
                missing.add("没有写明“" + fact.label() + "”");
            }
        }
        if (AnswerRules.hasParts(draft.decision())) {
            parts(content, missing);
        }
        for (var field : decision(draft, LocalDate.EPOCH, "签发人").missing()) {
            missing.add(
                    switch (field) {
                        case "reasons" -> "没有写明理由";
                        case "legalBasis" -> "没有写明依据的条款";
                        case "searchRecord" -> "没有检索记录：信息不存在的，应写明检索范围、方法和结果（第三十六条第（四）项）";
                        case "previousRequest" -> "没有写明前次申请（第三十六条第（六）项）";
                        default -> "没有写明认定的事实";
                    });
        }
        for (var paper : draft.decision().papers()) {
            if (content.papers().getOrDefault(paper, "").isBlank()) {
                missing.add("没有存卷材料“" + paper + "”");
            }
        }
        if (draft.decision() == DecisionType.GRANTED
                && draft.sub() == Step.Granting.PROVIDED
                && content.given().isEmpty()
                && content.facts().getOrDefault("how", "").isBlank()) {
            missing.add("没有选择随答复书提供的文件，也没有写明获取的方式、途径和时间");
        }
        return missing.stream().distinct().toList();
    }

    private static void parts(AnswerDraft.Content content, List<String> missing) {
        if (content.parts().isEmpty()) {
            missing.add("没有逐部分写明不公开的内容、理由和条款（第三十七条）");
        }
        int number = 0;
        for (var part : content.parts()) {
            number++;
            if (part.matter().isBlank()
                    || part.nature().isBlank()
                    || part.reason().isBlank()
                    || part.article().isBlank()) {
                missing.add("不公开部分第 " + number + " 项没有写全内容、性质、理由和条款");
            }
        }
    }

    private static String sentence(String text) {
        return text.matches("(?s).*[。！？；]") ? text : text + "。";
    }

    private static String said(AnswerDraft draft, AnswerRules.Fact fact) {
        return draft.content().facts().getOrDefault(fact.name(), "");
    }

    private static String numeral(int number) {
        return number <= NUMERALS.length() ? NUMERALS.substring(number - 1, number) : String.valueOf(number);
    }
}
