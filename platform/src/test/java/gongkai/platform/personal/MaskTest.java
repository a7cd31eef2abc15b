package gongkai.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource({
        "NAME, 张三, 张*",
        "NAME, 欧阳小明, 欧*",
        "NAME, 𠮷田, 𠮷*",
        "NAME, 阿卜杜拉·示例, 阿*",
        "NAME, 张, 张*",
        "ORGANISATION_NAME, 示例市甲科技有限公司, 示例****公司",
        "ORGANISATION_NAME, 甲公司, ****",
        "ID_NUMBER, 110101199003070118, 110****0118",
        "ID_NUMBER, E12345678, E****",
        "ID_NUMBER, 123, ****",
        "PHONE, 13800001234, 138****1234",
        "PHONE, 63931234, 6****",
        "EMAIL, zhangsan@example.cn, z****@example.cn",
        "EMAIL, 没有, ****",
        "ADDRESS, 示例省示例市甲区幸福路1号, 示例省示例市甲区****",
        "ADDRESS, 示例市幸福小区3栋2单元, 示例市****",
        "ADDRESS, 幸福小区3栋2单元401, 幸福****",
        "ADDRESS, 示例市, ****",
    })
    void showsOnlySoMuch(PersonalField field, String clear, String shown) {
        assertThat(field.masked(clear)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "张三, 张*",
        "欧阳示例, 欧*",
        "阿卜杜拉·示例, 阿*",
        "示例公司, 示例公司",
        "示例市第一人民医院, 示例市第一人民医院",
        "示例五金店, 示例五金店",
        "李园, 李*",
    })
    void namesOfOrganisationsAreNoPersonalData(String clear, String shown) {
        assertThat(Mask.party(clear)).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "𠮷", "a", "\ud842", "e\u0301e\u0301"})
    void takesEveryText(String odd) {
        for (var field : PersonalField.values()) {
            assertThat(field.masked(odd)).isNotNull();
        }
    }

    @Test
    void neverShowsAllOfALongText() {
        for (int length = 1; length < 40; length++) {
            var clear = "示".repeat(length);
            for (var field : PersonalField.values()) {
                assertThat(field.masked(clear))
                        .as("%s %d", field, length)
                        .isNotEqualTo(clear)
                        .contains("*");
            }
        }
    }

    @Test
    @DisplayName("GB 11643 校验位、日期；不是身份证的证件不作判断")
    void warnsOfAWrongIdentityNumber() {
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "11010519491231002X")).isEmpty();
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "11010519491231002x")).isEmpty();
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "110105194912310021")).contains("校验位不符");
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "110105194913310025")).contains("出生日期不存在");
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "110105209912310020")).contains("出生日期不合理");
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "1101051949123100")).contains("应为 18 位，现为 16 位");
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "E12345678")).isEmpty();
        assertThat(warnings(ApplicantKind.NATURAL_PERSON, "")).isEmpty();
    }

    @Test
    @DisplayName("GB 32100 校验位")
    void warnsOfAWrongCreditCode() {
        assertThat(warnings(ApplicantKind.BUSINESS_ENTERPRISE, "91350100M000100Y43"))
                .isEmpty();
        assertThat(warnings(ApplicantKind.BUSINESS_ENTERPRISE, "91350100M000100Y44"))
                .contains("校验位不符");
        assertThat(warnings(ApplicantKind.BUSINESS_ENTERPRISE, "91350100I000100Y43"))
                .contains("“I”不可用");
    }

    private static String warnings(ApplicantKind kind, String number) {
        return String.join("；", IdentityNumbers.warnings(kind, number, TODAY));
    }
}
