package gongkai.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@NullMarked
class WorkingDaysTest {
    private final WorkCalendar calendar = WorkCalendar.shipped();
    private final WorkingDays days = calendar.national();

    private List<Integer> byMonth(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .map(month -> days.between(month.atDay(1).minusDays(1), month.atEndOfMonth()))
                .toList();
    }

    @Test
    void everyMonthHasTheWorkingDaysOfTheNotice() {
        assertThat(byMonth(2025)).containsExactly(19, 19, 21, 22, 19, 20, 23, 21, 23, 18, 20, 23);
        assertThat(byMonth(2026)).containsExactly(21, 16, 22, 21, 19, 21, 23, 21, 22, 18, 21, 23);
        assertThat(days.between(LocalDate.of(2024, 12, 31), LocalDate.of(2026, 12, 31)))
                .isEqualTo(248 + 248);
    }

    @Test
    void addingAndCountingAgreeDayByDay() {
        var from = LocalDate.of(2019, 1, 1);
        for (var day = from; day.isBefore(LocalDate.of(2026, 10, 1)); day = day.plusDays(11)) {
            for (int n = 1; n <= 45; n += 4) {
                var due = days.plus(day, n);
                assertThat(days.counts(due)).isTrue();
                assertThat(days.between(day, due)).isEqualTo(n);
                assertThat(days.ledger(day, due))
                        .filteredOn(CalendarDay::counted)
                        .hasSize(n);
            }
        }
    }

    @Test
    void theLedgerTellsWhyADayDoesNotCount() {
        var ledger = days.ledger(LocalDate.of(2025, 9, 26), LocalDate.of(2025, 10, 11));
        assertThat(ledger)
                .extracting(CalendarDay::reason)
                .startsWith("周六，休息日", "周日，国庆节、中秋节调休上班", "工作日", "工作日", "国庆节、中秋节放假")
                .endsWith("工作日", "工作日", "周六，国庆节、中秋节调休上班");
        assertThat(ledger.get(1))
                .isEqualTo(new CalendarDay(LocalDate.of(2025, 9, 28), true, "周日，国庆节、中秋节调休上班", "国办发明电〔2024〕12号"));
        assertThat(ledger).hasSize(15);
    }

    @Test
    void tellsWhatKindOfDayItIs() {
        assertThat(days.day(LocalDate.of(2026, 11, 22)).kind()).isEqualTo("休息日");
        assertThat(days.day(LocalDate.of(2026, 2, 28)).kind()).isEqualTo("春节调休上班");
        assertThat(days.day(LocalDate.of(2026, 10, 1)).kind()).isEqualTo("国庆节放假");
        assertThat(days.day(LocalDate.of(2026, 11, 23)).kind()).isEqualTo("工作日");
    }

    @Test
    void tellsTheWorkingDaysLeft() {
        var friday = LocalDate.of(2026, 2, 13);
        assertThat(days.left(friday, friday)).isZero();
        assertThat(days.left(friday, LocalDate.of(2026, 2, 24))).isEqualTo(2);
        assertThat(days.left(LocalDate.of(2026, 2, 24), friday)).isEqualTo(-2);
        assertThat(days.left(LocalDate.of(2026, 2, 15), LocalDate.of(2026, 2, 14)))
                .isEqualTo(-1);
        assertThat(days.left(friday, LocalDate.of(2026, 2, 14))).isEqualTo(1);
        assertThat(days.left(LocalDate.of(2026, 2, 28), LocalDate.of(2026, 3, 1)))
                .isEqualTo(1);
    }

    @Test
    void noLedgerBeforeTheFirstDay() {
        assertThat(days.ledger(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 2)))
                .isEmpty();
        assertThat(days.ledger(LocalDate.of(2026, 3, 2), LocalDate.of(2026, 3, 1)))
                .isEmpty();
    }

    @Test
    void aYearWithoutNoticeIsAnErrorThatNamesTheYearAndTheMend() {
        assertThatExceptionOfType(MissingYearException.class)
                .isThrownBy(() -> days.plus(LocalDate.of(2026, 12, 10), 20))
                .satisfies(error -> assertThat(error.year()).isEqualTo(2027))
                .withMessageContaining("2027年")
                .withMessageContaining("系统—工作日历");
        assertThatExceptionOfType(MissingYearException.class).isThrownBy(() -> days.counts(LocalDate.of(2018, 12, 30)));
        assertThatExceptionOfType(MissingYearException.class)
                .isThrownBy(() -> days.between(LocalDate.of(2018, 12, 1), LocalDate.of(2019, 2, 1)));
    }

    @Test
    void aTermThatStaysInsideKnownYearsNeedsNoOther() {
        assertThat(days.plus(LocalDate.of(2018, 12, 31), 1)).isEqualTo("2019-01-02");
        assertThat(days.plus(LocalDate.of(2026, 12, 11), 14)).isEqualTo("2026-12-31");
        assertThat(days.between(LocalDate.of(2026, 12, 30), LocalDate.of(2026, 12, 31)))
                .isEqualTo(1);
    }

    @Test
    void aNoticeMaySpeakOfTheDecemberBefore() {
        assertThat(days.day(LocalDate.of(2022, 12, 31)).reason()).isEqualTo("元旦放假");
        assertThat(days.day(LocalDate.of(2022, 12, 31)).source()).isEqualTo("国办发明电〔2022〕16号");
    }

    @Test
    void rangesThatOverlapAreLeftOutOnce() {
        var from = LocalDate.of(2026, 3, 2);
        var first = new DayRange(LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 11));
        var second = new DayRange(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 13));
        var none = new DayRange(LocalDate.of(2026, 3, 20), LocalDate.of(2026, 3, 20));
        var both = new DayRange(first.after(), second.upTo());
        assertThat(days.plus(from, 20, List.of(second, none, first))).isEqualTo(days.plus(from, 20, List.of(both)));
        assertThat(days.plus(from, 20, List.of(both))).isEqualTo(days.plus(from, 27));
    }

    @Test
    void whatBeganBeforeTheTermOrEndsAfterItIsLeftOutInsideOnly() {
        var from = LocalDate.of(2026, 3, 2);
        var before = new DayRange(LocalDate.of(2026, 2, 10), LocalDate.of(2026, 3, 3));
        var after = new DayRange(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 10));
        assertThat(days.plus(from, 20, List.of(before, after))).isEqualTo(days.plus(from, 21));
    }

    @Test
    @DisplayName("放假办法第四条 少数民族节日由地方规定")
    void aRegionAddsItsOwnFestivals() {
        var province = new RegionalDays(
                "530000", "示例省政办〔2026〕1号", List.of(new NoticeDay(LocalDate.of(2026, 3, 3), "示例节", true)));
        var prefecture = new RegionalDays(
                "532900",
                "示例州政办〔2026〕2号",
                List.of(
                        new NoticeDay(LocalDate.of(2026, 3, 3), "示例节", false),
                        new NoticeDay(LocalDate.of(2026, 3, 5), "街市节", true)));
        var regional = new WorkCalendar(WorkCalendar.shippedNotices(), List.of(prefecture, province));
        var from = LocalDate.of(2026, 3, 2);
        assertThat(regional.national().plus(from, 5)).isEqualTo("2026-03-09");
        assertThat(regional.in("440103").plus(from, 5)).isEqualTo("2026-03-09");
        assertThat(regional.in("530102").plus(from, 5)).isEqualTo("2026-03-10");
        assertThat(regional.in("530102").day(LocalDate.of(2026, 3, 3)))
                .isEqualTo(new CalendarDay(LocalDate.of(2026, 3, 3), false, "示例节放假", "示例省政办〔2026〕1号"));
        assertThat(regional.in("532901").plus(from, 5)).isEqualTo("2026-03-10");
        assertThat(regional.in("532901").counts(LocalDate.of(2026, 3, 3))).isTrue();
        assertThat(regional.in("532901001").counts(LocalDate.of(2026, 3, 5))).isFalse();
        assertThat(regional.in("530102")).isSameAs(regional.in("530103"));
    }

    @Test
    void theLaterOfTwoNoticesForAYearHolds() {
        var amended =
                new HolidayNotice(2026, "示例〔2026〕9号", List.of(new NoticeDay(LocalDate.of(2026, 3, 3), "临时", true)));
        var notices = new java.util.ArrayList<>(WorkCalendar.shippedNotices());
        notices.add(amended);
        assertThat(new WorkCalendar(notices, List.of()).national().counts(LocalDate.of(2026, 3, 3)))
                .isFalse();
    }
}
