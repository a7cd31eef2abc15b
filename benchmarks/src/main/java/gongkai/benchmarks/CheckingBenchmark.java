package gongkai.benchmarks;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Rule;
import gongkai.annualreport.checking.Rules;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.reading.Reading;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Checking one report that has been read: arithmetic and structure alone, and all rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class CheckingBenchmark {
    private static final EnumSet<Rule.Chapter> TEXT = EnumSet.of(Rule.Chapter.NARRATIVE, Rule.Chapter.ACROSS_YEARS);

    private final List<Rule> figures =
            Rules.ALL.stream().filter(rule -> !TEXT.contains(rule.chapter())).toList();
    private Reading reading = Reading.of(Examples.report());

    @Setup
    public void read() throws UnreadableFileException {
        reading = AnnualReports.read(Examples.file(FileKind.DOCX));
    }

    @Benchmark
    public Checkup figures(Processor processor) {
        return Checks.check(new Subject(reading), figures);
    }

    @Benchmark
    public Checkup all(Processor processor) {
        return AnnualReports.check(reading);
    }
}
