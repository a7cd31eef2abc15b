package gongkai.platform.sample;

import static gongkai.platform.organ.Capacity.COERCION;
import static gongkai.platform.organ.Capacity.LICENSING;
import static gongkai.platform.organ.Capacity.PENALTY;
import static gongkai.platform.organ.Capacity.RULE_MAKING;

import gongkai.platform.organ.Basis;
import gongkai.platform.organ.Capacity;
import gongkai.platform.organ.CreditCode;
import gongkai.platform.organ.OrganFacts;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reforms;
import gongkai.platform.organ.Region;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sample organs: five real justice bureaus in their real trees, and an invented city with departments and counties. */
@Component
class SampleOrgans {
    /** All sample organs are known from this day on. */
    static final LocalDate SINCE = LocalDate.of(2010, 1, 1);
    /** The day of the invented city's reform. */
    static final LocalDate REFORM = LocalDate.of(2019, 3, 1);

    /** The organs in which people work: bureaus and departments of every division, and the counties' governments. */
    static final List<String> BUREAUS = List.of("luoyang", "shanzhou", "laiyang", "yueqing", "hongqiao");

    /** The organ with sample cases. It stands apart from the city, whose figures begin empty. */
    static final String SHOWN = "demo-show";

    private static final List<String> DEPARTMENTS = List.of(
            "司法局",
            "发展和改革委员会",
            "教育局",
            "公安局",
            "民政局",
            "财政局",
            "人力资源和社会保障局",
            "自然资源和规划局",
            "生态环境局",
            "住房和城乡建设局",
            "卫生健康委员会",
            "市场监督管理局");

    private static final List<String> COUNTY_DEPARTMENTS =
            List.of("司法局", "发展和改革委员会", "教育局", "公安局", "民政局", "财政局", "自然资源局", "市场监督管理局");

    private static final Set<Capacity> OF_A_CITY = Set.of(RULE_MAKING, LICENSING, PENALTY, COERCION);
    private static final Set<Capacity> OF_A_COUNTY = Set.of(LICENSING, PENALTY, COERCION);
    private static final Set<Capacity> OF_A_BUREAU = Set.of(LICENSING, PENALTY);

    private final Organs organs;
    private final Reforms reforms;
    private int made;

    SampleOrgans(Organs organs, Reforms reforms) {
        this.organs = organs;
        this.reforms = reforms;
    }

    void fill() {
        var state = add("state-council", OrganFacts.of("国务院", OrganKind.STATE_COUNCIL, null));
        add(
                "moj",
                OrganFacts.of("中华人民共和国司法部", OrganKind.STATE_DEPARTMENT, state)
                        .named("中华人民共和国司法部", "司法部")
                        .asJustice()
                        .with(OF_A_CITY));
        henan(state);
        var shandong = government("shandong-gov", "山东省", "370000", state);
        justice("shandong-justice", "山东省司法厅", shandong);
        var yantai = government("yantai-gov", "烟台市", "370600", shandong);
        justice("yantai-justice", "烟台市司法局", yantai);
        justice("laiyang", "莱阳市司法局", government("laiyang-gov", "莱阳市", "370682", yantai));
        var zhejiang = government("zhejiang-gov", "浙江省", "330000", state);
        justice("zhejiang-justice", "浙江省司法厅", zhejiang);
        var wenzhou = government("wenzhou-gov", "温州市", "330300", zhejiang);
        justice("wenzhou-justice", "温州市司法局", wenzhou);
        justice("yueqing", "乐清市司法局", government("yueqing-gov", "乐清市", "330382", wenzhou));
        var tianjin = government("tianjin-gov", "天津市", "120000", state);
        justice("tianjin-justice", "天津市司法局", tianjin);
        justice("hongqiao", "天津市红桥区司法局", "红桥区司法局", government("hongqiao-gov", "天津市红桥区", "120106", tianjin));
        city(state);
    }

    private void henan(OrganId state) {
        var henan = government("henan-gov", "河南省", "410000", state);
        justice("henan-justice", "河南省司法厅", henan);
        justice("luoyang", "洛阳市司法局", government("luoyang-gov", "洛阳市", "410300", henan));
        var sanmenxia = government("sanmenxia-gov", "三门峡市", "411200", henan);
        justice("sanmenxia-justice", "三门峡市司法局", sanmenxia);
        justice("shanzhou", "三门峡市陕州区司法局", "陕州区司法局", government("shanzhou-gov", "三门峡市陕州区", "411203", sanmenxia));
    }

    /** The invented city. One of its departments was renamed, and one was merged into another, so that there is a history to see. */
    private void city(OrganId state) {
        var province = government("demo-prov-gov", "示例省", "990000", state);
        justice("demo-prov-justice", "示例省司法厅", province);
        add(SHOWN, OrganFacts.of("示例省数据局", OrganKind.DEPARTMENT, province).with(OF_A_BUREAU));
        var city = government("demo-gov", "示例市", "990100", province);
        departments("demo-d%02d", "示例市", "990100", city, DEPARTMENTS);
        var reform = new Basis(REFORM, "示发〔2019〕1号");
        var justice = organs.byCode("demo-d01").orElseThrow();
        var legal = add(
                "demo-legal-office",
                OrganFacts.of("示例市人民政府法制办公室", OrganKind.DEPARTMENT, city).named("示例市人民政府法制办公室", "示例市法制办"));
        reforms.merge(Set.of(legal), justice.id(), reform).orThrow();
        var market = organs.byCode("demo-d12").orElseThrow();
        reforms.correct(market.id(), market.facts().named("示例市工商行政管理局", "示例市工商局"))
                .orThrow();
        reforms.change(market.id(), market.facts(), reform).orThrow();
        county(1, "示例市甲县", "990121", city);
        county(2, "示例市乙县", "990122", city);
        county(3, "示例市丙区", "990103", city);
    }

    private void county(int number, String name, String region, OrganId city) {
        var government = government("demo-c" + number, name, region, city);
        departments("demo-c" + number + "-d%d", name, region, government, COUNTY_DEPARTMENTS);
    }

    private void departments(String code, String place, String region, OrganId government, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            var name = place + names.get(i);
            var facts = OrganFacts.of(name, OrganKind.DEPARTMENT, government)
                    .registered(credit(region))
                    .with(i == 0 ? OF_A_BUREAU : OF_A_COUNTY)
                    .at(i + 1);
            add(code.formatted(i + 1), i == 0 ? facts.asJustice() : facts);
        }
    }

    private OrganId government(String code, String place, String region, @Nullable OrganId above) {
        var division = new Region(region);
        var facts = OrganFacts.of(place + "人民政府", OrganKind.GOVERNMENT, above)
                .in(division)
                .with(division.level() == Region.Level.COUNTY ? OF_A_COUNTY : OF_A_CITY);
        return add(code, code.startsWith("demo-") ? facts.registered(credit(region)) : facts);
    }

    private OrganId justice(String code, String name, OrganId government) {
        return justice(code, name, name, government);
    }

    private OrganId justice(String code, String name, String shortName, OrganId government) {
        return add(
                code,
                OrganFacts.of(name, OrganKind.DEPARTMENT, government)
                        .named(name, shortName)
                        .asJustice()
                        .with(OF_A_BUREAU));
    }

    /** An invented credit code; the real organs get none, for theirs are not ours to invent. */
    private CreditCode credit(String region) {
        made++;
        return CreditCode.completing("11" + region + "MB%07d".formatted(made));
    }

    private OrganId add(String code, OrganFacts facts) {
        return reforms.establish(code, facts, Basis.from(SINCE)).orThrow();
    }
}
