package gongkai.annualreport.checking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.Finding;
import gongkai.annualreport.SectionKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The five real reports, cut into sections by hand: what the rules about prose say, and nothing else. */
class NarrativeOnRealReportsTest {
    private static final List<String> HEADINGS =
            List.of("一、总体情况", "二、主动公开", "三、收到和处理", "四、政府信息公开行政复议", "五、存在的主要问题", "六、其他需要报告");

    @Test
    @DisplayName("洛阳市司法局 2021")
    void luoyang() throws IOException {
        var report = sample("000", "市司法局", 2021, "2021")
                .cell("t3.new_received.total", 1)
                .cell("t3.granted.total", 1)
                .cell("t3.result_total.total", 1)
                .build();
        assertThat(told(report))
                .containsExactlyInAnyOrder(
                        "NAR-SUM WARN “局门户网站全年发布信息1047条，政务动态信息947条，信息公开目录96条”：分项合计1043，总数1047",
                        "NAR-QUOTE INFO 标点不成对：“”左7右6",
                        "NAR-FEE-MISSING WARN 未说明信息处理费收取情况（没有也请写明）",
                        "NAR-LEN INFO 总体情况1304字，超过1000");
    }

    @Test
    @DisplayName("三门峡市陕州区司法局 2023")
    void shanzhou() throws IOException {
        assertThat(told(sample("001", "三门峡市陕州区司法局", 2023, "2021").build()))
                .containsExactlyInAnyOrder(
                        "NAR-LAW-NAME WARN “中华人民共和国信息公开条例”应为《中华人民共和国政府信息公开条例》",
                        "NAR-NORMATIVE INFO 正文一处称用“官方微信、抖音”，另一处称“我局现有一个微信公众号”，政务新媒体数前后不一致，请核对",
                        "NAR-SUM INFO “按要求发布或更新信息累计主动公开信息350余条，其中微信公众号更新300余条，政府网站公开30条”：分项合计330，总数350",
                        "NAR-S6-SCOPE INFO 第六部分含非报告事项：5.本报告中所列数据的统计期限为2023年1月1日至2023年12月31日止");
    }

    @Test
    @DisplayName("莱阳市司法局 2020")
    void laiyang() throws IOException {
        var report = sample("002", "莱阳市司法局", 2020, "2019")
                .cell("t3.result_total.total", 2)
                .build();
        assertThat(told(report))
                .containsExactlyInAnyOrder(
                        "NAR-DONE ERROR 正文办结0件，表三总计为2",
                        "NAR-NORMATIVE WARN 正文称对现行有效的规范性文件进行清理，表二为0",
                        "NAR-STALE INFO “公开是原则，不公开是例外”为旧提法",
                        "NAR-OBSOLETE INFO “非行政许可”已取消",
                        "NAR-S6-SCOPE INFO 第六部分含非报告事项：2021年我们将在信息公开的深度和时效性等各方面进一步严格要求",
                        "NAR-TYPO INFO 疑似错漏：“扶贫攻坚”",
                        "NAR-LEN INFO 总体情况1534字，超过1000");
    }

    @Test
    @DisplayName("乐清市司法局 2021")
    void yueqing() throws IOException {
        var report = sample("003", "乐清市司法局", 2021, "2021")
                .cell("t2.normative.effective", 4)
                .cell("t3.new_received.total", 1)
                .cell("t3.granted.total", 1)
                .cell("t3.result_total.total", 1)
                .build();
        assertThat(told(report))
                .containsExactlyInAnyOrder("NAR-TYPO INFO 疑似错漏：“统计限自”", "NAR-S1-HEAD INFO 小标题“保障监管情况”建议为“监督保障”");
    }

    @Test
    @DisplayName("红桥区司法局 2021")
    void hongqiao() throws IOException {
        var builder = sample("004", "红桥区司法局", 2021, "2021");
        builder.build().cells().keySet().stream()
                .filter(key -> !key.table().equals("t2"))
                .forEach(key -> builder.cell(key.toString(), Cell.BLANK));
        assertThat(told(builder.build()))
                .containsExactlyInAnyOrder(
                        "NAR-S1-TOPIC WARN 总体情况缺少“依申请公开”",
                        "NAR-FEE-MISSING WARN 未说明信息处理费收取情况（没有也请写明）",
                        "NAR-STALE INFO “以主动公开为原则，不公开为例外”为旧提法",
                        "NAR-STALE INFO “以公开为原则，以不公开为例外”为旧提法",
                        "NAR-MARKUP WARN 残留标记：[bookmark: _GoBack]",
                        "NAR-LEN INFO 总体情况1339字，超过1000");
    }

    private static List<String> told(AnnualReport report) {
        return NarrativeSamples.findAll(report).stream()
                .map(NarrativeOnRealReportsTest::line)
                .toList();
    }

    private static String line(Finding finding) {
        return finding.rule() + " " + finding.severity() + " " + finding.message();
    }

    /** The sample's prose in sections. Lines that look like rows of a table are left out. */
    private static NarrativeSamples.Builder sample(String number, String organ, int year, String format)
            throws IOException {
        var folder = Path.of("..", "..", "shared", "samples");
        assumeTrue(Files.isDirectory(folder), "没有真实样例");
        Path file;
        try (var files = Files.list(folder)) {
            file = files.filter(path -> path.getFileName().toString().startsWith(number))
                    .findFirst()
                    .orElseThrow();
        }
        var builder = NarrativeSamples.report().organ(organ).year(year).format(format);
        var row = Pattern.compile("\\t.*|.*\\t.*|[\\s\\d]{0,4}|.{0,12}");
        var lines = new ArrayList<String>();
        int section = -1;
        for (var line : Files.readString(file).split("\n", -1)) {
            int next = section + 1;
            if (next < HEADINGS.size() && line.strip().startsWith(HEADINGS.get(next))) {
                put(builder, section, lines);
                section = next;
                lines.clear();
            } else if (section < 1 || section > 3
                    ? !lines.isEmpty() || section >= 0 || line.length() > 40
                    : !row.matcher(line).matches()) {
                lines.add(line);
            }
        }
        put(builder, section, lines);
        return builder;
    }

    private static void put(NarrativeSamples.Builder builder, int section, List<String> lines) {
        var text = String.join("\n", lines);
        if (section < 0) {
            builder.preamble(text);
        } else {
            builder.text(SectionKey.values()[section], section >= 1 && section <= 3 ? "" : text);
        }
    }
}
