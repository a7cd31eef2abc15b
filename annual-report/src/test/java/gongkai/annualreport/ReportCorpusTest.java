package gongkai.annualreport;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sound and broken reports written by us, each beside the findings it must give. To add a case, put a file into {@code reports/} and
 * its truth beside it; {@code reports/README.md} tells how.
 */
class ReportCorpusTest {
    private static final Path REPORTS = Path.of("src/test/resources/reports");
    private static final JsonMapper JSON = new JsonMapper();
    /** Stands in a report of {@code wording/} where the words to be judged go. */
    private static final String PLACE = "@@";

    @TestFactory
    Stream<DynamicTest> readsEveryFigureAndRaisesNoFalseAlarm() throws IOException {
        return truths(REPORTS).map(truth -> {
            var file = Path.of(truth.toString().replaceFirst("\\.json$", ""));
            return DynamicTest.dynamicTest(file.getFileName().toString(), () -> compare(file, JSON.readTree(truth)));
        });
    }

    @TestFactory
    Stream<DynamicTest> understandsTheWordsOfAReport() throws IOException {
        return truths(REPORTS.resolve("wording")).flatMap(truth -> {
            var report = Path.of(truth.toString().replaceFirst("\\.json$", ".txt"));
            var tests = new ArrayList<DynamicTest>();
            for (var words : JSON.readTree(truth).path("sound")) {
                tests.add(test(report, words.asString(), List.of()));
            }
            for (var wrong : JSON.readTree(truth).path("wrong")) {
                tests.add(test(
                        report,
                        wrong.path("words").asString(),
                        List.of(wrong.path("rule").asString())));
            }
            return tests.stream();
        });
    }

    private static DynamicTest test(Path report, String words, List<String> rules) {
        var name = report.getFileName() + " " + rules + " " + words;
        return DynamicTest.dynamicTest(
                name, () -> judge(Files.readString(report).replace(PLACE, words), rules));
    }

    /** The rules given must be found, and no other error. */
    private static void judge(String report, List<String> rules) throws UnreadableFileException {
        var findings = AnnualReports.check(AnnualReports.read(report.getBytes(StandardCharsets.UTF_8)))
                .findings();
        assertThat(findings).extracting(Finding::rule).containsAll(rules);
        assertThat(findings)
                .filteredOn(finding -> finding.severity() == Severity.ERROR && !rules.contains(finding.rule()))
                .isEmpty();
    }

    private static void compare(Path file, JsonNode truth) throws UnreadableFileException {
        var reading = AnnualReports.read(file);
        var findings = AnnualReports.check(reading).findings();
        var actual = JSON.readTree(ReportJson.line(file.toString(), reading.report(), findings));
        var softly = new SoftAssertions();
        for (var field : truth.propertyNames()) {
            if (!field.equals("findings") && !field.equals("cells")) {
                softly.assertThat(actual.get(field)).as(field).isEqualTo(truth.get(field));
            }
        }
        softly.assertThat(figures(actual)).as("cells").isEqualTo(figures(truth));
        softly.assertThat(errors(actual)).as("ERROR findings").isEqualTo(errors(truth));
        softly.assertAll();
    }

    /** The figures by value: 0.00 in the file is the 0 of the truth. */
    private static TreeMap<String, BigDecimal> figures(JsonNode report) {
        var figures = new TreeMap<String, BigDecimal>();
        report.path("cells")
                .properties()
                .forEach(cell -> figures.put(
                        cell.getKey(), cell.getValue().decimalValue().stripTrailingZeros()));
        return figures;
    }

    private static TreeSet<String> errors(JsonNode report) {
        return report.path("findings")
                .valueStream()
                .filter(finding -> finding.path("severity").asString().equals("ERROR"))
                .map(finding -> finding.path("rule").asString())
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> truths(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }
}
