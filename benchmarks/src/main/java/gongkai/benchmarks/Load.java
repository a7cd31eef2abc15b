package gongkai.benchmarks;

import gongkai.annualreport.FileKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Many files of all kinds through the command in its 512 MiB: time, processors used, and whether its memory stays flat. */
final class Load {
    private static final int FILES = 2_000;
    private static final int PARTS = 4;
    /** The clock ticks a second in which Linux counts processor time. */
    private static final double TICKS = 100;

    private static final List<FileKind> KINDS = List.of(
            FileKind.DOCX, FileKind.PDF, FileKind.OFD, FileKind.HTML, FileKind.XLSX, FileKind.TXT, FileKind.JSON);
    /** {@code [12.345s] GC(3) Pause Young (Allocation Failure) 140M->20M(507M) 12.3ms}. */
    private static final Pattern PAUSE =
            Pattern.compile("\\[([\\d.]+)s\\].*Pause \\w+.* (\\d+)M->(\\d+)M\\((\\d+)M\\).*");

    private Load() {}

    /** What stood in the heap after a collection. */
    private record Pause(double second, int held, int before) {}

    static void run() throws IOException, InterruptedException {
        var directory = Files.createTempDirectory("gongkai-load");
        try {
            fill(directory.resolve("files"));
            read(directory);
        } finally {
            delete(directory);
        }
    }

    private static void fill(Path directory) throws IOException {
        Files.createDirectory(directory);
        for (int kind = 0; kind < KINDS.size(); kind++) {
            var content = Examples.file(KINDS.get(kind));
            var ending = KINDS.get(kind).name().toLowerCase(Locale.ROOT);
            for (int i = kind; i < FILES; i += KINDS.size()) {
                Files.write(directory.resolve("%04d.%s".formatted(i, ending)), content);
            }
        }
    }

    private static void read(Path directory) throws IOException, InterruptedException {
        var log = directory.resolve("gc.log");
        var output = directory.resolve("out.jsonl");
        var java = ProcessHandle.current().info().command().orElse("java");
        long start = System.nanoTime();
        var process = new ProcessBuilder(
                        java,
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Xlog:gc:file=" + log,
                        "-jar",
                        "annual-report/target/annual-report.jar",
                        "read",
                        "" + directory.resolve("files"),
                        "--json")
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        double processor = 0;
        long resident = 0;
        List<Double> readers = List.of();
        while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
            processor = process.info()
                    .totalCpuDuration()
                    .map(duration -> duration.toMillis() / 1e3)
                    .orElse(0.0);
            resident = Math.max(resident, resident(process.pid()));
            var seen = readers(process.pid());
            readers = seen.isEmpty() ? readers : seen;
        }
        double wall = (System.nanoTime() - start) / 1e9;
        long lines = 0;
        long failed = 0;
        try (var read = Files.lines(output)) {
            for (var line : (Iterable<String>) read::iterator) {
                lines++;
                failed += line.contains("\"error\":") ? 1 : 0;
            }
        }
        System.out.printf(
                "%nload: %d files of %d kinds, %d read, %d refused, exit %d%n",
                FILES, KINDS.size(), lines - failed, failed, process.exitValue());
        System.out.printf(
                "wall %.1f s, processor %.1f s, so %.2f processors busy; resident at most %d MiB%n",
                wall, processor, processor / wall, resident >> 10);
        System.out.println("processor time of each reading thread, s: " + readers);
        pauses(log);
    }

    /** The processor time of each thread that reads files, in seconds; empty where the system does not say. */
    private static List<Double> readers(long pid) {
        try (var threads = Files.list(Path.of("/proc/" + pid + "/task"))) {
            var times = new ArrayList<Double>();
            for (var thread : threads.toList()) {
                var line = Files.readString(thread.resolve("stat"));
                var after = line.substring(line.lastIndexOf(')') + 2).split(" ");
                if (line.contains("(reader)")) {
                    times.add((Long.parseLong(after[11]) + Long.parseLong(after[12])) / TICKS);
                }
            }
            return times;
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }

    private static void pauses(Path log) throws IOException {
        var pauses = new ArrayList<Pause>();
        for (var line : Files.readAllLines(log)) {
            var matcher = PAUSE.matcher(line);
            if (matcher.matches()) {
                pauses.add(new Pause(
                        Double.parseDouble(matcher.group(1)),
                        Integer.parseInt(matcher.group(3)),
                        Integer.parseInt(matcher.group(2))));
            }
        }
        if (pauses.isEmpty()) {
            return;
        }
        double end = pauses.getLast().second();
        for (int part = 0; part < PARTS; part++) {
            double from = end * part / PARTS;
            double to = end * (part + 1) / PARTS;
            var within = pauses.stream()
                    .filter(pause -> pause.second() > from && pause.second() <= to)
                    .toList();
            System.out.printf(
                    "heap, quarter %d of the run: least held after a collection %d MiB, most in use %d MiB%n",
                    part + 1,
                    within.stream().mapToInt(Pause::held).min().orElse(0),
                    within.stream().mapToInt(Pause::before).max().orElse(0));
        }
    }

    /** In KiB; 0 where the system does not say. */
    private static long resident(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void delete(Path directory) throws IOException {
        try (var all = Files.walk(directory)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
