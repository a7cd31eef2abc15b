package gongkai.annualreport.opening;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** LibreOffice, where the machine has it: files as other people's programs write them. Tests that need it are skipped without. */
final class OfficeProgram {
    private static final Path PROGRAM = Path.of("/usr/bin/soffice");
    /** One for all tests of a run: making a profile takes longer than converting. */
    private static final Path PROFILE = Path.of(
            System.getProperty("java.io.tmpdir"),
            "gongkai-office-" + ProcessHandle.current().pid());

    private OfficeProgram() {}

    /** A page of HTML turned into files of several kinds, by way of docx as an office would. */
    static List<byte[]> convert(Path folder, String html, List<String> kinds) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "未安装 LibreOffice，跳过由它生成文件的测试");
        Files.write(folder.resolve("a.html"), html.getBytes(StandardCharsets.UTF_8));
        run(folder, "--infilter=HTML (StarWriter)", "--convert-to", "docx:MS Word 2007 XML", "a.html");
        var files = new java.util.ArrayList<byte[]>();
        for (var kind : kinds) {
            run(folder, "--convert-to", kind, "a.docx");
            files.add(Files.readAllBytes(folder.resolve("a." + kind)));
        }
        return files;
    }

    /** A file saved anew as another kind. */
    static byte[] convert(Path folder, byte[] file, String from, String to) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(PROGRAM), "未安装 LibreOffice，跳过由它生成文件的测试");
        Files.write(folder.resolve("b." + from), file);
        run(folder, "--convert-to", to, "b." + from);
        var converted = folder.resolve("b." + to);
        assumeTrue(Files.exists(converted), "LibreOffice 没有转换成功，跳过");
        return Files.readAllBytes(converted);
    }

    private static void run(Path folder, String... arguments) throws IOException, InterruptedException {
        var command = new java.util.ArrayList<>(
                List.of(PROGRAM.toString(), "-env:UserInstallation=" + PROFILE.toUri(), "--headless"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        assumeTrue(process.waitFor() == 0, "LibreOffice 无法运行，跳过由它生成文件的测试");
    }
}
