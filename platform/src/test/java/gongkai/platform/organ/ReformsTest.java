package gongkai.platform.organ;

import static gongkai.platform.organ.OrganDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.organ.Ruling.Barred;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ReformsTest {
    private static final LocalDate FOUNDED = LocalDate.of(2010, 1, 1);
    private static final Basis LAST_YEAR = new Basis(LocalDate.of(2025, 7, 1), "示机编〔2025〕7号");

    private OrganDatabase database;
    private Organs organs;
    private Reforms reforms;
    private OrganId city;
    private OrganId justice;
    private OrganId legalOffice;

    @BeforeEach
    void found() {
        database = new OrganDatabase();
        organs = database.organs();
        reforms = database.reforms();
        city = establish(
                "demo-gov", OrganFacts.of("示例市人民政府", OrganKind.GOVERNMENT, null).in(new Region("990100")));
        justice = establish("demo-d01", department("示例市司法局"));
        legalOffice = establish("demo-d02", department("示例市人民政府法制办公室"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Nested
    @DisplayName("某日的情况")
    class AsOfADay {
        @Test
        void tellsTheNameOfTheDay() {
            reforms.change(justice, department("示例市司法与法制局"), LAST_YEAR).orThrow();
            assertThat(nameOn(LAST_YEAR.on().minusDays(1))).isEqualTo("示例市司法局");
            assertThat(nameOn(LAST_YEAR.on())).isEqualTo("示例市司法与法制局");
            assertThat(organs.byCode("demo-d01")).get().returns("示例市司法与法制局", Organ::name);
        }

        @Test
        void knowsNothingBeforeItsBeginning() {
            assertThat(organs.find(justice, FOUNDED)).isPresent();
            assertThat(organs.find(justice, FOUNDED.minusDays(1))).isEmpty();
        }

        @Test
        void tellsWhereItStoodOnTheDay() {
            var county = establish(
                    "demo-c1",
                    OrganFacts.of("示例一县人民政府", OrganKind.GOVERNMENT, city).in(new Region("990121")));
            reforms.change(justice, department("示例市司法局").under(county), LAST_YEAR)
                    .orThrow();
            assertThat(organs.isBelow(justice, county, LAST_YEAR.on().minusDays(1)))
                    .isFalse();
            assertThat(organs.isBelow(justice, county, LAST_YEAR.on())).isTrue();
            assertThat(organs.isBelow(justice, city, LAST_YEAR.on())).isTrue();
            assertThat(organs.isBelow(justice, justice)).isFalse();
            assertThat(organs.path(justice)).extracting(Organ::code).containsExactly("demo-gov", "demo-c1", "demo-d01");
            assertThat(organs.subtree(city))
                    .extracting(Organ::code)
                    .containsOnly("demo-gov", "demo-c1", "demo-d01", "demo-d02");
        }

        @Test
        void leavesAnOrganThatIsGoneWhereItLastStood() {
            reforms.abolish(legalOffice, justice, LAST_YEAR).orThrow();
            assertThat(organs.find(legalOffice, TODAY)).isEmpty();
            assertThat(organs.byCode("demo-d02")).isPresent();
            assertThat(organs.isBelow(legalOffice, city)).isTrue();
            assertThat(organs.children(city)).extracting(Organ::code).containsExactly("demo-d01");
        }

        private String nameOn(LocalDate day) {
            return organs.find(justice, day).orElseThrow().name();
        }
    }

    @Nested
    @DisplayName("合并与分设")
    class MergingAndSplitting {
        @Test
        void movesWhatStoodBelowAndNamesTheSuccessor() {
            var unit = establish("demo-unit", OrganFacts.of("示例市行政执法监督支队", OrganKind.AFFILIATED_UNIT, legalOffice));
            reforms.merge(Set.of(legalOffice, justice), justice, LAST_YEAR).orThrow();
            assertThat(organs.find(legalOffice, LAST_YEAR.on().minusDays(1))).isPresent();
            assertThat(organs.find(legalOffice, LAST_YEAR.on())).isEmpty();
            assertThat(organs.children(justice)).extracting(Organ::id).containsExactly(unit);
            assertThat(organs.isBelow(unit, legalOffice, LAST_YEAR.on().minusDays(1)))
                    .isTrue();
            assertThat(reforms.successions(legalOffice))
                    .containsExactly(new Succession(legalOffice, justice, LAST_YEAR.on()));
            assertThat(reforms.events(legalOffice).getFirst())
                    .returns(OrganEvent.Kind.MERGED, OrganEvent::kind)
                    .returns("示机编〔2025〕7号", OrganEvent::document);
        }

        @Test
        void splitsIntoOthersAndKeepsTheOldOneOrNot() {
            var first = establish("demo-d03", department("示例市第一局"));
            var second = establish("demo-d04", department("示例市第二局"));
            reforms.split(justice, new java.util.LinkedHashSet<>(List.of(first, second)), false, LAST_YEAR)
                    .orThrow();
            assertThat(organs.find(justice, TODAY)).isEmpty();
            assertThat(reforms.successions(justice))
                    .extracting(Succession::successor)
                    .containsExactly(first, second);
            reforms.split(legalOffice, Set.of(second), true, LAST_YEAR).orThrow();
            assertThat(organs.find(legalOffice, TODAY)).isPresent();
        }

        @Test
        void barsAMergerThatWouldLeaveSomethingWhereItMayNotStand() {
            var county = establish(
                    "demo-c1",
                    OrganFacts.of("示例一县人民政府", OrganKind.GOVERNMENT, city).in(new Region("990121")));
            establish("demo-c1-d1", department("示例一县司法局").under(county));
            assertThat(reasons(reforms.merge(Set.of(county), justice, LAST_YEAR)))
                    .contains("“示例一县司法局”不能随之转入");
            assertThat(organs.find(county, TODAY)).isPresent();
        }
    }

    @Nested
    @DisplayName("不能做的变更")
    class WhatIsBarred {
        @Test
        void anOrganCannotStandBelowItsOwnSubordinates() {
            var county = establish(
                    "demo-c1",
                    OrganFacts.of("示例一县人民政府", OrganKind.GOVERNMENT, city).in(new Region("990121")));
            var facts = organs.byId(city).orElseThrow().facts();
            assertThat(reasons(reforms.change(city, facts.under(county), Basis.from(TODAY))))
                    .contains("上级机构不能是它自己或它的下级");
        }

        @Test
        void aChangeCannotComeBeforeTheLastOne() {
            reforms.change(justice, department("示例市司法与法制局"), LAST_YEAR).orThrow();
            assertThat(reasons(reforms.change(
                            justice,
                            department("示例市法治局"),
                            Basis.from(LAST_YEAR.on().minusDays(1)))))
                    .contains("新的变更不能早于这一天");
        }

        @Test
        void aDepartmentMakesNoRules() {
            assertThat(reasons(reforms.change(
                            justice, department("示例市司法局").with(Set.of(Capacity.RULE_MAKING)), LAST_YEAR)))
                    .contains("立法法", "没有规章制定权");
            var government = organs.byId(city).orElseThrow().facts();
            reforms.change(city, government.with(Set.of(Capacity.RULE_MAKING)), LAST_YEAR)
                    .orThrow();
        }

        @Test
        void anOrganWithOthersBelowIsNotAbolished() {
            assertThat(reasons(reforms.abolish(city, null, LAST_YEAR))).contains("其下还有 2 个机构", "示例市司法局");
        }

        @Test
        void aCodeIsNeverGivenTwice() {
            reforms.abolish(legalOffice, null, LAST_YEAR).orThrow();
            assertThat(reasons(reforms.establish("demo-d02", department("示例市信访局"), LAST_YEAR)))
                    .contains("撤销的机构也不让出代码");
        }

        @Test
        void aCreditCodeBelongsToOneOrgan() {
            var code = CreditCode.completing("11990100MB0000001");
            reforms.change(justice, department("示例市司法局").registered(code), LAST_YEAR)
                    .orThrow();
            assertThat(reasons(reforms.change(
                            legalOffice, department("示例市人民政府法制办公室").registered(code), LAST_YEAR)))
                    .contains("已登记在“示例市司法局”");
        }
    }

    @Test
    void mendsAnErrorFromTheBeginningOfThePeriod() {
        reforms.change(justice, department("示例市司发局"), LAST_YEAR).orThrow();
        reforms.correct(justice, department("示例市司法局")).orThrow();
        assertThat(organs.find(justice, LAST_YEAR.on())).get().returns("示例市司法局", Organ::name);
        assertThat(reforms.events(justice).getFirst())
                .returns("全称由“示例市司发局”改为“示例市司法局”；简称由“示例市司发局”改为“示例市司法局”", OrganEvent::what);
    }

    @Test
    void everyChangeIsInTheLog() {
        reforms.change(justice, department("示例市司法与法制局"), LAST_YEAR).orThrow();
        assertThat(database.get(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select action || '|' || subject || '|' || detail from audit.entry order by id desc"
                                + " limit 1")
                        .query(String.class)
                        .single())
                .startsWith("变更机构|demo-d01|自2025-07-01起（示机编〔2025〕7号）：全称由“示例市司法局”改为");
    }

    @Test
    void aTransactionSeesItsOwnChangesAndOthersSeeThemWhenItEnds() {
        var seen = database.together(() -> {
            reforms.change(justice, department("示例市司法与法制局"), LAST_YEAR).orThrow();
            return organs.byId(justice).orElseThrow().name();
        });
        assertThat(seen).isEqualTo("示例市司法与法制局");
        assertThat(organs.byId(justice)).get().returns("示例市司法与法制局", Organ::name);
    }

    @Test
    void whatIsRolledBackIsNotRemembered() {
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> database.together(() -> {
                    reforms.change(justice, department("示例市司法与法制局"), LAST_YEAR).orThrow();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(organs.byId(justice)).get().returns("示例市司法局", Organ::name);
    }

    @Test
    void findsByPartsOfNamesLikeliestFirst() {
        establish("demo-unit", OrganFacts.of("示例市司法局法律援助中心", OrganKind.AFFILIATED_UNIT, justice));
        assertThat(organs.search("司法局", 10)).extracting(Organ::code).containsExactly("demo-d01", "demo-unit");
        assertThat(organs.search("没有的", 10)).isEmpty();
    }

    private OrganId establish(String code, OrganFacts facts) {
        return database.establish(code, facts);
    }

    private OrganFacts department(String name) {
        return OrganFacts.of(name, OrganKind.DEPARTMENT, city);
    }

    private static @Nullable String reasons(Ruling ruling) {
        return ruling instanceof Barred barred ? barred.reasons() : null;
    }
}
