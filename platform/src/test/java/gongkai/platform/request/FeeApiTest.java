package gongkai.platform.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import gongkai.platform.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

@NullMarked
class FeeApiTest {
    private final FeeApi fees =
            new FeeApi(Clock.fixed(Instant.parse("2026-04-24T02:00:00Z"), ZoneId.of("Asia/Shanghai")));

    @Test
    @DisplayName("国办函〔2020〕109号 分档列出")
    void answersAsTheContractSays() {
        assertThat(JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(fees.quote(null, 31))))
                .isEqualTo(JsonMapper.shared().readTree("""
                        {"basis": "PAGES", "count": 31, "amount": 10, "bands": [
                          {"from": 1, "to": 30, "rate": 0, "count": 30, "amount": 0},
                          {"from": 31, "to": 31, "rate": 10, "count": 1, "amount": 10}]}
                        """));
        assertThat(fees.quote(55, null).amount()).isEqualTo(9000);
        assertThat(fees.quote(0, null).bands()).isEmpty();
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> fees.quote(1, 1))
                .withMessageContaining("只给一个");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> fees.quote(null, null));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> fees.quote(-1, null));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> fees.quote(null, 100_001));
    }
}
