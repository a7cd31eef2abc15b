package gongkai.annualreport.merging;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Period;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.Section;
import gongkai.annualreport.SectionKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The words around merged tables: the official headings, and below them only what is known for a fact. */
final class MergedText {
    private static final List<String> NUMBERS = List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十");

    private MergedText() {}

    static AnnualReport report(
            List<Member> members, ReportFormat format, String organ, int year, Map<CellKey, Cell> cells) {
        var wholeYear = new Period(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        boolean agreed = members.stream()
                .allMatch(member -> wholeYear.equals(member.report().period()));
        return new AnnualReport(
                format,
                year,
                organ,
                organ + year + "年政府信息公开工作年度报告",
                null,
                agreed ? wholeYear : null,
                null,
                agreed ? "本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。".formatted(year, year) : "",
                sections(members, format, year),
                "",
                cells);
    }

    private static List<Section> sections(List<Member> members, ReportFormat format, int year) {
        var sections = new ArrayList<Section>();
        for (var section : format.sections()) {
            var heading = NUMBERS.get(sections.size()) + "、" + section.title();
            sections.add(new Section(section.key(), heading, text(section.key(), members, year)));
        }
        return sections;
    }

    private static String text(SectionKey key, List<Member> members, int year) {
        return switch (key) {
            case OVERVIEW ->
                "本报告由下列单位的" + year + "年度报告汇总形成："
                        + members.stream().map(Member::name).collect(Collectors.joining("、")) + "。";
            case PROACTIVE, REQUESTS, REMEDIES -> "下表各格为各成员单位报告同一格数字之和。";
            case PROBLEMS -> "存在的主要问题及改进情况见各成员单位的年度报告。";
            case OTHER -> "成员单位未填的数据格在汇总时按零计。";
        };
    }
}
