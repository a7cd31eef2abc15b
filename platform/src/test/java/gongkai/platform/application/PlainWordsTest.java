package gongkai.platform.application;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.DeliveryMethod;
import gongkai.platform.request.procedure.Opening;
import gongkai.platform.request.procedure.Procedure;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.web.Tone;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What an applicant is told in each state. */
class PlainWordsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Step CONFIRMED = new Step.Confirm(DAY);

    private static Whereabouts words(@Nullable LocalDate due, Step... steps) {
        return wordsOn(DAY.plusDays(3), due, steps);
    }

    private static Whereabouts wordsOn(LocalDate today, @Nullable LocalDate due, Step... steps) {
        var standing = Procedure.replay(new Opening.Received(Channel.ONLINE, DAY, null), Arrays.asList(steps));
        return new PlainWords("示例市司法局", standing, List.of(), due, today).now();
    }

    @Test
    @DisplayName("第三十一条 双方确认之前，期限没有开始")
    void beforeBothSidesConfirm() {
        var words = words(null);
        assertThat(words.headline()).isEqualTo("等待双方确认");
        assertThat(words.who()).isEqualTo("示例市司法局");
        assertThat(words.counting()).contains("还没有开始计算");
    }

    @Test
    @DisplayName("第三十三条 办理中轮到单位，逾期说明可以怎么办")
    void whileTheClockRuns() {
        var due = LocalDate.of(2026, 3, 30);
        assertThat(words(due, CONFIRMED).until()).isEqualTo(due);
        assertThat(words(due, CONFIRMED).who()).isEqualTo("示例市司法局");
        var late = wordsOn(due.plusDays(1), due, CONFIRMED);
        assertThat(late.tone()).isEqualTo(Tone.ERROR);
        assertThat(late.otherwise()).contains("行政复议", "行政诉讼");
    }

    @Test
    @DisplayName("第三十三条、第三十五条 怎样数日子：延长、征求意见、合理延迟都说明")
    void saysHowTheDaysAreCounted() {
        var extended = words(DAY, CONFIRMED, new Step.Extend(DAY, 10, "某某", "信息量大"));
        assertThat(extended.headline()).endsWith("（已延期）");
        assertThat(extended.counting()).contains("共 20 个工作日，经批准延长 10 个工作日");
        var corrected = words(
                DAY,
                CONFIRMED,
                new Step.Extend(DAY, 10, "某某", "信息量大"),
                new Step.RequestCorrection(DAY, List.of("请写明年份"), DAY.plusDays(10)),
                new Step.CorrectionReceived(DAY, "2025年"));
        assertThat(corrected.headline()).as("the new term is not extended").isEqualTo("正在办理");
        assertThat(corrected.counting()).contains("自收到补正之日").doesNotContain("延长");
        var consulted = words(
                DAY,
                CONFIRMED,
                new Step.ConsultThirdParty(DAY, DAY, "示例公司", "合同"),
                new Step.ThirdPartyReplied(DAY, Step.Opinion.AGREE, ""));
        assertThat(consulted.counting()).contains("征求意见所需时间不计算在内");
        var delayed = words(
                DAY,
                CONFIRMED,
                new Step.RequestExplanation(DAY, "本月第五十件", DAY.plusDays(7)),
                new Step.GrantReasonableDelay(DAY, DAY.plusDays(90), "理由合理"));
        assertThat(delayed.counting()).contains("延迟到上面的日期", "第三十五条").doesNotContain("20 个工作日");
    }

    @Test
    @DisplayName("第三十条 待补正轮到申请人，逾期视为放弃")
    void whileACorrectionIsAwaited() {
        var asked = new Step.RequestCorrection(DAY, List.of("请写明年份"), DAY.plusDays(10));
        var words = words(null, CONFIRMED, asked);
        assertThat(words.who()).isEqualTo("您");
        assertThat(words.until()).isEqualTo(DAY.plusDays(10));
        assertThat(words.otherwise()).contains("视为放弃申请", "第三十条");
        assertThat(wordsOn(DAY.plusDays(10), null, CONFIRMED, asked).headline()).isEqualTo("请补正申请");
        assertThat(wordsOn(DAY.plusDays(11), null, CONFIRMED, asked).headline()).isEqualTo("补正期限已过");
    }

    @Test
    @DisplayName("第三十五条 待说明理由轮到申请人，期限照常计算")
    void whileReasonsAreAwaited() {
        var words = words(null, CONFIRMED, new Step.RequestExplanation(DAY, "本月第五十件", DAY.plusDays(7)));
        assertThat(words.who()).isEqualTo("您");
        assertThat(words.counting()).contains("照常计算");
    }

    @Test
    @DisplayName("第三十二条 征求第三方意见，不透露是谁、征求什么")
    void whileAThirdPartyIsAsked() {
        var asked = new Step.ConsultThirdParty(DAY, DAY, "示例公司", "商业秘密");
        var words = words(null, CONFIRMED, asked);
        assertThat(words.toString()).contains("第三方", "不计算在答复期限内").doesNotContain("示例公司", "商业秘密");
        assertThat(StepInWords.of(asked, true, DAY)).isEqualTo("单位征求第三方意见");
        var replied = new Step.ThirdPartyReplied(DAY, Step.Opinion.DISAGREE, "不愿意");
        assertThat(StepInWords.of(replied, true, DAY)).isEqualTo("第三方提出了意见");
    }

    @Test
    @DisplayName("第三十四条 其他机关逾期视为同意")
    void whileAnotherOrganIsAsked() {
        var words = words(null, CONFIRMED, new Step.ConsultAgency(DAY, DAY, "某机关", "共同制作"));
        assertThat(words.otherwise()).contains("视为同意公开", "第三十四条");
    }

    @Test
    @DisplayName("第四十二条 待缴费轮到申请人")
    void whileAFeeIsAwaited() {
        var words = words(null, CONFIRMED, new Step.NoticeFee(DAY, FeeBasis.PAGES, 31, DAY));
        assertThat(words.who()).isEqualTo("您");
        assertThat(words.otherwise()).contains("视为放弃申请");
        assertThat(words.counting()).contains("从次日起重新计算 20 个工作日");
    }

    @Test
    void theAnswerIsNotToldBeforeItIsOut() {
        var decided = new Step.Decide(
                DAY, DecisionType.DENIED_STATE_SECRET, null, "内部理由", "内部事实", List.of("第十四条"), "某某", "", "");
        assertThat(words(null, CONFIRMED, decided).headline()).isEqualTo("答复已经作出，等待送达");
        assertThat(StepInWords.of(decided, false, DAY)).doesNotContain("秘密");
        assertThat(StepInWords.of(decided, true, DAY)).contains("属于国家秘密").doesNotContain("内部", "某某");
        var sent = new Step.Dispatch(DAY, DeliveryMethod.POST, "XA1");
        assertThat(words(null, CONFIRMED, decided, sent).headline()).isEqualTo("答复已经发出");
        var delivered = new Step.Deliver(DAY, "本人");
        assertThat(words(null, CONFIRMED, decided, sent, delivered).tone()).isEqualTo(Tone.DONE);
    }

    @Test
    void everyEndIsTold() {
        var asked = new Step.RequestCorrection(DAY, List.of("请写明年份"), DAY.plusDays(1));
        var fee = new Step.NoticeFee(DAY, FeeBasis.PAGES, 31, DAY);
        assertThat(words(null, CONFIRMED, new Step.Withdraw(DAY, "不要了")).headline())
                .isEqualTo("您已撤回申请");
        assertThat(words(null, CONFIRMED, asked, new Step.CorrectionOverdue(DAY.plusDays(2)))
                        .headline())
                .isEqualTo("逾期没有补正，不再处理");
        assertThat(words(null, CONFIRMED, fee, new Step.FeeOverdue(DAY.plusDays(60)))
                        .headline())
                .isEqualTo("逾期没有缴费，不再处理");
    }

    @Test
    void reviewInsideTheOrganIsNobodysBusinessOutside() {
        assertThat(StepInWords.of(new Step.ReturnFromReview(DAY, "退回重写"), true, DAY))
                .isEmpty();
        assertThat(StepInWords.of(new Step.SubmitForReview(DAY), true, DAY)).isEmpty();
        assertThat(words(LocalDate.of(2026, 3, 30), CONFIRMED, new Step.SubmitForReview(DAY))
                        .headline())
                .isEqualTo("答复已经拟好，正在审核");
    }
}
