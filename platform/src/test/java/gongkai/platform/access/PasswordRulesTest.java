package gongkai.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules(new AccessSettings.Password(10, 3, 5, 90));

    @ParameterizedTest
    @ValueSource(strings = {"Kaiping-2026-dong", "Shili#Mima-2026", "口令Changjiang2026", "xq7-Wm2p-Zr9t"})
    void letsAGoodOnePass(String password) {
        assertThat(rules.objections(password, "zhangsan@demo-d01")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kp-2026-x",
                "kaipingdongfang",
                "Kaipingdong2026zhangsan",
                "Nasgnahz-2026",
                "Password123!",
                "P@ssw0rd2026",
                "Admin@123456",
                "Qwer1234!@#$",
                "Qazwsxedc-123",
                "Aa1!Aa1!Aa1!",
                "Gongkai@2026"
            })
    void refusesAWeakOne(String password) {
        assertThat(rules.objections(password, "zhangsan@demo-d01")).isNotEmpty();
    }

    @Test
    void refusesOneTooLongToHash() {
        assertThat(rules.objections("Kaiping-2026-dong".repeat(8), "zhangsan")).hasSize(1);
    }
}
