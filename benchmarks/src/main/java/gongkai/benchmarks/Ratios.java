package gongkai.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs all benchmarks, prints each beside its floor, and then the load. */
final class Ratios {
    /** A benchmark, the floor it is held against in the same run, and the least ratio. */
    private record Against(String benchmark, String floor, double least) {}

    /** A benchmark and the least it must do in a second. */
    private record Rate(String benchmark, double least) {}

    private static final List<Against> RATIOS = List.of(
            new Against("ReadingBenchmark.docx", "ReadingBenchmark.docxFloor", 1.5),
            new Against("ReadingBenchmark.html", "ReadingBenchmark.htmlFloor", 0.4),
            new Against("ReadingBenchmark.pdf", "ReadingBenchmark.pdfFloor", 0.5));
    private static final List<Rate> RATES = List.of(
            new Rate("ReadingBenchmark.txt", 2_000),
            new Rate("CheckingBenchmark.figures", 25_000),
            new Rate("CheckingBenchmark.all", 1_000));

    private static final double NANOS = 1e9;

    private Ratios() {}

    public static void main(String... words) throws RunnerException, IOException, InterruptedException {
        var options = new OptionsBuilder()
                .include("gongkai\\.benchmarks\\.")
                .verbosity(VerboseMode.SILENT)
                .build();
        Map<String, Double> scores = new TreeMap<>();
        for (RunResult result : new Runner(options).run()) {
            var name = result.getParams().getBenchmark();
            scores.put(
                    name.substring("gongkai.benchmarks.".length()),
                    result.getPrimaryResult().getScore()
                            / Objects.requireNonNull(
                                            result.getSecondaryResults().get("nanos"))
                                    .getScore()
                            * NANOS);
        }
        System.out.printf(
                "%n%-30s %12s %12s %8s %8s%n", "per second of processor time", "ours", "floor", "ratio", "at least");
        for (var ratio : RATIOS) {
            double score = scores.getOrDefault(ratio.benchmark(), Double.NaN);
            double floor = scores.getOrDefault(ratio.floor(), Double.NaN);
            System.out.printf(
                    "%-30s %12.0f %12.0f %8.2f %8.1f%n", ratio.benchmark(), score, floor, score / floor, ratio.least());
        }
        for (var rate : RATES) {
            double score = scores.getOrDefault(rate.benchmark(), Double.NaN);
            System.out.printf("%-30s %12.0f %12s %8s %,8.0f/s%n", rate.benchmark(), score, "", "", rate.least());
        }
        Load.run();
    }
}
