package gongkai.benchmarks;

import java.nio.charset.StandardCharsets;

/** Files of invented organs in the shape of a real province: cities, counties in them, departments and townships in those. */
final class ManyOrgans {
    private static final int COUNTIES = 10;
    private static final int IN_A_COUNTY = 44;
    private static final String TITLES = "机构代码,全称,类型,上级机构,行政区划代码,司法行政部门,生效日期\n";

    private ManyOrgans() {}

    /** A file of at least that many organs, the same every time. */
    static byte[] csv(int organs) {
        var lines = new StringBuilder(TITLES).append("p,示例省人民政府,人民政府,,990000,,2010-01-01\n");
        int made = 1;
        for (int city = 1; made < organs; city++) {
            var code = "p-%d".formatted(city);
            lines.append("%s,示例第%d市人民政府,人民政府,p,99%02d00,,2010-01-01\n".formatted(code, city, city));
            made++;
            for (int county = 1; county <= COUNTIES && made < organs; county++) {
                made += county(lines, code, city, county);
            }
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static int county(StringBuilder lines, String city, int cityNumber, int number) {
        var code = city + "-" + number;
        var place = "示例第%d市第%d县".formatted(cityNumber, number);
        lines.append(
                "%s,%s人民政府,人民政府,%s,99%02d%02d,,2010-01-01\n".formatted(code, place, city, cityNumber, 20 + number));
        for (int i = 1; i <= IN_A_COUNTY; i++) {
            boolean town = i > IN_A_COUNTY / 2;
            lines.append("%s-%d,%s第%d%s,%s,%s,,%s,2010-01-01\n"
                    .formatted(
                            code,
                            i,
                            place,
                            i,
                            town ? "乡人民政府" : "局",
                            town ? "乡镇人民政府" : "政府工作部门",
                            code,
                            i == 1 ? "是" : ""));
        }
        return IN_A_COUNTY + 1;
    }
}
