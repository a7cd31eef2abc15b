package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Period;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.Section;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reports of invented organs. */
final class ReportFixtures {
    private ReportFixtures() {}

    /** A sound report in which these cells hold these figures, and all others 0. */
    static AnnualReport report(String organ, int year, Map<String, Integer> figures) {
        var format = ReportFormats.official().forYear(year).orElseThrow();
        var cells = new LinkedHashMap<CellKey, Cell>();
        format.cells().forEach(key -> cells.put(key, Cell.of(figures.getOrDefault(key.toString(), 0))));
        return new AnnualReport(
                format,
                year,
                organ,
                organ + year + "年政府信息公开工作年度报告",
                null,
                new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)),
                LocalDate.of(year + 1, 1, 20),
                "本报告中所列数据的统计期限自" + year + "年1月1日起至12月31日止。",
                format.sections().stream()
                        .map(section -> new Section(section.key(), section.title(), "示例文字，" + section.title() + "。"))
                        .toList(),
                "",
                cells);
    }
}
