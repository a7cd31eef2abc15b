package gongkai.platform.organ;

import static gongkai.platform.organ.OrganDatabase.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.organ.Reconsideration.Found;
import gongkai.platform.organ.Reconsideration.Unknown;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("行政复议机关")
class ReconsiderationTest {
    private static OrganDatabase database;
    private static Organs organs;

    @BeforeAll
    static void found() {
        database = new OrganDatabase();
        organs = database.organs();
        var state = add("state", "国务院", OrganKind.STATE_COUNCIL, null);
        var ministry = database.establish(
                "ministry",
                OrganFacts.of("司法部", OrganKind.STATE_DEPARTMENT, state).asJustice());
        add("ministry-unit", "司法部示例派出机构", OrganKind.DISPATCHED_UNIT, ministry);
        add("ministry-org", "司法部示例授权组织", OrganKind.AUTHORIZED_ORG, ministry);
        var province = government("province", "示例省人民政府", "990000", state);
        justice("province-justice", "示例省司法厅", province);
        var city = government("city", "示例市人民政府", "990100", province);
        justice("city-justice", "示例市司法局", city);
        var planning = add("city-planning", "示例市自然资源局", OrganKind.DEPARTMENT, city);
        var county = government("county", "示例县人民政府", "990121", city);
        government("county2", "无司法局的示例县人民政府", "990122", city);
        var countyJustice = justice("county-justice", "示例县司法局", county);
        add("town", "示例县示例镇人民政府", OrganKind.TOWNSHIP, county);
        add("street", "示例县示例街道办事处", OrganKind.SUBDISTRICT, county);
        add("prefecture", "示例地区行政公署", OrganKind.DISPATCHED_OFFICE, province);
        add("county-unit", "示例县司法局示例司法所", OrganKind.DISPATCHED_UNIT, countyJustice);
        database.establish(
                "city-unit",
                OrganFacts.of("示例市自然资源局示例县分局", OrganKind.DISPATCHED_UNIT, planning)
                        .in(new Region("990121")));
        add("city-unit-plain", "示例市自然资源局开发区分局", OrganKind.DISPATCHED_UNIT, planning);
        add("org-of-government", "示例市授权事务中心", OrganKind.AUTHORIZED_ORG, city);
        add("org-of-department", "示例市测绘事务中心", OrganKind.AUTHORIZED_ORG, planning);
        add("affiliated", "示例市不动产登记中心", OrganKind.AFFILIATED_UNIT, planning);
        var customs = add("customs-head", "海关总署", OrganKind.STATE_DEPARTMENT, state);
        var customsOfCity = add("customs", "示例海关", OrganKind.VERTICAL_ORGAN, customs);
        add("customs-below", "示例海关隶属海关", OrganKind.VERTICAL_ORGAN, customsOfCity);
        var municipality = government("municipality", "天津市人民政府", "120000", state);
        var district = government("district", "天津市红桥区人民政府", "120106", municipality);
        justice("municipality-justice", "天津市司法局", municipality);
        justice("district-justice", "天津市红桥区司法局", district);
        var far = government("far", "远处市人民政府", "650100", null);
        add("far-department", "远处市财政局", OrganKind.DEPARTMENT, far);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    @DisplayName("第二十四条第一款第一项：县级以上地方人民政府工作部门，由本级人民政府管辖")
    void ofADepartment() {
        assertThat(of("city-planning")).isEqualTo("city 行政复议法第二十四条第一款第一项");
    }

    @Test
    @DisplayName("第二十四条第一款第二项：下一级人民政府，由上一级人民政府管辖；乡镇由县级管辖")
    void ofAGovernment() {
        assertThat(of("county")).isEqualTo("city 行政复议法第二十四条第一款第二项");
        assertThat(of("city")).isEqualTo("province 行政复议法第二十四条第一款第二项");
        assertThat(of("town")).isEqualTo("county 行政复议法第二十四条第一款第二项");
    }

    @Test
    @DisplayName("第二十四条第二款、第二十六条：省级人民政府，由本机关管辖，可诉可裁决")
    void ofAProvince() {
        assertThat(of("province")).isEqualTo("province 行政复议法第二十四条第二款");
        assertThat(of("municipality")).isEqualTo("municipality 行政复议法第二十四条第二款");
        assertThat(organs.reconsideration(id("province"), TODAY))
                .isInstanceOfSatisfying(
                        Found.class, found -> assertThat(found.note()).contains("国务院申请裁决（第二十六条）"));
    }

    @Test
    @DisplayName("第二十四条第一款第三项：派出机关，由设立它的人民政府管辖")
    void ofADispatchedOffice() {
        assertThat(of("street")).isEqualTo("county 行政复议法第二十四条第一款第三项");
        assertThat(of("prefecture")).isEqualTo("province 行政复议法第二十四条第一款第三项");
    }

    @Test
    @DisplayName("第二十四条第四款：派出机构，由该部门的本级人民政府管辖；按行政区划设立的，也可以由所在地人民政府管辖")
    void ofADispatchedUnit() {
        assertThat(of("county-unit")).isEqualTo("county 行政复议法第二十四条第四款");
        assertThat(of("city-unit")).isEqualTo("city county 行政复议法第二十四条第四款");
        assertThat(of("city-unit-plain")).isEqualTo("city 行政复议法第二十四条第四款");
    }

    @Test
    @DisplayName("第二十四条第一款第四项：授权组织，由管理它的人民政府或者管理它的部门的本级人民政府管辖")
    void ofAnAuthorizedOrg() {
        assertThat(of("org-of-government")).isEqualTo("city 行政复议法第二十四条第一款第四项");
        assertThat(of("org-of-department")).isEqualTo("city 行政复议法第二十四条第一款第四项");
    }

    @Test
    @DisplayName("第二十五条：国务院部门及其派出机构、授权组织，由该部门管辖")
    void ofAStateDepartment() {
        assertThat(of("ministry")).isEqualTo("ministry 行政复议法第二十五条");
        assertThat(of("ministry-unit")).isEqualTo("ministry 行政复议法第二十五条");
        assertThat(of("ministry-org")).isEqualTo("ministry 行政复议法第二十五条");
    }

    @Test
    @DisplayName("第二十七条：垂直领导机关，由上一级主管部门管辖")
    void ofAnOrganLedFromAbove() {
        assertThat(of("customs")).isEqualTo("customs-head 行政复议法第二十七条");
        assertThat(of("customs-below")).isEqualTo("customs 行政复议法第二十七条");
    }

    @Test
    @DisplayName("第二十八条：司法行政部门，由本级人民政府或者上一级司法行政部门管辖，任选其一")
    void ofAJusticeDepartment() {
        assertThat(of("county-justice")).isEqualTo("county city-justice 行政复议法第二十八条");
        assertThat(of("city-justice")).isEqualTo("city province-justice 行政复议法第二十八条");
        assertThat(of("province-justice")).isEqualTo("province ministry 行政复议法第二十八条");
        assertThat(of("district-justice")).isEqualTo("district municipality-justice 行政复议法第二十八条");
    }

    @Test
    @DisplayName("二级机构以所属机关的名义作出")
    void ofAnAffiliatedUnit() {
        assertThat(of("affiliated")).isEqualTo("city 行政复议法第二十四条第一款第一项");
    }

    @Test
    void saysWhatIsMissingInsteadOfGuessing() {
        assertThat(of("far")).isEqualTo("系统中没有“远处市人民政府”的上一级人民政府，请先录入");
        assertThat(of("state")).contains("不适用行政复议");
    }

    @Test
    void knowsOnlyTheLawInForceSince2024() {
        assertThat(organs.reconsideration(id("city-planning"), LocalDate.of(2023, 12, 31)))
                .isInstanceOf(Unknown.class);
        assertThat(organs.reconsideration(id("city-planning"), LocalDate.of(2024, 1, 1)))
                .isInstanceOf(Found.class);
    }

    private static String of(String code) {
        return switch (organs.reconsideration(id(code))) {
            case Found found ->
                String.join(" ", found.organs().stream().map(Organ::code).toList()) + " " + found.article();
            case Unknown unknown -> unknown.reason();
        };
    }

    private static OrganId id(String code) {
        return organs.byCode(code).orElseThrow().id();
    }

    private static OrganId add(String code, String name, OrganKind kind, @Nullable OrganId parent) {
        return database.establish(code, OrganFacts.of(name, kind, parent));
    }

    private static OrganId government(String code, String name, String region, @Nullable OrganId parent) {
        return database.establish(
                code, OrganFacts.of(name, OrganKind.GOVERNMENT, parent).in(new Region(region)));
    }

    private static OrganId justice(String code, String name, OrganId government) {
        return database.establish(
                code, OrganFacts.of(name, OrganKind.DEPARTMENT, government).asJustice());
    }
}
