package gongkai.annualreport.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the files a command needs before it can go on. */
final class Inputs {
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private Inputs() {}

    /** Reads one file; a directory is none. */
    static Source.Outcome read(String name) {
        return readAll(List.of(Sources.single(name)), new ProgressBar(Console.SILENT, 1))
                .getFirst();
    }

    /** Reads the files in parallel; the outcomes in their order. */
    static List<Source.Outcome> readAll(List<Source> sources, ProgressBar bar) {
        var outcomes = new ArrayList<Source.Outcome>();
        new Batch<Source, Source.Outcome>(LIMIT, Source::read, source -> Source.TOO_LONG)
                .run(sources, outcomes::add, bar::show);
        bar.clear();
        return outcomes;
    }
}
