package gongkai.platform.sample;

import gongkai.platform.organ.Court;
import gongkai.platform.organ.CourtCover;
import gongkai.platform.organ.Courts;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganKind;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import java.util.EnumSet;
import org.springframework.stereotype.Component;

/** Disclosure offices and courts of the sample organs. Addresses, telephone numbers and mail boxes are invented and lead nowhere. */
@Component
class SampleContacts {
    private static final String CHECK = "示例数据，请按当地集中管辖的规定核对";

    private final Organs organs;
    private final DisclosureOffices offices;
    private final Courts courts;

    SampleContacts(Organs organs, DisclosureOffices offices, Courts courts) {
        this.organs = organs;
        this.offices = offices;
        this.courts = courts;
    }

    void fill() {
        int number = 0;
        for (var organ : organs.all()) {
            if (organ.kind() == OrganKind.GOVERNMENT || organ.kind() == OrganKind.DEPARTMENT) {
                number++;
                offices.set(organ.id(), office(organ, number), SampleOrgans.SINCE)
                        .orThrow();
            }
        }
        of("luoyang-gov", "洛阳市中级人民法院", "洛阳市洛龙区人民法院");
        of("sanmenxia-gov", "三门峡市中级人民法院", "三门峡市湖滨区人民法院");
        of("shanzhou-gov", "三门峡市中级人民法院", "三门峡市陕州区人民法院");
        of("yantai-gov", "烟台市中级人民法院", "烟台市莱山区人民法院");
        of("laiyang-gov", "烟台市中级人民法院", "莱阳市人民法院");
        of("wenzhou-gov", "温州市中级人民法院", "温州市鹿城区人民法院");
        of("yueqing-gov", "温州市中级人民法院", "乐清市人民法院");
        of("hongqiao-gov", "天津市第一中级人民法院", "天津市红桥区人民法院");
        of("demo-prov-gov", "示例市中级人民法院", "示例市丙区人民法院");
        of("demo-gov", "示例市中级人民法院", "示例市丙区人民法院");
        of("demo-c1", "示例市中级人民法院", "示例市甲县人民法院");
        of("demo-c2", "示例市中级人民法院", "示例市乙县人民法院");
        of("demo-c3", "示例市中级人民法院", "示例市丙区人民法院");
    }

    private void of(String government, String intermediate, String basic) {
        var id = organs.byCode(government).orElseThrow().id();
        courts.set(new Court(id, CourtCover.OWN, SampleOrgans.SINCE, intermediate, CHECK));
        courts.set(new Court(id, CourtCover.GOVERNMENTS_BELOW, SampleOrgans.SINCE, intermediate, CHECK));
        courts.set(new Court(id, CourtCover.BELOW, SampleOrgans.SINCE, basic, CHECK));
    }

    private static DisclosureOffice office(Organ organ, int number) {
        var domain = organ.code() + ".example";
        return new DisclosureOffice(
                organ.name() + "办公室",
                "示例路" + number + "号（虚构）",
                "工作日 9:00—12:00，13:30—17:00",
                "0000-%08d".formatted(number),
                "0000-%08d".formatted(number + 1000),
                "gongkai@" + domain,
                "https://" + domain + "/",
                "000000",
                EnumSet.allOf(ReceivingChannel.class));
    }
}
