package gongkai.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.planted.PlantedFiles;
import gongkai.annualreport.reading.ReportReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Thousands of damaged reports, always the same ones: each is read and checked, or refused with the documented exception, in time. */
class MutationFuzzTest {
    private static final Path SAMPLES = Path.of(System.getProperty("gongkai.samples", "samples"));
    /** {@code -Dgongkai.fuzz=10} makes ten times as many mutants. */
    private static final int TIMES = Integer.getInteger("gongkai.fuzz", 1);

    private static final long DEADLINE_SECONDS = 10;
    private static final List<String> DICTIONARY = List.of(
            "\t",
            "\t\t\t\t\t\t\t\t",
            "\n",
            "0",
            "9999999999999999999999",
            "-1",
            "0.0000000000000000001",
            "1e999999999",
            "|",
            "||",
            "<table>",
            "</td>",
            "</tr></table>",
            "<td rowspan=\"65535\" colspan=\"1000000\">",
            "colspan=\"-1\"",
            "<!--",
            "]]>",
            "&#0;",
            "&#x10FFFF;",
            "\u0000",
            "\ufeff",
            "\ud83d",
            "（一）",
            "一、总体情况",
            "二、主动公开政府信息情况",
            "第二十条第（一）项",
            "（七）总计",
            "99999年13月45日",
            "2021年2月30日",
            "１２３４５６７８９０１２３４５６７８９０",
            "％s%n%d",
            "((((((((((((((((((((((((((((((((((((",
            "<w:tc><w:tbl>",
            "w:val=\"2147483648\"");

    private ExecutorService worker = Executors.newSingleThreadExecutor(MutationFuzzTest::daemon);
    private final List<String> failures = new ArrayList<>();

    @AfterEach
    void stop() {
        worker.shutdownNow();
    }

    @Test
    @DisplayName("五份样本的数千个变体：不崩溃、不卡死、只抛约定的异常")
    void survivesDamagedSamples() throws Exception {
        var files = new LinkedHashMap<String, byte[]>();
        if (Files.isDirectory(SAMPLES)) {
            try (var list = Files.list(SAMPLES)) {
                for (var path : list.sorted().toList()) {
                    files.put(path.getFileName().toString(), Files.readAllBytes(path));
                }
            }
        }
        for (var file : files.entrySet()) {
            fuzz(file.getKey(), file.getValue(), 400 * TIMES);
        }
        assertThat(failures).isEmpty();
    }

    @Test
    @DisplayName("每种文件的变体，压缩包里的部件也逐个变")
    void survivesDamagedFilesOfEveryKind() throws Exception {
        for (var file : PlantedFiles.all()) {
            boolean slow = file.kind() == FileKind.PDF || file.kind() == FileKind.OFD;
            fuzz(file.name(), file.content(), (slow ? 25 : 60) * TIMES);
            if (file.content()[0] == 'P' && file.content()[1] == 'K') {
                fuzzParts(file.name(), file.content(), (slow ? 40 : 60) * TIMES);
            }
        }
        assertThat(failures).isEmpty();
    }

    private void fuzz(String name, byte[] content, int mutants) {
        for (int i = 0; i < mutants; i++) {
            var random = new Random(name.hashCode() * 31L + i);
            attempt(name + " 变体 " + i, mutant(content, random));
        }
    }

    private void fuzzParts(String name, byte[] zip, int mutants) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        var names = new ArrayList<>(parts.keySet());
        for (int i = 0; i < mutants; i++) {
            var random = new Random(name.hashCode() * 37L + i);
            var chosen = names.get(random.nextInt(names.size()));
            int what = random.nextInt(10);
            var out = new ByteArrayOutputStream();
            try (var changed = new ZipOutputStream(out)) {
                for (var part : parts.entrySet()) {
                    if (part.getKey().equals(chosen) && what == 0) {
                        continue;
                    }
                    changed.putNextEntry(new ZipEntry(part.getKey()));
                    changed.write(part.getKey().equals(chosen) ? mutant(part.getValue(), random) : part.getValue());
                    changed.closeEntry();
                }
            }
            attempt(name + " 部件 " + chosen + " 变体 " + i, out.toByteArray());
        }
    }

    /** One to four damages at random places. */
    private static byte[] mutant(byte[] content, Random random) {
        var mutant = content;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            mutant = damaged(mutant, random);
        }
        return mutant;
    }

    private static byte[] damaged(byte[] content, Random random) {
        if (content.length < 2) {
            return content;
        }
        int at = random.nextInt(content.length);
        int length = Math.min(content.length - at, 1 + random.nextInt(1 + random.nextInt(400)));
        return switch (random.nextInt(6)) {
            case 0 -> {
                var flipped = content.clone();
                flipped[at] ^= (byte) (1 << random.nextInt(8));
                yield flipped;
            }
            case 1 -> java.util.Arrays.copyOf(content, at);
            case 2 -> join(part(content, 0, at), new byte[0], part(content, at + length, content.length));
            case 3 -> join(part(content, 0, at), part(content, at, at + length), part(content, at, content.length));
            case 4 ->
                join(
                        part(content, 0, at),
                        DICTIONARY.get(random.nextInt(DICTIONARY.size())).getBytes(StandardCharsets.UTF_8),
                        part(content, at, content.length));
            default -> {
                var noise = new byte[length];
                random.nextBytes(noise);
                yield join(part(content, 0, at), noise, part(content, at + length, content.length));
            }
        };
    }

    private static byte[] part(byte[] content, int from, int to) {
        return java.util.Arrays.copyOfRange(content, Math.min(from, content.length), Math.min(to, content.length));
    }

    private static byte[] join(byte[] one, byte[] two, byte[] three) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(two);
        out.writeBytes(three);
        return out.toByteArray();
    }

    private void attempt(String name, byte[] mutant) {
        if (failures.size() > 20) {
            return;
        }
        var task = worker.submit(() -> {
            try {
                Checks.check(new Subject(ReportReader.read(Documents.open(mutant)), null, null, null));
            } catch (UnreadableFileException refused) {
                if (refused.getMessage() == null || !refused.getMessage().matches("(?s).*\\p{IsHan}.*")) {
                    throw new AssertionError("not a Chinese sentence: " + refused.getMessage(), refused);
                }
            }
            return null;
        });
        try {
            task.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            failures.add(name + "：超过 " + DEADLINE_SECONDS + " 秒");
            worker = Executors.newSingleThreadExecutor(MutationFuzzTest::daemon);
        } catch (ExecutionException e) {
            var cause = e.getCause() == null ? e : e.getCause();
            var where = cause.getStackTrace().length == 0 ? "" : " " + cause.getStackTrace()[0];
            failures.add(name + "：" + cause + where + ours(cause));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first of our own lines in the trace. */
    private static String ours(Throwable cause) {
        for (var element : cause.getStackTrace()) {
            if (element.getClassName().startsWith("gongkai.")) {
                return " ← " + element;
            }
        }
        return "";
    }

    private static Thread daemon(Runnable run) {
        var thread = new Thread(run, "reader of damaged files");
        thread.setDaemon(true);
        return thread;
    }
}
