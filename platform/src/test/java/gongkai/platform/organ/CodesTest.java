package gongkai.platform.organ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("统一社会信用代码与行政区划代码")
class CodesTest {
    /** The worked example of GB 32100 and codes built by its rule with other libraries' check signs. */
    @ParameterizedTest
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L"})
    void acceptsCodesWithTheRightCheckSign(String code) {
        assertThat(CreditCode.wrong(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y44, 第 18 位应为“3”",
        "91350100M000100Y4, 应为 18 位，现为 17 位",
        "91350100M000I00Y43, 第 13 位“I”不可用",
        "91350100m000100y43, 第 9 位“m”不可用"
    })
    void saysWhatIsWrong(String code, String reason) {
        assertThat(CreditCode.wrong(code)).contains(reason);
        assertThatThrownBy(() -> new CreditCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noSingleSlipPassesTheCheck() {
        var right = "91350100M000100Y43";
        var signs = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (int i = 0; i < right.length(); i++) {
            for (char sign : signs.toCharArray()) {
                var typed = right.substring(0, i) + sign + right.substring(i + 1);
                assertThat(CreditCode.wrong(typed).isEmpty()).as(typed).isEqualTo(typed.equals(right));
            }
        }
    }

    @Test
    void takesCodesAsPeopleTypeThem() {
        assertThat(CreditCode.cleaned(" 91350100-m000100y43\u3000")).isEqualTo("91350100M000100Y43");
    }

    @ParameterizedTest
    @CsvSource({
        "410000, PROVINCE",
        "410300, CITY",
        "411203, COUNTY",
        "370682, COUNTY",
        "411203001, TOWNSHIP",
        "411203001000, TOWNSHIP",
        "411203001001, VILLAGE"
    })
    void readsTheLevelOfARegion(String code, Region.Level level) {
        assertThat(new Region(code).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4103", "41030", "4103001", "000000", "870000", "410003", "410300001", "411203000001"})
    void refusesWhatIsNoRegion(String code) {
        assertThat(Region.wrong(code)).isNotEmpty();
    }

    @Test
    void knowsWhatLiesWithinWhat() {
        assertThat(new Region("411203").within(new Region("411200"))).isTrue();
        assertThat(new Region("411203001").within(new Region("410000"))).isTrue();
        assertThat(new Region("410300").within(new Region("411200"))).isFalse();
    }
}
