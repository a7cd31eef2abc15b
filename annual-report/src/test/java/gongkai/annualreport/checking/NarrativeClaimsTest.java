package gongkai.annualreport.checking;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.Finding;
import gongkai.annualreport.SectionKey;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Sentence by sentence: which rules speak up. The tables behind them: 新收 12, 上年结转 3, 办理结果 14 (予以公开 5, 部分公开 2, 不予公开 2,
 * 无法提供 4, 不予处理 1), 结转下年 1; 复议 2, 诉讼 1 + 1; 规范性文件 3, 废止 1, 有效 20.
 */
class NarrativeClaimsTest {
    private static final List<String> CODES =
            List.of("NAR-NEW", "NAR-CARRY", "NAR-DONE", "NAR-RESULT", "NAR-REMEDY", "NAR-NORMATIVE", "NAR-SUM");

    @Test
    @DisplayName("正文里的数：该比的比，不该比的不比")
    void everySentenceRaisesJustWhatItShould() {
        var wrong = new ArrayList<String>();
        Map<String, String> setting = Map.of();
        int sentences = 0;
        for (var line : lines()) {
            if (line.startsWith("@")) {
                setting = setting(line);
            } else if (!line.startsWith("#") && !line.isBlank()) {
                var expected = line.substring(0, line.indexOf('\t'));
                var sentence = line.substring(line.indexOf('\t') + 1);
                var told = told(report(setting, sentence));
                sentences++;
                if (!told.codes().equals(expected)) {
                    wrong.add(expected + " 而得 " + told.codes() + "：" + sentence + " " + told.messages());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(sentences).isGreaterThan(200);
    }

    private record Told(String codes, List<String> messages) {}

    private static Told told(AnnualReport report) {
        var codes = new ArrayList<String>();
        var messages = new ArrayList<String>();
        for (var code : CODES) {
            var findings = NarrativeSamples.find(code, report);
            if (!findings.isEmpty()) {
                codes.add(code.substring(4));
                findings.stream().map(Finding::message).forEach(messages::add);
            }
        }
        return new Told(codes.isEmpty() ? "-" : String.join(",", codes), messages);
    }

    private static AnnualReport report(Map<String, String> setting, String sentence) {
        var builder = NarrativeSamples.report().organ(Objects.requireNonNull(setting.get("organ")));
        var cells = setting.getOrDefault("cells", "some");
        if (cells.equals("some")) {
            builder.cell("t3.new_received.total", 12)
                    .cell("t3.carried_in.total", 3)
                    .cell("t3.granted.total", 5)
                    .cell("t3.partial.total", 2)
                    .cell("t3.denied_third_party.total", 1)
                    .cell("t3.denied_internal.total", 1)
                    .cell("t3.unavail_not_held.total", 3)
                    .cell("t3.unavail_needs_creation.total", 1)
                    .cell("t3.refused_petition.total", 1)
                    .cell("t3.result_total.total", 14)
                    .cell("t3.carried_out.total", 1)
                    .cell("t4.rc.upheld", 1)
                    .cell("t4.rc.corrected", 1)
                    .cell("t4.rc.total", 2)
                    .cell("t4.ld.upheld", 1)
                    .cell("t4.ld.total", 1)
                    .cell("t4.la.pending", 1)
                    .cell("t4.la.total", 1)
                    .cell("t2.normative.issued", 3)
                    .cell("t2.normative.repealed", 1)
                    .cell("t2.normative.effective", 20);
        } else if (cells.equals("blank")) {
            builder.build().cells().keySet().forEach(key -> builder.cell(key.toString(), Cell.BLANK));
        }
        var section = SectionKey.valueOf(setting.getOrDefault("section", "OVERVIEW"));
        var topic = section == SectionKey.OVERVIEW ? "（二）依申请公开情况\n" : "";
        return builder.text(section, topic + sentence).build();
    }

    private static Map<String, String> setting(String line) {
        var setting = new LinkedHashMap<String, String>();
        for (var part : line.substring(1).strip().split(" ")) {
            setting.put(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
        }
        return setting;
    }

    private static List<String> lines() {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NarrativeClaimsTest.class.getResourceAsStream("sentences.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
