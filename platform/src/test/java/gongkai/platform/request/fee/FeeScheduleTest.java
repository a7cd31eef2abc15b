package gongkai.platform.request.fee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@NullMarked
@DisplayName("国办函〔2020〕109号 信息处理费")
class FeeScheduleTest {
    private final FeeSchedule schedule =
            FeeSchedule.on(LocalDate.of(2026, 4, 24)).orElseThrow();

    @ParameterizedTest(name = "{0} 件 {1} 元")
    @CsvSource({"0, 0", "10, 0", "11, 100", "30, 2000", "31, 2200", "40, 4000", "41, 4300", "55, 9000"})
    @DisplayName("第四条 按件计收")
    void byPieces(int count, long amount) {
        assertThat(schedule.quote(FeeBasis.PIECES, count).amount()).isEqualTo(amount);
    }

    @ParameterizedTest(name = "{0} 页 {1} 元")
    @CsvSource({"0, 0", "30, 0", "31, 10", "68, 380", "100, 700", "101, 720", "200, 2700", "201, 2740", "350, 8700"})
    @DisplayName("第五条 按量计收")
    void byPages(int count, long amount) {
        assertThat(schedule.quote(FeeBasis.PAGES, count).amount()).isEqualTo(amount);
        assertThat(schedule.charge(FeeBasis.PAGES, count)).isEqualTo(amount);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 10, 11, 30, 31, 40, 41, 55, 100, 101, 200, 201, 999, FeeSchedule.LARGEST_COUNT})
    void theBandsAddUpWithoutGap(int count) {
        for (var basis : FeeBasis.values()) {
            var quote = schedule.quote(basis, count);
            int next = 1;
            long amount = 0;
            for (var band : quote.bands()) {
                assertThat(band.from()).isEqualTo(next);
                assertThat(band.count()).isEqualTo(band.to() - band.from() + 1);
                assertThat(band.amount()).isEqualTo(band.rate() * band.count());
                next = band.to() + 1;
                amount += band.amount();
            }
            assertThat(next - 1).isEqualTo(count);
            assertThat(amount).isEqualTo(quote.amount());
        }
    }

    @Test
    void aPieceCostsWhatItAddsToTheMonth() {
        for (int k = 1; k <= 120; k++) {
            var added = schedule.quote(FeeBasis.PIECES, k).amount()
                    - schedule.quote(FeeBasis.PIECES, k - 1).amount();
            long statutory = k <= 10 ? 0 : k <= 30 ? 100 : 200 + 100L * ((k - 31) / 10);
            assertThat(schedule.charge(FeeBasis.PIECES, k)).isEqualTo(added).isEqualTo(statutory);
        }
    }

    @Test
    void theBandsOfFiftyFivePieces() {
        assertThat(schedule.quote(FeeBasis.PIECES, 55).bands())
                .containsExactly(
                        new FeeBand(1, 10, 0, 10, 0),
                        new FeeBand(11, 30, 100, 20, 2000),
                        new FeeBand(31, 40, 200, 10, 2000),
                        new FeeBand(41, 50, 300, 10, 3000),
                        new FeeBand(51, 55, 400, 5, 2000));
    }

    @Test
    void refusesCountsThatCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> schedule.quote(FeeBasis.PAGES, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schedule.quote(FeeBasis.PIECES, FeeSchedule.LARGEST_COUNT + 1));
    }

    @Test
    void nothingWasChargedBefore2021() {
        assertThat(FeeSchedule.on(LocalDate.of(2020, 12, 31))).isEmpty();
        assertThat(FeeSchedule.on(LocalDate.of(2021, 1, 1))).isPresent();
    }
}
