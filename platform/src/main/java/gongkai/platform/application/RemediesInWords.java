package gongkai.platform.application;

import gongkai.platform.application.CasePage.Remedies;
import gongkai.platform.application.CasePage.Term;
import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.casework.DisputedRules;
import gongkai.platform.letter.OnlineRemedies;
import gongkai.platform.organ.Court;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reconsideration;
import gongkai.platform.remedy.RemedyTerms;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RemedyMode;
import gongkai.platform.request.procedure.RemedyNotice;
import gongkai.platform.request.procedure.Stage;
import gongkai.platform.request.procedure.Standing;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Day;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What an applicant may do against an answer that reached them, and until when (救济). */
@Component
class RemediesInWords {
    private final Organs organs;
    private final Courts courts;
    private final Requests requests;
    private final OnlineRemedies online;
    private final DisputedRules rules;

    RemediesInWords(Organs organs, Courts courts, Requests requests, OnlineRemedies online, DisputedRules rules) {
        this.organs = organs;
        this.courts = courts;
        this.requests = requests;
        this.online = online;
        this.rules = rules;
    }

    /** Null while there is nothing they could do something against: no answer, and the time to answer not over. */
    @Nullable
    Remedies of(DisclosureRequest request, Standing standing, List<Step> steps) {
        var stage = standing.stage() instanceof Stage.Archived archived ? archived.closed() : standing.stage();
        if (stage instanceof Stage.Delivered delivered) {
            var decision = delivered.answer().decision();
            var mode = rules.remedy(
                    request.organ(), decision, basis(steps), delivered.answer().on());
            return told(request, decision, mode, delivered.on());
        }
        if (stage instanceof Stage.Ended ended && ended.ending() != Stage.Ending.WITHDRAWN) {
            var decision = ended.ending().decision();
            return told(request, decision, decision.remedy(List.of()), null);
        }
        var due = request.due();
        return stage instanceof Stage.Running && due != null && requests.today().isAfter(due)
                ? againstSilence(request, due)
                : null;
    }

    /** The organ has not answered in time. */
    private Remedies againstSilence(DisclosureRequest request, LocalDate due) {
        var choice = reconsideration(request, due);
        var court = court(request, due);
        return new Remedies(
                "单位没有在期限内答复，您可以向" + String.join("或者", names(choice)) + "申请行政复议，也可以向" + court + "提起行政诉讼（《条例》第五十一条）。",
                List.of(silence(request, due)),
                "自答复期限届满（" + Day.text(due, requests.today()) + "）起计算；单位以后作出答复的，按收到的答复另行计算",
                online.address(request.organ()));
    }

    private Term silence(DisclosureRequest request, LocalDate due) {
        try {
            var term = new RemedyTerms(requests.procedure(request.organ()).days()).afterSilence(due);
            return new Term(term.name(), term.lastDay(), term.article());
        } catch (MissingYearException e) {
            return new Term("就不予答复起诉", due.plusMonths(6), "行诉解释第六十六条");
        }
    }

    private Reconsideration.@Nullable Found reconsideration(DisclosureRequest request, LocalDate on) {
        return organs.reconsideration(request.organ(), on) instanceof Reconsideration.Found found ? found : null;
    }

    private static List<String> names(Reconsideration.@Nullable Found found) {
        return found == null
                ? List.of("复议机关（请向答复您的单位询问）")
                : found.organs().stream().map(Organ::name).toList();
    }

    private String court(DisclosureRequest request, LocalDate on) {
        return courts.of(request.organ(), on).map(Court::court).orElse("有管辖权的人民法院");
    }

    private Remedies told(
            DisclosureRequest request, DecisionType decision, RemedyMode mode, @Nullable LocalDate delivered) {
        if (mode == RemedyMode.NONE) {
            return new Remedies("", List.of(), "", "");
        }
        var on = delivered == null ? requests.today() : delivered;
        var found = reconsideration(request, on);
        var choice = names(found);
        var court = court(request, on);
        var text = new RemedyNotice(mode, choice, court, null, found != null && found.ruledByStateCouncil())
                .text()
                .replace("本答复书", delivered == null ? "不再处理告知书" : "本答复书");
        return new Remedies(
                text,
                delivered == null ? List.of() : terms(request, delivered, mode),
                delivered == null
                        ? "期限自您收到告知书之日起计算"
                        : "自您收到答复（" + Day.text(delivered, requests.today()) + "）的次日起计算，最后一日是休息日或节假日的顺延",
                online.address(request.organ()));
    }

    private List<Term> terms(DisclosureRequest request, LocalDate delivered, RemedyMode mode) {
        try {
            return new RemedyTerms(requests.procedure(request.organ()).days())
                    .afterAnswer(delivered).stream()
                            .filter(term ->
                                    mode == RemedyMode.EITHER || term.name().contains("复议"))
                            .map(term -> new Term(term.name(), term.lastDay(), term.article()))
                            .toList();
        } catch (MissingYearException e) {
            // The last day falls into a year whose holidays are not known: the day before any shift is safe to tell.
            return mode == RemedyMode.EITHER
                    ? List.of(
                            new Term("申请行政复议", delivered.plusDays(60), "行政复议法第二十条"),
                            new Term("直接起诉", delivered.plusMonths(6), "行政诉讼法第四十六条"))
                    : List.of(new Term("申请行政复议", delivered.plusDays(60), "行政复议法第二十条"));
        }
    }

    private static List<String> basis(List<Step> steps) {
        return steps.stream()
                .filter(Step.Decide.class::isInstance)
                .map(Step.Decide.class::cast)
                .reduce((first, second) -> second)
                .map(Step.Decide::legalBasis)
                .orElse(List.of());
    }
}
