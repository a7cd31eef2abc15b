package gongkai.platform.organ;

import static gongkai.platform.organ.OrganDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.organ.Ruling.Barred;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OfficesAndCourtsTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2020, 1, 1);

    private static OrganDatabase database;
    private static OrganId province;
    private static OrganId city;
    private static OrganId bureau;
    private static OrganId unit;

    @BeforeAll
    static void found() {
        database = new OrganDatabase();
        province = database.establish(
                "province", OrganFacts.of("示例省人民政府", OrganKind.GOVERNMENT, null).in(new Region("990000")));
        city = database.establish(
                "city", OrganFacts.of("示例市人民政府", OrganKind.GOVERNMENT, province).in(new Region("990100")));
        bureau = database.establish("bureau", OrganFacts.of("示例市司法局", OrganKind.DEPARTMENT, city));
        unit = database.establish("unit", OrganFacts.of("示例市法律援助中心", OrganKind.AFFILIATED_UNIT, bureau));
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void theOfficeIsToldAsOfADay() {
        var offices = database.get(DisclosureOffices.class);
        offices.set(bureau, office("示例市司法局办公室", Set.of()), LONG_AGO).orThrow();
        offices.set(bureau, office("示例市司法局政务公开科", Set.of(ReceivingChannel.ONLINE)), LocalDate.of(2025, 1, 1))
                .orThrow();
        assertThat(offices.of(bureau, LONG_AGO)).get().returns("示例市司法局办公室", DisclosureOffice::name);
        assertThat(offices.of(bureau, LONG_AGO.minusDays(1))).isEmpty();
        assertThat(offices.of(bureau)).hasValueSatisfying(now -> {
            assertThat(now.name()).isEqualTo("示例市司法局政务公开科");
            assertThat(now.channels())
                    .containsExactlyInAnyOrder(
                            ReceivingChannel.IN_PERSON,
                            ReceivingChannel.POST,
                            ReceivingChannel.ORAL_ASSISTED,
                            ReceivingChannel.ONLINE);
        });
        assertThat(offices.since(bureau)).hasValue(LocalDate.of(2025, 1, 1));
    }

    @Test
    void anOpenChannelNeedsItsAddress() {
        var ruling = database.get(DisclosureOffices.class)
                .set(bureau, office("示例市司法局办公室", Set.of(ReceivingChannel.FAX, ReceivingChannel.EMAIL)), TODAY);
        assertThat(ruling)
                .isInstanceOfSatisfying(
                        Barred.class,
                        barred -> assertThat(barred.reasons()).contains("开通了“传真”，请填写传真号码", "开通了“电子邮件”，请填写电子邮箱"));
    }

    @Test
    void theGovernmentSupervisesUnlessAnotherIsNamed() {
        var offices = database.get(DisclosureOffices.class);
        assertThat(offices.supervisor(unit, TODAY)).get().returns("city", Organ::code);
        assertThat(offices.supervisor(city, TODAY)).get().returns("province", Organ::code);
        assertThat(offices.supervisor(province, TODAY)).isEmpty();
    }

    @Test
    void theNearestRuleNamesTheCourt() {
        var courts = database.get(Courts.class);
        assertThat(courts.of(bureau, TODAY)).isEmpty();
        courts.set(new Court(province, CourtCover.GOVERNMENTS_BELOW, LONG_AGO, "示例市中级人民法院", ""));
        courts.set(new Court(city, CourtCover.BELOW, LONG_AGO, "示例市示例区人民法院", ""));
        assertThat(courts.of(city, TODAY)).get().returns("示例市中级人民法院", Court::court);
        assertThat(courts.of(unit, TODAY)).get().returns("示例市示例区人民法院", Court::court);
        assertThat(courts.of(bureau, LONG_AGO.minusDays(1))).isEmpty();

        courts.set(new Court(bureau, CourtCover.OWN, LocalDate.of(2025, 1, 1), "示例铁路运输法院", "示高法〔2024〕1号"));
        assertThat(courts.of(bureau, LocalDate.of(2024, 12, 31))).get().returns("示例市示例区人民法院", Court::court);
        assertThat(courts.of(bureau, TODAY)).get().returns("示例铁路运输法院", Court::court);
        courts.set(new Court(bureau, CourtCover.OWN, LocalDate.of(2026, 1, 1), "", ""));
        assertThat(courts.of(bureau, TODAY)).get().returns("示例市示例区人民法院", Court::court);
    }

    @Test
    void anotherNodeSeesAChangeWithinSeconds() throws Exception {
        try (var other = database.secondNode()) {
            assertThat(other.organs().byId(unit)).get().returns("示例市法律援助中心", Organ::name);
            database.reforms()
                    .change(unit, OrganFacts.of("示例市公共法律服务中心", OrganKind.AFFILIATED_UNIT, bureau), Basis.from(TODAY))
                    .orThrow();
            assertThat(database.organs().byId(unit)).get().returns("示例市公共法律服务中心", Organ::name);
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < end
                    && !other.organs().byId(unit).orElseThrow().name().equals("示例市公共法律服务中心")) {
                Thread.onSpinWait();
            }
            assertThat(other.organs().byId(unit)).get().returns("示例市公共法律服务中心", Organ::name);
        }
    }

    private static DisclosureOffice office(String name, Set<ReceivingChannel> channels) {
        return new DisclosureOffice(
                name,
                "示例市示例路1号",
                "工作日 9:00—12:00，13:30—17:00",
                "0000-00000000",
                "",
                "",
                channels.contains(ReceivingChannel.ONLINE) ? "https://sfj.example.gov.cn/" : "",
                "000000",
                channels);
    }
}
