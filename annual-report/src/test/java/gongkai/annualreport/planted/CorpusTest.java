package gongkai.annualreport.planted;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Plants every deviation and every error in every kind of file and demands that no figure is wrong, every error found and nothing else
 * called an error. A sample of the combinations runs by default; {@code -Dgongkai.corpus=full} runs all of them, and
 * {@code -Dgongkai.corpus.out=DIR} keeps the files that were misread.
 */
class CorpusTest {
    private static final boolean FULL = "full".equals(System.getProperty("gongkai.corpus"));
    private static final String ONLY = System.getProperty("gongkai.corpus.only", "");
    private static final int SEEDS = Integer.getInteger("gongkai.corpus.seeds", 1);

    @Test
    @DisplayName("真实文件的每种偏差、每种错误，种在每种文件里：数字一个不错，错误一个不漏，不误报")
    void readsEveryFigureAndFindsEveryError() throws Exception {
        var outcome = new Outcome();
        var targets = Targets.own();
        var deviations = deviations();
        for (int d = 0; d < deviations.size(); d++) {
            for (int t = 0; t < targets.size(); t++) {
                var target = targets.get(t);
                if (FULL || (d + t) % (slow(target) ? 8 : 2) == 0) {
                    for (int s = 0; s < SEEDS; s++) {
                        judge(deviations.get(d), target, seed(d, t, s), outcome);
                    }
                }
            }
        }
        outcome.report();
    }

    @Test
    @DisplayName("同样的偏差和错误，文件由 LibreOffice 生成")
    void readsWhatAnotherProducerWrites() throws Exception {
        Assumptions.assumeTrue(Office.isThere(), "没有安装 LibreOffice，跳过由它生成的文件");
        var outcome = new Outcome();
        var targets = Targets.throughOffice();
        var deviations = deviations();
        for (int t = 0; t < targets.size(); t++) {
            var target = targets.get(t);
            var drafts = new LinkedHashMap<String, Draft>();
            var files = new LinkedHashMap<String, byte[]>();
            for (int d = 0; d < deviations.size(); d++) {
                var deviation = deviations.get(d);
                if (deviation.fits().test(target) && (FULL || (d + t) % 12 == 0) && chosen(deviation, target)) {
                    var draft = deviation.draft(seed(d, t, 0));
                    drafts.put(deviation.name(), draft);
                    files.put(deviation.name(), target.drawer().draw(draft));
                }
            }
            if (files.isEmpty()) {
                continue;
            }
            var converted = Office.convert(files, "docx", target.kind().name().toLowerCase(java.util.Locale.ROOT));
            for (var entry : drafts.entrySet()) {
                var file = converted.get(entry.getKey());
                if (file != null) {
                    outcome.add(entry.getKey(), target, Judgement.of(entry.getValue(), target.kind(), file), file);
                }
            }
        }
        outcome.report();
    }

    private static List<Deviation> deviations() {
        var all = new ArrayList<>(Deviations.ALL);
        all.addAll(PlantedErrors.ALL);
        return all;
    }

    private static boolean slow(Target target) {
        return switch (target.kind()) {
            case PDF, OFD, DOCX, XLSX -> true;
            default -> false;
        };
    }

    private static boolean chosen(Deviation deviation, Target target) {
        return (deviation.name() + " " + target.name()).contains(ONLY);
    }

    private static long seed(int deviation, int target, int round) {
        return 20260101L + deviation * 1009L + target * 31L + round * 1_000_003L;
    }

    private static void judge(Deviation deviation, Target target, long seed, Outcome outcome) throws Exception {
        if (!deviation.fits().test(target) || !chosen(deviation, target)) {
            return;
        }
        var draft = deviation.draft(seed);
        var file = target.drawer().draw(draft);
        outcome.add(deviation.name(), target, Judgement.of(draft, target.kind(), file), file);
    }

    /** Deviation × kind, and what was wrong in each. */
    private static final class Outcome {
        private final Map<String, Map<String, String>> table = new LinkedHashMap<>();
        private final Map<String, Integer> columns = new TreeMap<>();
        private final List<String> details = new ArrayList<>();
        private int files;
        private int wrong;

        void add(String deviation, Target target, List<String> failures, byte[] file) throws IOException {
            files++;
            table.computeIfAbsent(deviation, name -> new TreeMap<>())
                    .merge(target.name(), failures.isEmpty() ? "·" : "✗", (a, b) -> a.equals("✗") ? a : b);
            columns.merge(target.name(), failures.isEmpty() ? 0 : 1, Integer::sum);
            if (!failures.isEmpty()) {
                wrong++;
                details.add(deviation + " × " + target.name() + "\n      " + String.join("\n      ", failures));
                var keep = System.getProperty("gongkai.corpus.out", "");
                if (!keep.isEmpty()) {
                    Files.write(
                            Files.createDirectories(Path.of(keep))
                                    .resolve(deviation.replaceAll("[/\\\\ ]", "_") + "×"
                                            + target.name().replace('/', '-') + "."
                                            + target.kind().name().toLowerCase(java.util.Locale.ROOT)),
                            file);
                }
            }
        }

        void report() {
            var text = new StringBuilder("偏差 × 文件：" + files + " 个文件，" + wrong + " 个不对\n");
            for (var row : table.entrySet()) {
                var bad = row.getValue().entrySet().stream()
                        .filter(cell -> cell.getValue().equals("✗"))
                        .map(Map.Entry::getKey)
                        .toList();
                text.append(bad.isEmpty() ? "  对  " : "  错  ")
                        .append(row.getKey())
                        .append("  ")
                        .append(row.getValue().size() - bad.size())
                        .append('/')
                        .append(row.getValue().size())
                        .append(bad.isEmpty() ? "" : "  " + bad)
                        .append('\n');
            }
            text.append("  按文件：").append(columns).append('\n');
            System.out.println(text);
            assertThat(details).as("%s\n%s", text, String.join("\n", details)).isEmpty();
        }
    }
}
