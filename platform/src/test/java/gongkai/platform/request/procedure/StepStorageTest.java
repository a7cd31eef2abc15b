package gongkai.platform.request.procedure;

import static gongkai.platform.request.procedure.Case.day;
import static gongkai.platform.request.procedure.Steps.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A step can be stored as JSON and read again by the class of its type; the names in it are the names other systems use. */
@NullMarked
class StepStorageTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static List<Step> oneOfEach() {
        var on = "2026-03-03";
        return List.of(
                confirm(on),
                new Step.Register(day(on)),
                new Step.AnswerOnSpot(day(on), DecisionType.GRANTED, Step.Granting.ALREADY_PUBLIC, "已公开"),
                askCorrection(on, "2026-03-20"),
                corrected(on),
                correctionOverdue(on),
                explain(on, "2026-03-10"),
                new Step.ExplanationUnreasonable(day(on), "不合理"),
                new Step.GrantReasonableDelay(day(on), day("2026-06-30"), "量大"),
                new Step.ConsultThirdParty(day(on), null, "示例公司", "合同"),
                replied(on),
                silent(on),
                askAgency(on, "2026-03-04"),
                agencyReplied(on),
                new Step.AgencyOverdue(day(on)),
                extend(on, 20),
                noticeFee(on, "2026-03-04"),
                new Step.LetterReceived(day(on), day(on)),
                paid(on),
                feeOverdue(on),
                withdraw(on),
                new Step.Split(day(on), List.of("甲", "乙"), "两项内容"),
                new Step.Merge(day(on), List.of("甲"), day("2026-03-02"), "内容相同"),
                new Step.SubmitForReview(day(on)),
                new Step.ReturnFromReview(day(on), "补充理由"),
                decide(on, DecisionType.GRANTED),
                dispatch(on, DeliveryMethod.POST),
                deliver(on),
                archive(on),
                new Step.Redo(day(on), day("2026-03-31"), "示例复〔2026〕1号", "新号"),
                undo(on));
    }

    @Test
    void everyStepComesBackAsItWas() {
        assertThat(oneOfEach().stream().map(StepType::of)).containsExactly(StepType.values());
        for (var step : oneOfEach()) {
            assertThat(JSON.readValue(
                            JSON.writeValueAsString(step), StepType.of(step).step()))
                    .isEqualTo(step);
        }
    }

    @Test
    void theNamesAreThoseOtherSystemsUse() {
        assertThat(JSON.writeValueAsString(extend("2026-03-03", 20)))
                .contains("\"on\":\"2026-03-03\"", "\"workingDays\":20", "\"approvedBy\":\"王五\"")
                .doesNotContain("missing");
        assertThat(Stream.of("requestCorrection", "consultThirdParty", "thirdPartyOverdue", "answerOnSpot", "feePaid")
                        .map(StepType::named))
                .allMatch(java.util.Optional::isPresent);
        assertThat(StepType.named("register")).isPresent();
        assertThat(StepType.named("noSuchStep")).isEmpty();
        assertThat(Arrays.stream(StepType.values()).map(StepType::identifier)).doesNotHaveDuplicates();
    }
}
