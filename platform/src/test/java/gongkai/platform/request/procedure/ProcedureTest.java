package gongkai.platform.request.procedure;

import static gongkai.platform.request.procedure.Case.LATER;
import static gongkai.platform.request.procedure.Case.PROCEDURE;
import static gongkai.platform.request.procedure.Case.day;
import static gongkai.platform.request.procedure.Case.received;
import static gongkai.platform.request.procedure.DecisionType.GRANTED;
import static gongkai.platform.request.procedure.DecisionType.REFUSED_MASS_REPEAT;
import static gongkai.platform.request.procedure.DecisionType.UNAVAIL_NOT_HELD;
import static gongkai.platform.request.procedure.DecisionType.UNAVAIL_STILL_UNCLEAR;
import static gongkai.platform.request.procedure.Steps.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.calendar.WorkCalendar;
import gongkai.platform.request.fee.FeeBasis;
import gongkai.platform.request.procedure.Ruling.Barred;
import gongkai.platform.request.procedure.Ruling.Moved;
import gongkai.platform.request.procedure.Ruling.Unfit;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class ProcedureTest {

    @Nested
    @DisplayName("第三十一条 收到申请之日")
    class Receipt {
        @ParameterizedTest
        @EnumSource(Channel.class)
        void isTheDayOfSubmissionOrOfConfirmation(Channel channel) {
            var confirmed = received(channel, "2025-10-03", "2025-10-09");
            var expected = channel.needsConfirmation() ? "2025-10-09" : "2025-10-03";
            assertThat(confirmed.now().receiptDate()).isEqualTo(expected);
            assertThat(confirmed.state()).isEqualTo(RequestState.REGISTERED);
        }

        @Test
        @DisplayName("E5 网上申请以双方确认之日为收到之日")
        void waitsForConfirmation() {
            var request = received(Channel.ONLINE, "2025-10-03", null);
            assertThat(request.state()).isEqualTo(RequestState.AWAITING_CONFIRMATION);
            assertThat(request.now().receiptDate()).isNull();
            assertThat(request.due()).isNull();
            assertThat(request.ledger()).isEmpty();
            assertThat(request.bar(decide("2025-10-09", GRANTED))).isEqualTo("第三十一条");
            assertThat(request.unfit(confirm("2025-10-02"))).isEqualTo("on");
            request.then(confirm("2025-10-09"));
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
            assertThat(request.due()).isEqualTo("2025-11-05");
            assertThat(request.bar(confirm("2025-10-10"))).isEqualTo("第三十一条");
        }

        @Test
        void datesThatCannotBe() {
            var today = day("2026-03-02");
            assertThat(PROCEDURE.open(new Opening.Received(Channel.IN_PERSON, day("2026-03-03"), null), today))
                    .isInstanceOf(Unfit.class);
            assertThat(PROCEDURE.open(new Opening.Received(Channel.FAX, day("2026-03-02"), day("2026-03-01")), today))
                    .isInstanceOf(Unfit.class);
            assertThat(PROCEDURE.open(new Opening.Received(Channel.FAX, day("2026-03-01"), day("2026-03-03")), today))
                    .isInstanceOf(Unfit.class);
            assertThatExceptionOfType(NoTermsException.class)
                    .isThrownBy(() ->
                            PROCEDURE.open(new Opening.Received(Channel.IN_PERSON, day("2019-05-14"), null), today))
                    .withMessageContaining("2019-05-15");
        }
    }

    @Nested
    @DisplayName("第三十条 补正")
    class Correction {
        @Test
        @DisplayName("E10 自收到补正之日起重新计算")
        void startsTheTermAnew() {
            var request = received("2026-03-02");
            assertThat(request.bar(askCorrection("2026-03-12", "2026-04-02"))).isEqualTo("第三十条");
            request.then(askCorrection("2026-03-11", "2026-04-01"));
            assertThat(request.state()).isEqualTo(RequestState.CORRECTION_PENDING);
            assertThat(request.due()).isNull();
            assertThat(request.now().overdue()).isFalse();
            request.then(corrected("2026-03-20"));
            assertThat(request.state()).isEqualTo(RequestState.IN_PROGRESS);
            assertThat(request.due()).isEqualTo("2026-04-20");
            assertThat(request.ledger()).first().extracting(ClockDay::day).isEqualTo(day("2026-03-20"));
        }

        @Test
        @DisplayName("一次性告知，不能再次要求补正")
        void canBeAskedForOnce() {
            var request = received("2026-03-02").then(askCorrection("2026-03-03", "2026-03-20"));
            assertThat(request.bar(askCorrection("2026-03-04", "2026-03-20"))).isEqualTo("第三十条");
            request.then(corrected("2026-03-04"));
            assertThat(request.bar(askCorrection("2026-03-05", "2026-03-20"))).isEqualTo("第三十条");
        }

        @Test
        @DisplayName("逾期不补正的次日起才能不再处理")
        void lapsesAfterItsLastDay() {
            var request = received("2026-03-02").then(askCorrection("2026-03-03", "2026-03-20"));
            assertThat(request.bar(correctionOverdue("2026-03-20"))).isEqualTo("第三十条");
            assertThat(request.bar(decide("2026-03-20", GRANTED))).isEqualTo("第三十条");
            assertThat(request.unfit(correctionOverdue("2026-03-02"))).isEqualTo("on");
            request.then(correctionOverdue("2026-03-21"));
            assertThat(request.state()).isEqualTo(RequestState.ABANDONED_CORRECTION);
            assertThat(request.now().row()).isEqualTo(TableThreeRow.OTHER_NO_CORRECTION);
            assertThat(request.now().decision()).isEqualTo(DecisionType.OTHER_NO_CORRECTION);
            assertThat(request.now().endedOn()).isEqualTo("2026-03-21");
            assertThat(request.due()).isNull();
            assertThat(request.bar(corrected("2026-03-22"))).isEqualTo("第三十三条");
        }

        @Test
        @DisplayName("没有收到补正，不能以补正后仍不明确答复")
        void stillUnclearNeedsACorrection() {
            var request = received("2026-03-02");
            assertThat(request.bar(decide("2026-03-03", UNAVAIL_STILL_UNCLEAR))).isEqualTo("第三十条");
            request.then(askCorrection("2026-03-03", "2026-03-20")).then(corrected("2026-03-04"));
            request.then(decide("2026-03-05", UNAVAIL_STILL_UNCLEAR));
            assertThat(request.now().row()).isEqualTo(TableThreeRow.UNAVAIL_STILL_UNCLEAR);
        }

        @Test
        @DisplayName("七日自收到申请之日起算，不因缴费重新计算")
        void sevenDaysRunFromReceipt() {
            var request = received("2026-03-02")
                    .then(noticeFee("2026-03-03", "2026-03-03"))
                    .then(paid("2026-03-12"));
            assertThat(request.bar(askCorrection("2026-03-12", "2026-03-30"))).isEqualTo("第三十条");
        }

        @Test
        void aDeadlineBeforeTheNoticeCannotBe() {
            assertThat(received("2026-03-02").unfit(askCorrection("2026-03-04", "2026-03-03")))
                    .isEqualTo("deadline");
        }

        @Test
        void fifteenWorkingDaysAreProposed() {
            assertThat(PROCEDURE.usualCorrectionDeadline(day("2026-03-11"))).isEqualTo("2026-04-01");
        }
    }

    @Nested
    @DisplayName("第三十二条、第三十四条 征求意见")
    class Consultations {
        @Test
        @DisplayName("E11 征求第三方意见所需时间不计算在内")
        void isLeftOut() {
            var request = received("2025-09-15").then(consult("2025-09-19", "2025-09-22"));
            assertThat(request.state()).isEqualTo(RequestState.THIRD_PARTY_PENDING);
            assertThat(request.due()).isNull();
            request.then(replied("2025-10-15"));
            assertThat(request.due()).isEqualTo("2025-11-06");
            assertThat(request.countedDays()).isEqualTo(20);
            assertThat(request.ledger())
                    .filteredOn(entry -> entry.reason().contains("征求第三方意见"))
                    .hasSize(14)
                    .allSatisfy(entry -> assertThat(entry.article()).isEqualTo("第三十三条"));
            assertThat(request.ledger())
                    .filteredOn(entry -> entry.day().equals(day("2025-09-19")))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.counted()).isTrue());
        }

        @Test
        @DisplayName("E12 第三方逾期未答复，扣除到其十五个工作日届满")
        void silenceIsLeftOutToTheEndOfTheTerm() {
            var request = received("2025-09-15").then(consult("2025-09-19", "2025-09-22"));
            assertThat(request.bar(silent("2025-10-17"))).isEqualTo("第三十二条");
            request.then(silent("2025-10-24"));
            assertThat(request.due()).isEqualTo("2025-11-10");
        }

        @Test
        void aLateReplyLeavesOutNoMoreThanTheTerm() {
            var request = received("2025-09-15")
                    .then(consult("2025-09-19", "2025-09-22"))
                    .then(replied("2025-10-23"));
            assertThat(request.due()).isEqualTo("2025-11-10");
        }

        @Test
        @DisplayName("第三十四条 其他机关逾期的次日起视为同意")
        void anotherOrganIsAskedTheSameWay() {
            var request = received("2025-09-15").then(askAgency("2025-09-19", "2025-09-22"));
            assertThat(request.state()).isEqualTo(RequestState.AGENCY_PENDING);
            assertThat(request.bar(decide("2025-09-20", GRANTED))).isEqualTo("第三十四条");
            assertThat(request.bar(replied("2025-09-23"))).isEqualTo("第三十四条");
            assertThat(request.bar(new Step.AgencyOverdue(day("2025-10-17")))).isEqualTo("第三十四条");
            request.then(new Step.AgencyOverdue(day("2025-10-18")));
            assertThat(request.due()).isEqualTo("2025-11-10");
        }

        @Test
        void twoConsultationsAreLeftOutOneAfterTheOther() {
            var request = received("2026-03-02")
                    .then(consult("2026-03-03", "2026-03-04"))
                    .then(replied("2026-03-06"))
                    .then(askAgency("2026-03-06", "2026-03-09"))
                    .then(agencyReplied("2026-03-10"));
            assertThat(request.due())
                    .isEqualTo(WorkCalendar.shipped().national().plus(day("2026-03-02"), 25));
            assertThat(request.countedDays()).isEqualTo(20);
        }

        @Test
        @DisplayName("未登记对方收到之日的，不能认定逾期")
        void silenceNeedsTheDayOfReceipt() {
            var request =
                    received("2025-09-15").then(new Step.ConsultThirdParty(day("2025-09-19"), null, "示例公司", "合同"));
            assertThat(request.bar(silent("2025-12-01"))).isEqualTo("第三十二条");
            request.then(new Step.LetterReceived(day("2025-09-24"), day("2025-09-22")))
                    .then(silent("2025-10-18"));
            assertThat(request.due()).isEqualTo("2025-11-10");
        }

        @Test
        void aLetterIsNotReceivedBeforeItIsSent() {
            assertThat(received("2025-09-15").unfit(consult("2025-09-19", "2025-09-18")))
                    .isEqualTo("receivedOn");
        }
    }

    @Nested
    @DisplayName("第三十三条 答复期限")
    class TimeToAnswer {
        @Test
        @DisplayName("E13 届满前经批准延长，最长二十个工作日")
        void isExtendedOnce() {
            var request = received("2026-01-26");
            assertThat(request.due()).isEqualTo("2026-02-28");
            assertThat(request.bar(extend("2026-02-27", 21))).isEqualTo("第三十三条");
            assertThat(request.bar(extend("2026-03-01", 20))).isEqualTo("第三十三条");
            assertThat(request.unfit(extend("2026-02-27", 0))).isEqualTo("workingDays");
            request.then(extend("2026-02-28", 20));
            assertThat(request.due()).isEqualTo("2026-03-27");
            assertThat(request.now().extended()).isTrue();
            assertThat(request.countedDays()).isEqualTo(40);
            assertThat(request.bar(extend("2026-03-02", 1))).isEqualTo("第三十三条");
        }

        @Test
        @DisplayName("E13 只延十日")
        void canBeExtendedByLess() {
            assertThat(received("2026-01-26").then(extend("2026-02-27", 10)).due())
                    .isEqualTo("2026-03-13");
        }

        @Test
        void anExtensionStaysUsedButItsDaysAreNotCarriedOver() {
            var request = received("2026-03-02")
                    .then(extend("2026-03-03", 20))
                    .then(askCorrection("2026-03-04", "2026-03-20"))
                    .then(corrected("2026-03-20"));
            assertThat(request.due()).isEqualTo("2026-04-20");
            assertThat(request.now().extended()).isTrue();
            assertThat(request.bar(extend("2026-03-23", 5))).isEqualTo("第三十三条");
        }

        @Test
        @DisplayName("邮寄以交邮之日、直接送达以签收之日判断是否逾期")
        void isJudgedByTheWayOfDelivery() {
            var due = "2025-02-18";
            var posted = received("2025-01-15")
                    .then(decide("2025-02-17", GRANTED))
                    .then(dispatch(due, DeliveryMethod.POST))
                    .then(deliver("2025-02-21"));
            assertThat(posted.now().overdue()).isFalse();
            assertThat(posted.now().judgedOn()).isEqualTo(due);
            assertThat(posted.now().deliveredOn()).isEqualTo("2025-02-21");
            var handed = received("2025-01-15")
                    .then(decide("2025-02-17", GRANTED))
                    .then(dispatch(due, DeliveryMethod.DIRECT));
            assertThat(handed.on("2025-02-18").overdue()).isFalse();
            assertThat(handed.on("2025-02-19").overdue()).isTrue();
            handed.then(deliver("2025-02-21"));
            assertThat(handed.now().overdue()).isTrue();
            assertThat(handed.due()).isEqualTo(due);
        }

        @Test
        void aLateAnswerIsTakenAndMarked() {
            var request = received("2025-01-15").then(decide("2025-03-18", GRANTED));
            assertThat(request.state()).isEqualTo(RequestState.DECIDED);
            assertThat(request.now().overdue()).isTrue();
            assertThat(request.ledger()).last().extracting(ClockDay::day).isEqualTo(day("2025-02-18"));
        }

        @Test
        void theLedgerEndsWithAnEarlierDecision() {
            var request = received("2025-01-15").then(decide("2025-01-20", GRANTED));
            assertThat(request.ledger()).hasSize(6);
            assertThat(request.ledger())
                    .first()
                    .isEqualTo(new ClockDay(day("2025-01-15"), false, "收到申请之日，当日不计", "第三十一条"));
            assertThat(request.ledger()).last().isEqualTo(new ClockDay(day("2025-01-20"), true, "工作日，第3日", "第三十三条"));
            assertThat(request.due()).isEqualTo("2025-02-18");
        }

        @Test
        @DisplayName("能够当场答复的当场答复，只能在登记时")
        void answersOnTheSpot() {
            var step = new Step.AnswerOnSpot(day("2025-01-15"), GRANTED, Step.Granting.ALREADY_PUBLIC, "已在网站公开");
            var request = received("2025-01-15");
            assertThat(request.unfit(new Step.AnswerOnSpot(day("2025-01-15"), GRANTED, null, "")))
                    .isEqualTo("sub");
            request.then(step);
            assertThat(request.now().row()).isEqualTo(TableThreeRow.GRANTED);
            assertThat(received("2025-01-15")
                            .then(consult("2025-01-15", "2025-01-15"))
                            .then(replied("2025-01-15"))
                            .bar(step))
                    .isEqualTo("第三十三条");
        }

        @Test
        void afterTheEndOnlyFilingAndANewAnswerFollow() {
            var request = received("2025-01-15").then(decide("2025-01-20", GRANTED));
            assertThat(request.bar(withdraw("2025-01-20"))).isEqualTo("第三十三条");
            assertThat(request.bar(deliver("2025-01-20"))).isEqualTo("第三十三条");
            request.then(dispatch("2025-01-20", DeliveryMethod.ELECTRONIC));
            assertThat(request.bar(archive("2025-01-20"))).isEqualTo("第三十三条");
            request.then(deliver("2025-01-20"))
                    .then(new Step.Redo(day("2025-06-02"), day("2025-06-30"), "示例复〔2025〕1号", "新号"))
                    .then(archive("2025-06-02"));
            assertThat(request.state()).isEqualTo(RequestState.ARCHIVED);
            assertThat(Procedure.possible(request.standing())).isEmpty();
            assertThat(request.now().row()).isEqualTo(TableThreeRow.GRANTED);
            assertThat(request.due()).isEqualTo("2025-02-18");
            assertThat(request.bar(archive("2025-06-03"))).isEqualTo("第三十三条");
        }

        @Test
        void aWithdrawalEndsWhateverIsAwaited() {
            var request = received("2025-01-15")
                    .then(consult("2025-01-16", "2025-01-17"))
                    .then(withdraw("2025-01-18"));
            assertThat(request.state()).isEqualTo(RequestState.WITHDRAWN);
            assertThat(request.now().row()).isEqualTo(TableThreeRow.OTHER_MISC);
            assertThat(request.due()).isNull();
            assertThat(request.now().overdue()).isFalse();
            request.then(archive("2025-01-20"));
            assertThat(request.now().decision()).isEqualTo(DecisionType.OTHER_MISC);
        }

        @Test
        void theReviewLeavesTheClockRunning() {
            var request = received("2025-01-15").then(new Step.SubmitForReview(day("2025-01-16")));
            assertThat(request.state()).isEqualTo(RequestState.REVIEWING);
            assertThat(request.due()).isEqualTo("2025-02-18");
            assertThat(request.bar(extend("2025-01-17", 5))).isEqualTo("第三十三条");
            request.then(new Step.ReturnFromReview(day("2025-01-17"), "请补充理由"))
                    .then(new Step.SubmitForReview(day("2025-01-18")))
                    .then(decide("2025-01-19", GRANTED));
            assertThat(request.state()).isEqualTo(RequestState.DECIDED);
        }
    }

    @Nested
    @DisplayName("第三十五条 大量反复申请")
    class MassRequests {
        @Test
        @DisplayName("没有要求说明理由，不能不予处理")
        void refusalNeedsAnExplanationAskedFor() {
            assertThat(received("2026-03-02").bar(decide("2026-03-03", REFUSED_MASS_REPEAT)))
                    .isEqualTo("第三十五条");
        }

        @Test
        @DisplayName("理由不合理的，告知不予处理")
        void unreasonableReasonsEndIt() {
            var request = received("2026-03-02").then(explain("2026-03-03", "2026-03-10"));
            assertThat(request.state()).isEqualTo(RequestState.EXPLANATION_PENDING);
            assertThat(request.due()).isEqualTo("2026-03-30");
            assertThat(request.bar(decide("2026-03-04", GRANTED))).isEqualTo("第三十五条");
            request.then(new Step.ExplanationUnreasonable(day("2026-03-11"), "无正当理由"));
            assertThat(request.now().row()).isEqualTo(TableThreeRow.REFUSED_MASS_REPEAT);
        }

        @Test
        @DisplayName("延长只是标志，不改变状态：延长以后仍可以要求说明理由，合理延迟的日期代替延长的期限")
        void anExtendedRequestMayStillBeAskedForReasons() {
            var request = received("2026-03-02").then(extend("2026-03-03", 20));
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
            request.then(explain("2026-03-04", "2026-03-10"));
            assertThat(request.due()).isEqualTo("2026-04-28");
            request.then(new Step.GrantReasonableDelay(day("2026-03-11"), day("2026-06-30"), "数量较大"));
            assertThat(request.due()).isEqualTo("2026-06-30");
            assertThat(request.now().extended()).isTrue();
        }

        @Test
        @DisplayName("理由合理的，可以合理延迟答复")
        void reasonableReasonsMayDelayTheAnswer() {
            var request = received("2026-03-02")
                    .then(explain("2026-03-03", "2026-03-10"))
                    .then(new Step.GrantReasonableDelay(day("2026-03-11"), day("2026-06-30"), "数量较大"));
            assertThat(request.state()).isEqualTo(RequestState.IN_PROGRESS);
            assertThat(request.due()).isEqualTo("2026-06-30");
            assertThat(request.ledger()).last().satisfies(last -> {
                assertThat(last.day()).isEqualTo("2026-06-30");
                assertThat(last.article()).isEqualTo("第三十五条");
            });
            assertThat(request.bar(explain("2026-03-12", "2026-03-20"))).isEqualTo("第三十五条");
            request.then(decide("2026-03-12", REFUSED_MASS_REPEAT));
        }
    }

    @Nested
    @DisplayName("第四十二条 信息处理费")
    class Fee {
        @Test
        @DisplayName("E14 缴费后重新计算，逾期的次日起不再处理")
        void startsTheTermAnewOrLapses() {
            var request = received("2026-04-13").then(noticeFee("2026-04-24", "2026-04-27"));
            assertThat(request.state()).isEqualTo(RequestState.FEE_PENDING);
            assertThat(PROCEDURE.deadlines(request.standing()))
                    .containsExactly(new Deadlines.Deadline(Deadlines.Kind.FEE_PAYMENT, day("2026-05-27")));
            assertThat(request.bar(feeOverdue("2026-05-27"))).isEqualTo("第四十二条");
            assertThat(request.bar(decide("2026-05-27", GRANTED))).isEqualTo("第四十二条");
            assertThat(request.attempt(feeOverdue("2026-05-28"))).isInstanceOf(Moved.class);
            request.then(paid("2026-05-15"));
            assertThat(request.due()).isEqualTo("2026-06-12");
            var lapsed = received("2026-04-13")
                    .then(noticeFee("2026-04-24", "2026-04-27"))
                    .then(feeOverdue("2026-05-28"));
            assertThat(lapsed.state()).isEqualTo(RequestState.ABANDONED_FEE);
            assertThat(lapsed.now().row()).isEqualTo(TableThreeRow.OTHER_NO_PAYMENT);
        }

        @Test
        @DisplayName("收费通知应在处理期限内发出")
        void isNoticedWithinTheTerm() {
            var request = received("2025-01-15");
            assertThat(request.bar(noticeFee("2025-02-19", "2025-02-20"))).isEqualTo("第四十二条");
            request.then(noticeFee("2025-02-18", "2025-02-20"));
        }

        @Test
        @DisplayName("2021 年以前不能收取")
        void couldNotBeChargedBefore2021() {
            assertThat(received("2020-12-14").bar(noticeFee("2020-12-15", "2020-12-15")))
                    .isEqualTo("第四十二条");
        }

        @Test
        void countsThatCannotBe() {
            assertThat(received("2026-04-13")
                            .unfit(new Step.NoticeFee(day("2026-04-14"), FeeBasis.PAGES, 0, day("2026-04-14"))))
                    .isEqualTo("count");
        }
    }

    @Nested
    @DisplayName("拆分、合并、重作")
    class Related {
        @Test
        void aMergedRequestIsAnsweredByTheEarliestDay() {
            var request = received("2026-03-09")
                    .then(new Step.Merge(day("2026-03-10"), List.of("另一件"), day("2026-03-02"), "内容相同"));
            assertThat(request.due()).isEqualTo("2026-03-30");
            assertThat(request.now().receiptDate()).isEqualTo("2026-03-09");
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
            assertThat(received("2026-03-09")
                            .then(new Step.Merge(day("2026-03-10"), List.of("另一件"), day("2026-03-16"), "内容相同"))
                            .due())
                    .isEqualTo("2026-04-07");
        }

        @Test
        @DisplayName("一事一申请：拆分后原件照旧办理")
        void aSplitRequestGoesOnWithOneMatter() {
            var request = received("2026-03-09");
            assertThat(request.unfit(new Step.Split(day("2026-03-10"), List.of(), "")))
                    .isEqualTo("into");
            request.then(new Step.Split(day("2026-03-10"), List.of("子申请"), "含两项内容"));
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
            assertThat(request.unfit(undo("2026-03-11"))).isEqualTo("type");
        }

        @Test
        @DisplayName("责令重新答复的，按决定书或判决书的期限，不再计入表三")
        void aNewAnswerIsDueAsOrderedAndCountedInNoRow() {
            var request = Case.ordered("2026-03-02", "2026-03-31");
            assertThat(request.state()).isEqualTo(RequestState.IN_PROGRESS);
            assertThat(request.due()).isEqualTo("2026-03-31");
            assertThat(request.bar(extend("2026-03-03", 5))).isEqualTo("第三十三条");
            assertThat(request.bar(askCorrection("2026-03-03", "2026-03-20"))).isEqualTo("第三十条");
            assertThat(request.bar(noticeFee("2026-03-03", "2026-03-03"))).isEqualTo("第四十二条");
            request.then(consult("2026-03-03", "2026-03-04")).then(replied("2026-03-10"));
            assertThat(request.due()).isEqualTo("2026-03-31");
            request.then(decide("2026-03-20", GRANTED));
            assertThat(request.now().row()).isNull();
            assertThat(request.now().decision()).isEqualTo(GRANTED);
        }
    }

    @Nested
    @DisplayName("撤销误录、补录")
    class Recording {
        @Test
        void anUndoneStepIsTakenBackButStaysOnRecord() {
            var request = received("2026-03-02").then(extend("2026-03-03", 20)).then(decide("2026-03-04", GRANTED));
            request.then(undo("2026-03-05"));
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
            assertThat(request.due()).isEqualTo("2026-04-28");
            assertThat(request.now().row()).isNull();
            request.then(undo("2026-03-05"));
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
            assertThat(request.now().extended()).isFalse();
            assertThat(request.steps).hasSize(4);
            assertThat(request.unfit(undo("2026-03-05"))).isEqualTo("type");
            assertThat(request.unfit(new Step.Undo(day("2026-03-05"), " "))).isEqualTo("type");
            request.then(extend("2026-03-03", 5)).then(undo("2026-03-06"));
            assertThat(Procedure.standing(request.steps)).isEmpty();
        }

        @Test
        void undoingNeedsAReason() {
            var request = received("2026-03-02").then(extend("2026-03-03", 20));
            assertThat(request.unfit(new Step.Undo(day("2026-03-05"), " "))).isEqualTo("reason");
        }

        @Test
        void withoutBackfillAStepIsOfToday() {
            var standing = received("2026-03-02").standing();
            var today = new Entry(day("2026-03-04"), false);
            assertThat(PROCEDURE.take(standing, withdraw("2026-03-03"), today)).isInstanceOf(Unfit.class);
            assertThat(PROCEDURE.take(standing, withdraw("2026-03-05"), today)).isInstanceOf(Unfit.class);
            assertThat(PROCEDURE.take(standing, withdraw("2026-03-04"), today)).isInstanceOf(Moved.class);
        }

        @Test
        void aBackfilledStepLiesBetweenTheStepBeforeAndToday() {
            var request = received("2026-03-02").then(extend("2026-03-07", 5));
            assertThat(request.unfit(withdraw("2026-03-06"))).isEqualTo("on");
            assertThat(request.unfit(withdraw("2027-01-01"))).isEqualTo("on");
            request.then(withdraw("2026-03-07"));
        }

        @Test
        void whatABackfilledDecisionMayLackATodaysMayNot() {
            var bare = new Step.Decide(day("2026-03-03"), UNAVAIL_NOT_HELD, null, "", "", List.of(), "", "", "");
            var request = received("2026-03-02");
            assertThat(PROCEDURE.take(request.standing(), bare, new Entry(day("2026-03-03"), false)))
                    .isInstanceOfSatisfying(
                            Unfit.class, unfit -> assertThat(unfit.reason()).isEqualTo("缺少理由"));
            assertThat(PROCEDURE.take(request.standing(), bare, LATER)).isInstanceOf(Moved.class);
            assertThat(bare.missing()).containsExactly("reasons", "facts", "legalBasis", "approvedBy", "searchRecord");
        }

        @Test
        void aStepWrittenDownLaterIsMarkedLate() {
            var step = withdraw("2026-03-03");
            assertThat(new Recorded(step, java.time.Instant.parse("2026-03-03T15:59:59Z"), false).isLate())
                    .isFalse();
            assertThat(new Recorded(step, java.time.Instant.parse("2026-03-03T16:00:00Z"), true).isLate())
                    .isTrue();
        }

        @Test
        @DisplayName("缺少年度工作日历的，不能推算")
        void aYearWithoutCalendarIsAnError() {
            var request = received("2026-12-10");
            assertThatExceptionOfType(MissingYearException.class).isThrownBy(request::now);
            assertThat(request.state()).isEqualTo(RequestState.REGISTERED);
        }
    }

    @Nested
    @DisplayName("正在进行的期限")
    class Running {
        private List<Deadlines.Kind> kinds(Case request) {
            return PROCEDURE.deadlines(request.standing()).stream()
                    .map(Deadlines.Deadline::kind)
                    .toList();
        }

        @Test
        void areThoseOfTheStage() {
            assertThat(kinds(received(Channel.FAX, "2026-03-02", null))).containsExactly(Deadlines.Kind.CONFIRMATION);
            var request = received("2026-03-02");
            assertThat(PROCEDURE.deadlines(request.standing()))
                    .containsExactly(
                            new Deadlines.Deadline(Deadlines.Kind.REPLY, day("2026-03-30")),
                            new Deadlines.Deadline(Deadlines.Kind.CORRECTION_NOTICE, day("2026-03-11")));
            request.then(askCorrection("2026-03-03", "2026-03-20"));
            assertThat(kinds(request)).containsExactly(Deadlines.Kind.CORRECTION);
            request.then(corrected("2026-03-04")).then(consult("2026-03-05", "2026-03-06"));
            assertThat(PROCEDURE.deadlines(request.standing()))
                    .containsExactly(new Deadlines.Deadline(Deadlines.Kind.THIRD_PARTY_OPINION, day("2026-03-27")));
            request.then(replied("2026-03-09")).then(askAgency("2026-03-09", "2026-03-09"));
            assertThat(kinds(request)).containsExactly(Deadlines.Kind.AGENCY_OPINION);
            request.then(agencyReplied("2026-03-10"));
            assertThat(kinds(request)).containsExactly(Deadlines.Kind.REPLY);
            request.then(decide("2026-03-11", GRANTED));
            assertThat(kinds(request)).containsExactly(Deadlines.Kind.REPLY);
            request.then(dispatch("2026-03-11", DeliveryMethod.POST));
            assertThat(kinds(request)).isEmpty();
            assertThat(kinds(received("2026-03-02").then(explain("2026-03-03", "2026-03-10"))))
                    .containsExactly(Deadlines.Kind.REPLY, Deadlines.Kind.EXPLANATION);
        }
    }

    @Test
    void everyStepTypeHasAnIdentifierAndAnArticle() {
        assertThat(StepType.values()).allSatisfy(type -> {
            assertThat(StepType.named(type.identifier())).contains(type);
            assertThat(type.article()).matches("第.+条");
            assertThat(type.from()).isNotEmpty();
        });
        assertThat(Step.class.getPermittedSubclasses())
                .filteredOn(Class::isRecord)
                .hasSize(StepType.values().length);
    }

    @Test
    void barredMeansNothingHappens() {
        var request = received("2026-03-02");
        assertThat(request.attempt(replied("2026-03-03"))).isEqualTo(new Barred("第三十二条", "申请现为“已登记”，不能办理“第三方答复”"));
    }
}
