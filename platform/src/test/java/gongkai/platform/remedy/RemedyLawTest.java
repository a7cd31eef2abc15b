package gongkai.platform.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.calendar.WorkCalendar;
import gongkai.platform.remedy.RemedyTerms.Hearing;
import gongkai.platform.remedy.TableFour.Counted;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class RemedyLawTest {
    private final RemedyTerms terms = new RemedyTerms(WorkCalendar.shipped().national());

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    @Test
    @DisplayName("行政复议法第二十条 E15、E16；行政诉讼法第四十六条 E17")
    void whatTheAddresseeMayDo() {
        assertThat(terms.afterAnswer(day("2025-08-04")).getFirst().lastDay()).isEqualTo("2025-10-09");
        assertThat(terms.afterAnswer(day("2025-12-16")))
                .extracting(RemedyTerms.Term::lastDay)
                .containsExactly(day("2026-02-14"), day("2026-06-16"));
        assertThat(terms.afterAnswerWithoutNotice(day("2025-03-03")).getFirst().lastDay())
                .isEqualTo("2026-03-03");
        assertThat(terms.afterSilence(day("2026-01-30")).lastDay()).isEqualTo("2026-07-30");
    }

    @Test
    @DisplayName("行政诉讼法第四十五条 E18")
    void suingAfterReconsideration() {
        assertThat(terms.afterReconsideration(day("2026-09-18")).lastDay()).isEqualTo("2026-10-08");
    }

    @Test
    @DisplayName("行政复议法第四十八条、第五十四条、第八十八条 五日、十日是工作日；行政诉讼法第六十七条 十五日是自然日")
    void theOrgansDefence() {
        var copy = day("2026-02-12");
        assertThat(terms.defence(RemedyKind.RECONSIDERATION, Hearing.SUMMARY, copy)
                        .lastDay())
                .isEqualTo("2026-02-26");
        assertThat(terms.defence(RemedyKind.RECONSIDERATION, Hearing.ORDINARY, copy)
                        .lastDay())
                .isEqualTo("2026-03-04");
        assertThat(terms.defence(RemedyKind.LITIGATION_DIRECT, Hearing.ORDINARY, copy)
                        .lastDay())
                .isEqualTo("2026-02-27");
        assertThat(terms.judgment(RemedyKind.RECONSIDERATION, Hearing.SUMMARY, day("2026-03-02"), false)
                        .lastDay())
                .isEqualTo("2026-04-01");
        assertThat(terms.judgment(RemedyKind.RECONSIDERATION, Hearing.ORDINARY, day("2026-03-02"), true)
                        .lastDay())
                .isEqualTo("2026-06-01");
        assertThat(terms.judgment(RemedyKind.LITIGATION_AFTER_RECON, Hearing.SUMMARY, day("2026-03-02"), false)
                        .lastDay())
                .isEqualTo("2026-04-16");
    }

    @Test
    @DisplayName("行政诉讼法第二十六条 维持后原机关与复议机关是共同被告")
    void whoIsSued() {
        assertThat(RemedyTerms.defendants("甲局", null, RemedyOutcome.PENDING)).containsExactly("甲局");
        assertThat(RemedyTerms.defendants("甲局", "市政府", RemedyOutcome.UPHELD)).containsExactly("甲局", "市政府");
        assertThat(RemedyTerms.defendants("甲局", "市政府", RemedyOutcome.CORRECTED)).containsExactly("市政府");
    }

    @ParameterizedTest
    @EnumSource(RemedyKind.class)
    void everyResultClosesACase(RemedyKind kind) {
        assertThat(RemedyResult.of(kind))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(result.outcome().closes()).isTrue());
    }

    @Test
    void aCaseStandsInEveryYearUntilItIsClosed() {
        var open = new Counted(RemedyKind.RECONSIDERATION, day("2024-12-20"), null, null);
        var closed = new Counted(
                RemedyKind.LITIGATION_AFTER_RECON, day("2024-06-03"), RemedyOutcome.CORRECTED, day("2026-01-05"));
        var both = List.of(open, closed);
        assertThat(TableFour.of(both, 2023).values()).containsOnly(0).hasSize(15);
        assertThat(TableFour.of(both, 2025))
                .containsEntry("rc.pending", 1)
                .containsEntry("rc.total", 1)
                .containsEntry("la.pending", 1);
        assertThat(TableFour.of(both, 2026))
                .containsEntry("la.corrected", 1)
                .containsEntry("la.pending", 0)
                .containsEntry("la.total", 1)
                .containsEntry("ld.total", 0);
        assertThat(TableFour.of(both, 2027)).containsEntry("la.total", 0).containsEntry("rc.pending", 1);
    }
}
