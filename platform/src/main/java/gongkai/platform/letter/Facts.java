package gongkai.platform.letter;

import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every letter knows by itself: from the case, the organ and its disclosure office. */
@Component
class Facts {
    private final Organs organs;
    private final DisclosureOffices offices;
    private final Applicants applicants;
    private final Requests requests;
    private final Settings settings;
    private final RemedyText remedies;
    private final LetterStore letters;

    Facts(
            Organs organs,
            DisclosureOffices offices,
            Applicants applicants,
            Requests requests,
            Settings settings,
            RemedyText remedies,
            LetterStore letters) {
        this.organs = organs;
        this.offices = offices;
        this.applicants = applicants;
        this.requests = requests;
        this.settings = settings;
        this.remedies = remedies;
        this.letters = letters;
    }

    /**
     * What stands in the common fields.
     *
     * @param problems what is missing, in words for the person
     */
    record Common(Map<String, String> values, List<String> problems) {}

    /** For the screen: the applicant is masked, number and day of signing are not known yet. */
    Common preview(Letter letter, DisclosureRequest request) {
        return of(letter, request, applicants.masked(request.applicant()).name(), "（签发时编号）", requests.today());
    }

    /** For signing: the applicant's full name, which is logged. */
    Common signing(Letter letter, DisclosureRequest request) {
        var applicant = applicants.use(request.applicant(), "生成" + letter.kind().title());
        return of(letter, request, applicant.name(), "", requests.today());
    }

    private Common of(Letter letter, DisclosureRequest request, String applicant, String docNo, LocalDate on) {
        var problems = new ArrayList<String>();
        var values = new LinkedHashMap<String, String>();
        values.put("机关全称", organs.find(request.organ(), on).map(Organ::name).orElse(""));
        values.put("文号", docNo);
        values.put("申请编号", request.number());
        values.put("申请人", applicant);
        values.put("尊称", request.applicantKind().addressed());
        var first = first(request);
        values.put("收到日期", ChineseDay.of(first.receiptDate() == null ? first.submittedOn() : first.receiptDate()));
        values.put("提出方式", request.channel().label());
        values.put("申请内容", ended(request.description()));
        values.put("落款日期", ChineseDay.of(on));
        values.put("程序经过", LetterFields.isAnswer(letter.kind()) ? course(request) : "");
        var basis = letter.content().values().getOrDefault("依据", "");
        var told = remedies.of(
                request.organ(),
                letter.kind(),
                letter.decision(),
                basis,
                settings.of(request.organ()).remedyUrl(),
                on);
        values.put("救济", told.text());
        if (!told.problem().isEmpty()) {
            problems.add(told.problem());
        }
        var office = offices.of(request.organ(), on);
        values.put("联系部门", office.map(DisclosureOffice::name).orElse(""));
        values.put("联系电话", office.map(DisclosureOffice::phone).orElse(""));
        values.put("联系地址", office.map(DisclosureOffice::address).orElse(""));
        values.put("办公时间", office.map(DisclosureOffice::hours).orElse(""));
        if (office.isEmpty()) {
            problems.add("没有公开工作机构的信息（联系部门、电话、地址），请先在“机构 › 公开工作机构”中录入");
        }
        return new Common(values, problems);
    }

    /** The request as it came in, where a new answer to it was ordered. */
    private DisclosureRequest first(DisclosureRequest request) {
        var first = request;
        while (first.isOrdered() && first.origin() != null) {
            first = requests.byNumber(first.origin()).orElseThrow();
        }
        return first;
    }

    /** Why it is answered anew. */
    private String ordered(DisclosureRequest request) {
        if (!request.isOrdered() || request.origin() == null) {
            return "";
        }
        var original = requests.byNumber(request.origin()).orElseThrow();
        var docNo = letters.of(original.id()).stream()
                .filter(letter -> letter.holds() && letter.decision() != null && letter.docNo() != null)
                .map(letter -> "（" + letter.docNo() + "）")
                .reduce("", (before, last) -> last);
        var caseNo = requests.steps(original).stream()
                .map(Recorded::step)
                .filter(step -> step instanceof Step.Redo redo && redo.number().equals(request.number()))
                .map(step -> "（" + ((Step.Redo) step).caseNo() + "）")
                .reduce("", (before, last) -> last);
        return "该申请原编号为" + original.number() + "，本机关于" + ChineseDay.of(original.endedOn())
                + (lapsed(original) ? "告知不再处理" : "作出答复" + docNo)
                + "。经行政复议或者行政诉讼" + caseNo + "，本机关被责令重新答复，现重新答复如下。";
    }

    private static boolean lapsed(DisclosureRequest request) {
        return request.decision() == DecisionType.OTHER_NO_CORRECTION
                || request.decision() == DecisionType.OTHER_NO_PAYMENT;
    }

    /** What happened before the answer (程序经过): the order to answer anew, corrections, consultations, extension, fee. */
    private String course(DisclosureRequest request) {
        var you = request.applicantKind().addressed();
        var told = new StringBuilder(ordered(request));
        var steps = requests.steps(request).stream().map(Recorded::step).toList();
        for (var step : Procedure.standing(steps)) {
            var day = "本机关于" + ChineseDay.of(step.on());
            told.append(
                    switch (step) {
                        case Step.RequestCorrection s -> "因申请内容不明确，" + day + "告知" + you + "补正。";
                        case Step.CorrectionReceived s ->
                            day + "收到补正材料" + (s.text().isBlank() ? "。" : "，补正后的申请内容为：" + ended(s.text()));
                        case Step.RequestExplanation s ->
                            (s.reason().isBlank() ? "" : "经统计，" + ended(s.reason())) + day + "要求" + you + "说明申请理由。";
                        case Step.GrantReasonableDelay s -> "经审查理由合理，本机关确定延迟至" + ChineseDay.of(s.until()) + "前答复。";
                        case Step.ConsultThirdParty s -> day + "书面征求第三方的意见。";
                        case Step.ThirdPartyReplied s ->
                            day + "收到第三方的意见：" + s.opinion().label() + "。";
                        case Step.ThirdPartyOverdue s -> "第三方逾期没有提出意见。";
                        case Step.ConsultAgency s -> day + "征求" + s.agency() + "的意见。";
                        case Step.AgencyReplied s ->
                            day + "收到其意见：" + s.opinion().label() + "。";
                        case Step.AgencyOverdue s -> "该机关逾期没有提出意见，视为同意公开。";
                        case Step.Extend s -> "经本机关政府信息公开工作机构负责人同意，答复期限延长" + s.workingDays() + "个工作日。";
                        case Step.NoticeFee s -> day + "通知" + you + "缴纳信息处理费。";
                        case Step.FeePaid s -> you + "于" + ChineseDay.of(s.on()) + "缴纳信息处理费。";
                        default -> "";
                    });
        }
        return told.toString();
    }

    /** With the sign that ends a sentence. */
    static String ended(String text) {
        var bare = text.strip();
        return bare.isEmpty() || bare.matches("(?s).*[。！？；：，、….!?;:][”’）]?") ? bare : bare + "。";
    }
}
