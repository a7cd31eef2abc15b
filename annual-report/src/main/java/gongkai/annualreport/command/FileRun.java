package gongkai.annualreport.command;

import gongkai.annualreport.ReportJson;
import gongkai.annualreport.reading.Reading;
import java.time.Duration;
import java.util.List;

/** Reads all files of a command in parallel and prints what each gives, in their order. */
final class FileRun {
    /** A file that takes longer is given up; with starting and writing, its line is there within ten seconds. */
    private static final Duration LIMIT = Duration.ofSeconds(9);

    private final Console console;
    private final boolean json;
    private int status = Action.DONE;

    FileRun(Console console, boolean json) {
        this.console = console;
        this.json = json;
    }

    /**
     * What is printed for one file.
     *
     * @param status the exit status this file alone would give
     */
    record Page(String text, int status) {}

    /** Makes a page of a reading; runs on many threads at once. */
    interface Printer {
        Page print(Source source, Reading reading);
    }

    /** Reads and prints all files; returns the worst of their statuses. */
    int run(List<String> operands, Printer printer) {
        var sources = Sources.of(operands);
        if (sources.isEmpty()) {
            console.say("没有要读取的文件。");
        }
        var bar = new ProgressBar(console, sources.size());
        new Batch<Source, Page>(LIMIT, source -> page(source, printer), source -> unreadable(source, Source.TOO_LONG))
                .run(
                        sources,
                        page -> {
                            bar.clear();
                            console.print(page.text());
                            status = Math.max(status, page.status());
                            return !console.closed();
                        },
                        bar::show);
        bar.clear();
        return status;
    }

    private Page page(Source source, Printer printer) {
        return switch (source.read()) {
            case Source.Outcome.Unreadable unreadable -> unreadable(source, unreadable);
            case Source.Outcome.Read read -> {
                try {
                    yield printer.print(source, read.reading());
                } catch (RuntimeException | Error e) {
                    yield unreadable(source, new Source.Outcome.Unreadable("处理时出错，文件可能已损坏"));
                }
            }
        };
    }

    private Page unreadable(Source source, Source.Outcome.Unreadable outcome) {
        return new Page(
                json
                        ? ReportJson.errorLine(source.name(), outcome.reason()) + "\n"
                        : new Ink(console.colours()).red(source.name() + "：" + outcome.reason()) + "\n",
                Action.FAILED);
    }
}
