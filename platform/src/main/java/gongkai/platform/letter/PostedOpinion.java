package gongkai.platform.letter;

import gongkai.platform.api.BodyFields;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.PostedStep;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * What third parties say, posted by another system: where several were asked in one consultation the call names whose opinion it is, in the field
 * {@code thirdParty}, and the consultation goes on until the last has answered. Where one was asked nothing is different.
 */
@Component
class PostedOpinion implements PostedStep {
    private static final String WHO = "thirdParty";

    private final Consultations consultations;
    private final Requests requests;

    PostedOpinion(Consultations consultations, Requests requests) {
        this.consultations = consultations;
        this.requests = requests;
    }

    @Override
    public Optional<Requests.Outcome> take(
            DisclosureRequest request, StepType type, JsonNode fields, boolean backfill) {
        if (type != StepType.THIRD_PARTY_REPLIED && type != StepType.THIRD_PARTY_OVERDUE) {
            return Optional.empty();
        }
        return consultations
                .open(request)
                .flatMap(open -> type == StepType.THIRD_PARTY_REPLIED
                        ? said(request, open, new BodyFields(fields), backfill)
                        : silent(request, open, backfill));
    }

    private Optional<Requests.Outcome> said(
            DisclosureRequest request, Consultations.Open open, BodyFields fields, boolean backfill) {
        var all = open.parties().stream().map(Consultations.Party::name).toList();
        var names = fields.textIfGiven(WHO)
                .lines()
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        if (names.isEmpty()) {
            // Said without telling by whom, it is what all of them say.
            return Optional.empty();
        }
        if (!all.containsAll(names)) {
            return unfit("字段 " + WHO + " 写的不是这次征求意见的第三方，征求的是：" + String.join("、", all));
        }
        if (backfill) {
            return names.containsAll(all)
                    ? Optional.empty()
                    : unfit("补录的意见是整个征求的结果，请用字段 " + WHO + " 写明全部第三方，一行一个：" + String.join("、", all));
        }
        var on = fields.dayIfGiven("on");
        if (on != null && !on.equals(requests.today())) {
            return Optional.of(new Requests.Outcome.Unfit("on", "日期" + on + "不是今天；以前发生的步骤请用补录登记"));
        }
        return Optional.of(each(
                request,
                names.stream().map(all::indexOf).toList(),
                fields.identifier("opinion", Step.Opinion.class),
                fields.textIfGiven("reason")));
    }

    private Requests.Outcome each(
            DisclosureRequest request, List<Integer> places, Step.Opinion opinion, String reason) {
        Requests.Outcome outcome = new Requests.Outcome.Taken(request, null);
        for (int place : places) {
            if (outcome instanceof Requests.Outcome.Taken) {
                outcome = consultations.said(request, place, opinion, reason, null);
            }
        }
        return outcome;
    }

    /** Once some have answered, the rest being silent does not undo what they said. */
    private Optional<Requests.Outcome> silent(DisclosureRequest request, Consultations.Open open, boolean backfill) {
        return backfill || open.parties().stream().allMatch(party -> party.said() == null)
                ? Optional.empty()
                : Optional.of(consultations.conclude(request, null));
    }

    private static Optional<Requests.Outcome> unfit(String reason) {
        return Optional.of(new Requests.Outcome.Unfit(WHO, reason));
    }
}
