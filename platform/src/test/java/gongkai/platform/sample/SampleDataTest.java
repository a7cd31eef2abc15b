package gongkai.platform.sample;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Actor;
import gongkai.platform.access.Divisions;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reconsideration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

@DisplayName("示例数据")
class SampleDataTest {
    private static ConfigurableApplicationContext platform;
    private static Organs organs;
    private static People people;
    private static boolean filled;

    @BeforeAll
    static void fill() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        organs = platform.getBean(Organs.class);
        people = platform.getBean(People.class);
        filled = platform.getBean(SampleData.class).fill();
    }

    @AfterAll
    static void stop() {
        platform.close();
    }

    static Stream<String> organs() {
        return Stream.of(
                        Stream.of("luoyang", "shanzhou", "laiyang", "yueqing", "hongqiao"),
                        IntStream.rangeClosed(1, 12).mapToObj("demo-d%02d"::formatted),
                        IntStream.rangeClosed(1, 3).mapToObj("demo-c%d"::formatted),
                        IntStream.rangeClosed(1, 3)
                                .boxed()
                                .flatMap(county ->
                                        IntStream.rangeClosed(1, 8).mapToObj(d -> "demo-c%d-d%d".formatted(county, d))))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("organs")
    void everySampleOrganHasSomeoneForEachDuty(String code) {
        var organ = organ(code);
        assertThat(roles("officer@" + code, organ)).containsExactly(Role.HANDLER);
        assertThat(roles("head@" + code, organ)).containsExactly(Role.DIVISION_HEAD);
        assertThat(roles("office@" + code, organ)).contains(Role.OFFICE_CLERK, Role.OFFICE_HEAD);
        assertThat(roles("secrecy@" + code, organ)).containsExactly(Role.SECRECY_REVIEWER);
        assertThat(roles("legal@" + code, organ)).containsExactly(Role.LEGAL_REVIEWER);
        assertThat(roles("leader@" + code, organ)).containsExactly(Role.LEADER);
    }

    @ParameterizedTest
    @MethodSource("organs")
    void everySampleOrganKnowsItsOfficeSupervisorCourtAndReconsiderationOrgans(String code) {
        var organ = organ(code);
        var today = LocalDate.of(2026, 3, 2);
        assertThat(platform.getBean(DisclosureOffices.class).of(organ.id())).isPresent();
        assertThat(platform.getBean(DisclosureOffices.class).supervisor(organ.id(), today))
                .isPresent();
        assertThat(platform.getBean(Courts.class).of(organ.id(), today)).isPresent();
        assertThat(organs.reconsideration(organ.id(), today))
                .isInstanceOfSatisfying(
                        Reconsideration.Found.class,
                        found -> assertThat(found.organs()).hasSize(organ.justice() ? 2 : 1));
    }

    @ParameterizedTest
    @MethodSource("governments")
    void everySupervisingOfficeSeesWhatIsBelow(String code) {
        var organ = organ(code);
        assertThat(actor("office@" + code).grants())
                .anyMatch(grant -> grant.role() == Role.SUPERVISOR
                        && grant.subtree()
                        && organ.id().equals(grant.organ()));
    }

    static List<String> governments() {
        return List.of(
                "luoyang-gov", "shanzhou-gov", "laiyang-gov", "yueqing-gov", "hongqiao-gov", "demo-gov", "demo-c1");
    }

    @Test
    void theThreeAdministratorsAreApart() {
        assertThat(actor("sysadmin").is(Role.SYSTEM_ADMIN, null)).isTrue();
        assertThat(actor("secadmin").is(Role.SECURITY_ADMIN, null)).isTrue();
        assertThat(actor("auditor").is(Role.AUDITOR, null)).isTrue();
    }

    @Test
    void theBureausStandInTheirRealTrees() {
        assertThat(organs.path(organ("shanzhou").id()))
                .extracting(Organ::name)
                .containsExactly("国务院", "河南省人民政府", "三门峡市人民政府", "三门峡市陕州区人民政府", "三门峡市陕州区司法局");
        assertThat(organs.children(organ("demo-gov").id())).hasSize(15);
    }

    @ParameterizedTest
    @MethodSource("organs")
    void everySampleOrganHasDivisions(String code) {
        assertThat(platform.getBean(Divisions.class).find(organ(code).id(), "办公室"))
                .isPresent();
    }

    @Test
    void thereIsAHistoryToSee() {
        var market = organ("demo-d12").id();
        assertThat(organs.find(market, SampleOrgans.REFORM.minusDays(1))).get().returns("示例市工商行政管理局", Organ::name);
        assertThat(organs.find(market, SampleOrgans.REFORM)).get().returns("示例市市场监督管理局", Organ::name);
    }

    @Test
    void nothingIsFilledTwice() {
        assertThat(filled).isTrue();
        assertThat(platform.getBean(SampleData.class).fill()).isFalse();
    }

    private static Organ organ(String code) {
        return organs.byCode(code).orElseThrow();
    }

    private static Actor actor(String login) {
        return people.actor(login).orElseThrow();
    }

    private static List<Role> roles(String login, Organ organ) {
        return actor(login).grants().stream()
                .filter(grant -> organ.id().equals(grant.organ()) && grant.role() != Role.SUPERVISOR)
                .map(Actor.Grant::role)
                .toList();
    }
}
