package gongkai.platform.letter;

import gongkai.platform.request.procedure.Deadlines;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which letters follow from a step, and what stands in them before a person looks at them. Pure. */
final class Prefill {
    /** The field of a letter that names the third party it is for. */
    static final String THIRD_PARTY = "第三方";

    static final String REGULATION = "《中华人民共和国政府信息公开条例》";

    private Prefill() {}

    /**
     * A letter that follows from a step.
     *
     * @param decision what it tells, if it is an answer
     * @param signed whether the step is its signature
     */
    record Proposed(
            LetterKind kind,
            @Nullable DecisionType decision,
            boolean signed,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> rows) {
        static Proposed draft(LetterKind kind, Map<String, String> values) {
            return new Proposed(kind, null, false, values, Map.of());
        }

        /** The same with the names of what goes out with it (附件), numbered when there are several. */
        Proposed enclosing(List<String> names) {
            if (names.isEmpty() || !LetterFields.isAnswer(kind)) {
                return this;
            }
            var all = new LinkedHashMap<>(values);
            var lines = new ArrayList<String>();
            for (int i = 0; i < names.size(); i++) {
                lines.add(names.size() == 1 ? names.get(i) : (i + 1) + ". " + names.get(i));
            }
            all.put("附件", "附件：" + String.join("\n　　　", lines));
            return new Proposed(kind, decision, signed, all, rows);
        }
    }

    /**
     * What the letters draw on beside the step.
     *
     * @param due the last day to answer before the step, null if none ran
     * @param dueNow the same after it
     * @param running the terms that run after it
     * @param you how the applicant is addressed (尊称)
     * @param correction the signed 补正告知书 of the case, and when it was delivered; likewise {@code fee}
     * @param objectors the third parties that object to disclosure
     */
    record Around(
            LocalDate today,
            @Nullable LocalDate due,
            @Nullable LocalDate dueNow,
            List<Deadlines.Deadline> running,
            Earlier correction,
            Earlier fee,
            List<Objector> objectors,
            LetterSettings settings,
            String contact,
            String wantedForm,
            String you) {
        String lastDay(Deadlines.Kind kind) {
            return running.stream()
                    .filter(deadline -> deadline.kind() == kind)
                    .findFirst()
                    .map(deadline -> ChineseDay.of(deadline.lastDay()))
                    .orElse("");
        }
    }

    /** A third party that objects to disclosure. @param content what it was asked about */
    record Objector(String name, String content) {}

    /** A letter of the same case that came before; empty texts if there is none. */
    record Earlier(String docNo, String deliveredOn, String lastDay) {
        static final Earlier NONE = new Earlier("", "", "");
    }

    static List<Proposed> of(Step taken, Around around) {
        return switch (taken) {
            case Step.RequestCorrection s ->
                List.of(Proposed.draft(LetterKind.CORRECTION_NOTICE, correction(s, around)));
            case Step.CorrectionOverdue s ->
                List.of(Proposed.draft(
                        LetterKind.ABANDON_NOTICE_CORRECTION,
                        Map.of(
                                "补正告知书文号", around.correction().docNo(),
                                "补正告知书送达日", around.correction().deliveredOn(),
                                "补正期限届满日", around.correction().lastDay(),
                                "依据", REGULATION + "第三十条")));
            case Step.RequestExplanation s ->
                List.of(Proposed.draft(
                        LetterKind.EXPLAIN_REASON_NOTICE,
                        Map.of(
                                "数量频次统计",
                                Facts.ended(s.reason()),
                                "说明期限",
                                ChineseDay.of(s.deadline()),
                                "逾期后果",
                                "逾期不说明理由，或者说明的理由不合理的，本机关将不予处理。",
                                "依据",
                                REGULATION + "第三十五条")));
            case Step.GrantReasonableDelay s ->
                List.of(Proposed.draft(
                        LetterKind.REASONABLE_DELAY_NOTICE,
                        Map.of("合理理由认定", Facts.ended(s.reason()), "延迟至日期", ChineseDay.of(s.until()))));
            case Step.Extend s ->
                List.of(Proposed.draft(
                        LetterKind.EXTENSION_NOTICE,
                        Map.of(
                                "原届满日", ChineseDay.of(around.due()),
                                "延长工作日数", String.valueOf(s.workingDays()),
                                "新届满日", ChineseDay.of(around.dueNow()),
                                "延长理由", inside(s.reason()),
                                "批准人", s.approvedBy())));
            case Step.ConsultThirdParty s -> thirdParty(s, around);
            case Step.ConsultAgency s ->
                List.of(Proposed.draft(
                        LetterKind.AGENCY_CONSULTATION,
                        Map.of(
                                "征求机关", s.agency(),
                                "共同制作情况", "",
                                "征求内容", Facts.ended(s.content()),
                                "答复届满日", within(around.lastDay(Deadlines.Kind.AGENCY_OPINION)),
                                "逾期后果", "逾期未提出意见的，依法视为同意公开。")));
            case Step.NoticeFee s -> List.of(FeeLetter.notice(s, around));
            case Step.FeeOverdue s ->
                List.of(Proposed.draft(
                        LetterKind.ABANDON_NOTICE_FEE,
                        Map.of(
                                "收费通知书文号", around.fee().docNo(),
                                "收费通知书送达日", around.fee().deliveredOn(),
                                "缴费期限届满日", around.fee().lastDay(),
                                "依据", REGULATION + "第四十二条和《政府信息公开信息处理费管理办法》")));
            case Step.AnswerOnSpot s ->
                List.of(Answers.of(
                        s.decision(),
                        s.sub(),
                        "该申请能够当场答复。",
                        s.reasons(),
                        List.of(s.decision().article(s.sub())),
                        "",
                        "",
                        around));
            case Step.Decide s -> decided(s, around);
            case Step.ExplanationUnreasonable s ->
                List.of(Answers.of(
                        DecisionType.REFUSED_MASS_REPEAT,
                        null,
                        around.you() + "申请公开政府信息的数量、频次明显超过合理范围，本机关已依法要求说明理由。",
                        s.reason(),
                        List.of("第三十五条"),
                        "",
                        "",
                        around));
            case Step.Withdraw s ->
                List.of(Proposed.draft(
                        LetterKind.TERMINATION_NOTICE,
                        Map.of(
                                "终止事实",
                                around.you() + "于" + ChineseDay.of(s.on()) + "向本机关提出撤回上述申请。",
                                "终止理由",
                                s.reason().isBlank() ? "" : "撤回理由：" + Facts.ended(s.reason()),
                                "终止日期",
                                ChineseDay.of(s.on()))));
            case Step.Dispatch s ->
                List.of(Proposed.draft(
                        LetterKind.DELIVERY_RECEIPT,
                        Map.of(
                                "送达方式", s.method().label(),
                                "发出日期", ChineseDay.of(s.on()),
                                "邮件号", s.mailNo())));
            default -> List.of();
        };
    }

    /** The answer; and whoever objected to what is granted all the same has to be told so in writing (第三十二条). */
    private static List<Proposed> decided(Step.Decide step, Around around) {
        var answer = Answers.of(
                step.decision(),
                step.sub(),
                step.facts(),
                step.reasons(),
                step.legalBasis(),
                step.searchRecord(),
                step.previousRequest(),
                around);
        if (step.decision() != DecisionType.GRANTED || step.sub() == Step.Granting.ALREADY_PUBLIC) {
            return List.of(answer);
        }
        return Stream.concat(
                        Stream.of(answer),
                        around.objectors().stream()
                                .map(objector -> Proposed.draft(
                                        LetterKind.DISCLOSE_DESPITE_OBJECTION,
                                        Map.of(
                                                "第三方", objector.name(),
                                                "公开内容", Facts.ended(objector.content()),
                                                "公开理由", ""))))
                .toList();
    }

    private static Map<String, String> correction(Step.RequestCorrection step, Around around) {
        var items = new ArrayList<String>();
        for (int i = 0; i < step.items().size(); i++) {
            items.add((i + 1) + ". " + Facts.ended(step.items().get(i)));
        }
        return Map.of(
                "不明确之处",
                "",
                "补正事项",
                String.join("\n", items),
                "补正期限",
                ChineseDay.of(step.deadline()),
                "逾期后果",
                "无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。",
                "咨询方式",
                "如对补正事项有疑问，请向本机关咨询，本机关将给予指导和释明" + (around.contact().isEmpty() ? "。" : "：" + around.contact() + "。"));
    }

    /** Each of those asked gets a letter of its own with the form to return; the applicant is told once. */
    private static List<Proposed> thirdParty(Step.ConsultThirdParty step, Around around) {
        return Stream.concat(
                        step.thirdParties().stream()
                                .map(name -> Proposed.draft(
                                        LetterKind.THIRD_PARTY_CONSULTATION,
                                        Map.of(
                                                THIRD_PARTY,
                                                name,
                                                "拟公开内容",
                                                Facts.ended(step.content()),
                                                "涉及权益",
                                                Facts.ended(step.interests()),
                                                "答复届满日",
                                                within(around.lastDay(Deadlines.Kind.THIRD_PARTY_OPINION)),
                                                "逾期后果",
                                                "逾期未提出意见的，由本机关依法决定是否公开。"))),
                        Stream.of(Proposed.draft(
                                LetterKind.CONSULT_INFO_TO_APPLICANT,
                                Map.of(
                                        "征求事由", "公开所申请的信息可能损害第三方的合法权益。",
                                        "征求意见日", ChineseDay.of(step.on()),
                                        "不计入期限", "根据该条例第三十三条，征求第三方意见所需时间不计算在答复期限内。"))))
                .toList();
    }

    private static String within(String lastDay) {
        return lastDay.isEmpty() ? "自收到之日的次日起计算" : "最迟为" + lastDay;
    }

    /** Inside a sentence: without the sign that ends one. */
    static String inside(String text) {
        return text.strip().replaceAll("[。；，]+$", "");
    }

    /** Articles as a letter names them: with the Regulation before those that name no law, each law once and each article once. */
    static String basis(List<String> articles) {
        var byLaw = new LinkedHashMap<String, Set<String>>();
        for (var article : articles) {
            var named = inside(article);
            int end = named.startsWith("《") ? named.indexOf('》') + 1 : 0;
            var law = end > 0 ? named.substring(0, end) : named.contains("《") ? "" : REGULATION;
            byLaw.computeIfAbsent(law, none -> new LinkedHashSet<>()).add(named.substring(end));
        }
        return byLaw.entrySet().stream()
                .map(law -> law.getKey() + String.join("、", law.getValue()))
                .collect(Collectors.joining("，"));
    }
}
