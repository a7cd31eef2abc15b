package gongkai.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TimeMachineTest {
    private static final Instant EVENING = Instant.parse("2026-11-21T18:30:00Z");

    private final TimeMachine machine = new TimeMachine(Clock.fixed(EVENING, Time.ZONE));

    @Test
    void countsDaysInShanghai() {
        assertThat(LocalDate.now(machine)).isEqualTo("2026-11-22");
    }

    @Test
    void movesTheDayAndKeepsTheTimeOfDay() {
        machine.travelTo(LocalDate.of(2027, 1, 31));
        assertThat(machine.instant()).isEqualTo(Instant.parse("2027-01-30T18:30:00Z"));
        machine.comeBack();
        assertThat(machine.instant()).isEqualTo(EVENING);
    }

    @Test
    void takesItsOtherZonesAlong() {
        var elsewhere = machine.withZone(ZoneOffset.UTC);
        machine.travelTo(LocalDate.of(2027, 1, 31));
        assertThat(elsewhere.instant()).isEqualTo(machine.instant());
    }
}
