package gongkai.annualreport.planted;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** LibreOffice as another producer of files, where it is installed. Many files go through one call, for it starts slowly. */
public final class Office {
    private Office() {}

    public static boolean isThere() {
        return Files.isExecutable(Path.of("/usr/bin/soffice"));
    }

    /** Converts files; the result has the same names, and lacks those it could not convert. */
    public static Map<String, byte[]> convert(Map<String, byte[]> files, String from, String to)
            throws IOException, InterruptedException {
        var work = Files.createTempDirectory("office");
        var out = Files.createDirectory(work.resolve("out"));
        var command = new ArrayList<>(List.of(
                "/usr/bin/soffice",
                "-env:UserInstallation=" + work.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                to,
                "--outdir",
                out.toString()));
        var names = new ArrayList<>(files.keySet());
        for (int i = 0; i < names.size(); i++) {
            var file = work.resolve(i + "." + from);
            Files.write(file, files.get(names.get(i)));
            command.add(file.toString());
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("log").toFile())
                .start();
        if (!process.waitFor(10, TimeUnit.MINUTES)) {
            process.destroyForcibly();
        }
        var converted = new LinkedHashMap<String, byte[]>();
        var ending = to.split(":", 2)[0];
        for (int i = 0; i < names.size(); i++) {
            var file = out.resolve(i + "." + ending);
            if (Files.exists(file)) {
                converted.put(names.get(i), Files.readAllBytes(file));
            }
        }
        return converted;
    }
}
