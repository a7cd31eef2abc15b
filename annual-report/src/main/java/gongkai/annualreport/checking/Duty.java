package gongkai.annualreport.checking;

import gongkai.annualreport.CellKey;
import java.util.List;

/**
 * What decisions an organ of that name is known to take every year, from experience with published reports. It only asks: many duties
 * have moved to approval bureaus (行政审批) and joint enforcement (综合执法) in some regions. A change is a new line with its year.
 *
 * @param fromYear the first report year it is for
 * @param organ what the organ's name ends with
 */
record Duty(int fromYear, String organ, List<CellKey> decisions, String source) {
    private static final CellKey LICENSE = CellKey.of("t2.license.decisions");
    private static final CellKey PENALTY = CellKey.of("t2.penalty.decisions");
    private static final List<Duty> ALL = List.of(
            new Duty(2019, "司法局", List.of(LICENSE, PENALTY), "律师法、公证法、基层法律服务工作者管理办法"),
            new Duty(2019, "司法厅", List.of(LICENSE, PENALTY), "律师法、公证法"),
            new Duty(2019, "公安局", List.of(LICENSE, PENALTY), "治安管理处罚法、道路交通安全法"),
            new Duty(2019, "市场监督管理局", List.of(LICENSE, PENALTY), "市场主体登记管理条例、产品质量法"),
            new Duty(2019, "交通运输局", List.of(LICENSE, PENALTY), "公路法、道路运输条例"),
            new Duty(2019, "卫生健康委员会", List.of(LICENSE, PENALTY), "医师法、公共场所卫生管理条例"),
            new Duty(2019, "烟草专卖局", List.of(LICENSE, PENALTY), "烟草专卖法"),
            new Duty(2019, "应急管理局", List.of(PENALTY), "安全生产法"),
            new Duty(2019, "生态环境局", List.of(PENALTY), "环境保护法"),
            new Duty(2019, "综合行政执法局", List.of(PENALTY), "行政处罚法第十八条"),
            new Duty(2019, "城市管理局", List.of(PENALTY), "城市管理执法办法"),
            new Duty(2019, "行政审批服务局", List.of(LICENSE), "行政许可法第二十五条"),
            new Duty(2019, "行政审批局", List.of(LICENSE), "行政许可法第二十五条"));

    /** The decisions to ask about when an organ of that name took none. */
    static List<CellKey> of(String organ, int year) {
        for (var duty : ALL) {
            if (organ.endsWith(duty.organ()) && duty.fromYear() <= year) {
                return duty.decisions();
            }
        }
        return List.of();
    }
}
