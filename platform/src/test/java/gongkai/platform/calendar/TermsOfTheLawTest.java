package gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples of the law's terms, one test for each. */
@NullMarked
class TermsOfTheLawTest {
    private final WorkingDays days = WorkCalendar.shipped().national();

    @Nested
    @DisplayName("第三十三条 二十个工作日内答复，收到当日不计")
    class TimeToAnswer {
        @ParameterizedTest(name = "{0}：{1} 收到，{2} 届满，延满四十日 {3}")
        @CsvSource({
            "E1, 2025-01-15, 2025-02-18, 2025-03-18",
            "E2, 2025-01-27, 2025-03-03, ",
            "E3, 2025-04-21, 2025-05-21, ",
            "E4, 2025-09-12, 2025-10-16, 2025-11-13",
            "E5, 2025-10-09, 2025-11-05, ",
            "E6, 2025-12-10, 2026-01-08, ",
            "E7, 2026-02-05, 2026-03-11, ",
            "E8, 2026-02-28, 2026-03-27, ",
            "E9, 2026-09-10, 2026-10-14, ",
            "E10, 2026-03-20, 2026-04-20, ",
            "E13, 2026-01-26, 2026-02-28, 2026-03-27",
            "E14, 2026-05-15, 2026-06-12, ",
        })
        void answerIsDue(String example, LocalDate from, LocalDate due, LocalDate extended) {
            assertThat(days.plus(from, 20)).as(example).isEqualTo(due);
            if (extended != null) {
                assertThat(days.plus(from, 40)).as(example).isEqualTo(extended);
            }
        }

        @Test
        @DisplayName("E13 只延十日")
        void extendedByTenDays() {
            assertThat(days.plus(LocalDate.of(2026, 1, 26), 30)).isEqualTo("2026-03-13");
        }

        @Test
        @DisplayName("E11 征求第三方意见所需时间不计算在内")
        void consultationIsLeftOut() {
            var received = LocalDate.of(2025, 9, 15);
            var consulted = new DayRange(LocalDate.of(2025, 9, 19), LocalDate.of(2025, 10, 15));
            assertThat(days.between(received, consulted.after())).isEqualTo(4);
            assertThat(days.between(consulted.after(), consulted.upTo())).isEqualTo(14);
            assertThat(days.plus(received, 20)).isEqualTo("2025-10-17");
            assertThat(days.plus(received, 20, List.of(consulted))).isEqualTo("2025-11-06");
        }

        @Test
        @DisplayName("E12 第三方逾期未答复，扣除到其十五个工作日届满")
        void consultationWithoutAnswerIsLeftOutToTheEndOfItsTerm() {
            var lastDay = days.plus(LocalDate.of(2025, 9, 22), 15);
            assertThat(lastDay).isEqualTo("2025-10-17");
            assertThat(days.plus(
                            LocalDate.of(2025, 9, 15), 20, List.of(new DayRange(LocalDate.of(2025, 9, 19), lastDay))))
                    .isEqualTo("2025-11-10");
        }
    }

    @ParameterizedTest(name = "{0}：{1} 收到，最晚 {2} 告知补正")
    @CsvSource({
        "E1, 2025-01-15, 2025-01-24",
        "E2, 2025-01-27, 2025-02-12",
        "E7, 2026-02-05, 2026-02-14",
        "E9, 2026-09-10, 2026-09-20",
        "E10, 2026-03-02, 2026-03-11"
    })
    @DisplayName("第三十条 七个工作日内一次性告知补正")
    void correctionIsAskedForWithinSevenWorkingDays(String example, LocalDate received, LocalDate last) {
        assertThat(days.plus(received, 7)).as(example).isEqualTo(last);
    }

    @Test
    @DisplayName("E14 收到收费通知次日起二十个工作日内缴费")
    void feeIsPaidWithinTwentyWorkingDays() {
        assertThat(days.plus(LocalDate.of(2026, 4, 27), 20)).isEqualTo("2026-05-27");
    }

    @Test
    @DisplayName("第二十六条 E19 形成之日起二十个工作日内主动公开")
    void publicationIsDue() {
        assertThat(days.plus(LocalDate.of(2025, 12, 25), 20)).isEqualTo("2026-01-23");
    }

    @Nested
    @DisplayName("行政复议法第八十八条、民事诉讼法第八十五条 自然日和月")
    class NaturalTerms {
        @Test
        @DisplayName("E15 最后一日是休假日的顺延")
        void lastDayOffMovesOn() {
            assertThat(days.plusNaturalDays(LocalDate.of(2025, 8, 4), 60)).isEqualTo("2025-10-09");
        }

        @Test
        @DisplayName("E16 最后一日是调休上班的周六，不顺延")
        void workedSaturdayStays() {
            assertThat(days.plusNaturalDays(LocalDate.of(2025, 12, 16), 60)).isEqualTo("2026-02-14");
        }

        @Test
        @DisplayName("E17 六个月")
        void sixMonths() {
            assertThat(days.plusMonths(LocalDate.of(2025, 12, 16), 6)).isEqualTo("2026-06-16");
        }

        @Test
        @DisplayName("E18 收到复议决定书之日起十五日")
        void fifteenDays() {
            assertThat(days.plusNaturalDays(LocalDate.of(2026, 9, 18), 15)).isEqualTo("2026-10-08");
        }

        @Test
        void aMonthWithoutThatDayEndsTheTermOnItsLast() {
            assertThat(days.plusMonths(LocalDate.of(2025, 8, 31), 6)).isEqualTo("2026-02-28");
        }

        @Test
        void theLedgerShowsWhyTheTermMovesOn() {
            var from = LocalDate.of(2025, 8, 4);
            var ledger = days.naturalLedger(from, from.plusDays(60));
            assertThat(ledger).first().extracting(CalendarDay::day).isEqualTo(LocalDate.of(2025, 8, 5));
            assertThat(ledger).last().extracting(CalendarDay::day).isEqualTo(LocalDate.of(2025, 10, 9));
            assertThat(ledger).filteredOn(CalendarDay::counted).hasSize(60);
            assertThat(ledger.get(59).reason()).contains("国庆节").contains("顺延");
        }
    }
}
