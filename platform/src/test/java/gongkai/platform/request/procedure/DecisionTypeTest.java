package gongkai.platform.request.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class DecisionTypeTest {
    @Test
    void everyDecisionIsOneRowOfTableThree() {
        assertThat(Arrays.stream(DecisionType.values()).map(DecisionType::row))
                .doesNotHaveDuplicates()
                .hasSize(21);
        assertThat(DecisionType.DENIED_THREE_SAFETY.row().key()).isEqualTo("denied_three_safety");
        assertThat(TableThreeRow.values()).hasSize(25);
    }

    @ParameterizedTest
    @EnumSource(DecisionType.class)
    void saysWhatItRestsOnAndWhatItMustState(DecisionType type) {
        assertThat(type.article()).matches("第.+条.*");
        assertThat(type.mustState()).isNotBlank();
        assertThat(type.label()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionType.class,
            names = {
                "DENIED_STATE_SECRET",
                "DENIED_LAW_PROHIBITED",
                "DENIED_THREE_SAFETY",
                "DENIED_THIRD_PARTY",
                "DENIED_INTERNAL",
                "DENIED_PROCESS",
                "DENIED_ENFORCEMENT_FILE"
            })
    @DisplayName("行政复议法第二十三条 依第十四条至第十六条不予公开的，先申请复议")
    void refusalsNeedReconsiderationFirst(DecisionType type) {
        assertThat(type.remedy(List.of())).isEqualTo(RemedyMode.RECON_FIRST);
    }

    @Test
    void partialAnswersFollowWhatTheyWithhold() {
        assertThat(DecisionType.PARTIAL.remedy(List.of("第三十七条", "第十五条"))).isEqualTo(RemedyMode.RECON_FIRST);
        assertThat(DecisionType.PARTIAL.remedy(List.of("《条例》第16条第2款"))).isEqualTo(RemedyMode.RECON_FIRST);
        assertThat(DecisionType.PARTIAL.remedy(List.of("第三十七条", "第三十六条第（七）项"))).isEqualTo(RemedyMode.EITHER);
        assertThat(DecisionType.PARTIAL.remedy(List.of())).isEqualTo(RemedyMode.RECON_FIRST);
        assertThat(DecisionType.DENIED_ADMIN_QUERY.remedy(List.of())).isEqualTo(RemedyMode.EITHER);
        assertThat(DecisionType.REFUSED_DUPLICATE.remedy(List.of())).isEqualTo(RemedyMode.EITHER);
    }

    @Test
    @DisplayName("第三十六条第（四）项、第（六）项 不存在要有检索记录，重复申请要有前次申请")
    void someAnswersNeedProof() {
        assertThat(lacking(DecisionType.UNAVAIL_NOT_HELD, "第三十六条第（四）项")).containsExactly("searchRecord");
        assertThat(lacking(DecisionType.UNAVAIL_NOT_HELD, "第三十六条第（五）项")).isEmpty();
        assertThat(lacking(DecisionType.REFUSED_DUPLICATE, "第三十六条第（六）项")).containsExactly("previousRequest");
        assertThat(lacking(DecisionType.DENIED_INTERNAL, "第十六条")).isEmpty();
    }

    private static List<String> lacking(DecisionType type, String basis) {
        return new Step.Decide(Case.day("2026-03-03"), type, null, "理由", "事实", List.of(basis), "赵六", "", "").missing();
    }

    @Test
    void lettersAreNumberedThrough() {
        assertThat(Arrays.stream(LetterKind.values()).map(LetterKind::code))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 21)
                        .mapToObj("L%02d"::formatted)
                        .toList());
        assertThat(LetterKind.values())
                .allSatisfy(kind -> assertThat(kind.fields()).isNotEmpty());
    }

    @Test
    void lapsesAreNotSigned() {
        assertThat(Arrays.stream(DecisionType.values()).filter(type -> !type.isSigned()))
                .containsExactly(DecisionType.OTHER_NO_CORRECTION, DecisionType.OTHER_NO_PAYMENT);
    }
}
