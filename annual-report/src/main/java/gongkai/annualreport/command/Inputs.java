package gongkai.annualreport.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Reads the files a command needs before it can go on. */
final class Inputs {
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private Inputs() {}

    /** Reads one file; a directory is none. */
    static Source.Outcome read(String name) {
        return readAll(List.of(Sources.single(name)), new ProgressBar(Console.SILENT, 1), (source, outcome) -> outcome)
                .getFirst();
    }

    /**
     * Reads the files in parallel; what is to be kept of them in their order.
     *
     * @param keep must not throw; runs on many threads at once
     */
    static <T> List<T> readAll(List<Source> sources, ProgressBar bar, BiFunction<Source, Source.Outcome, T> keep) {
        var kept = new ArrayList<T>();
        new Batch<Source, T>(
                        LIMIT,
                        source -> keep.apply(source, source.read()),
                        source -> keep.apply(source, Source.TOO_LONG))
                .run(sources, kept::add, bar::show);
        bar.clear();
        return kept;
    }
}
