package gongkai.platform.statistics;

import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.servlet.View;

/** How requests were handled, as a table to take away: the same figures as on the page, one a line. */
final class HandlingExport {
    private HandlingExport() {}

    private record Line(String about, String item, Object figure) {}

    static View of(String kind, StatisticsPages.Handling page) {
        var lines = new ArrayList<Line>();
        punctuality(page.punctuality(), lines);
        for (var division : page.divisions()) {
            lines.add(new Line("各科室办结", division.name(), division.answered()));
            lines.add(new Line("各科室半数答复不超过", division.name(), division.median()));
            lines.add(new Line("各科室九成答复不超过", division.name(), division.ninety()));
            lines.add(new Line("各科室按期答复", division.name(), division.inTime()));
        }
        for (var chart : page.charts()) {
            chart.bars().forEach(bar -> lines.add(new Line(chart.title(), bar.label(), bar.value())));
        }
        var fees = page.fees();
        lines.add(new Line("信息处理费", "收费通知（件）", fees.notices()));
        lines.add(new Line("信息处理费", "应收（元）", fees.charged()));
        lines.add(new Line("信息处理费", "已缴（件）", fees.paid()));
        lines.add(new Line("信息处理费", "实收（元）", fees.received()));
        lines.add(new Line("信息处理费", "逾期未缴不再处理（件）", fees.lapsed()));
        return Export.of(
                kind,
                "办理情况",
                List.of(Column.of("内容", Line::about), Column.of("项目", Line::item), Column.of("数", Line::figure)),
                lines.stream());
    }

    private static void punctuality(Punctuality figures, List<Line> lines) {
        var about = "答复用时";
        lines.add(new Line(about, "按期答复", figures.share()));
        lines.add(new Line(about, "按期答复的（件）", figures.inTime()));
        lines.add(new Line(about, "逾期才答复的（件）", figures.late()));
        lines.add(new Line(about, "已逾期、还没有答复的（件）", figures.openLate()));
        lines.add(new Line(about, "已决定还没有送出（件）", figures.unsent()));
        lines.add(new Line(about, "还没有到期或者在等待他人（件）", figures.openYet()));
        lines.add(new Line(about, "撤回、逾期不补正、逾期不缴费（件）", figures.ended()));
        lines.add(new Line(about, "半数答复不超过", figures.medianWords()));
        lines.add(new Line(about, "九成答复不超过", figures.ninetyWords()));
    }
}
