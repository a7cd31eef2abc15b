package gongkai.platform;

import gongkai.platform.database.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.springframework.boot.SpringApplicationAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;

/**
 * What the application is put together from, written down as code beforehand. A start that uses it need not look for the parts and weigh
 * their conditions, which is half of its work. A start under other conditions puts itself together as ever.
 */
final class Arrangement {
    /** What the launcher says once after a build, and what the application is told when it is only looked at. */
    static final String WRITE = "arrange";

    static final String LOOK = "arranging";

    /** Settings that begin so may change which parts there are; all others may be anything. */
    private static final List<String> DECISIVE =
            List.of("spring.", "management.", "springdoc.", "db.scheduler.", "db-scheduler.");

    private static final String MEASURING = "SPRING_PROFILES_ACTIVE=bench";
    private static final String FLAG = "spring.aot.enabled";
    private static final String BOUNCY_CASTLE = "bcprov-";

    private Arrangement() {}

    /** Writes it into the jar this program was started from. */
    static void write() throws Exception {
        var jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath();
        var work = Files.createTempDirectory("gongkai-arrangement");
        try {
            var sources = work.resolve("sources");
            var proxies = work.resolve("proxies");
            SpringApplicationAotProcessor.main(new String[] {
                Platform.class.getName(),
                sources.toString(),
                work.resolve("hints").toString(),
                proxies.toString(),
                "gongkai",
                "platform",
                LOOK
            });
            compile(sources, proxies, jar);
            var arranged = Files.copy(jar, work.resolve("platform.jar"));
            add(proxies, arranged);
            Files.move(arranged, jar, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            FileSystemUtils.deleteRecursively(work);
        }
        try (var libraries = Files.newDirectoryStream(jar.resolveSibling("lib"), BOUNCY_CASTLE + "*.jar")) {
            for (var signed : libraries) {
                unsign(signed);
            }
        }
    }

    /** Put together but not started. */
    static void look() throws Platform.PortTakenException {
        Platform.start(0, Address.of("jdbc:postgresql://127.0.0.1/none"), Map.of());
    }

    /** Lets the start use it, if there is one and it says what this start would find. */
    static void use() {
        if (SpringProperties.getProperty(FLAG) == null
                && ClassUtils.isPresent(Platform.class.getName() + "__ApplicationContextInitializer", null)
                && fits()) {
            SpringProperties.setFlag(FLAG);
        }
    }

    private static boolean fits() {
        return fits(System.getenv(), System.getProperties().stringPropertyNames())
                && Stream.of("application.properties", "application.yml", "application.yaml", "config")
                        .noneMatch(file -> Files.exists(Path.of(file)));
    }

    /** Whether none of these can change which parts there are. */
    static boolean fits(Map<String, String> environment, Set<String> properties) {
        var variables = environment.entrySet().stream()
                .map(Object::toString)
                .filter(variable -> !variable.equals(MEASURING))
                .map(variable -> variable.toLowerCase(Locale.ROOT).replace('_', '.'));
        return Stream.concat(variables, properties.stream())
                .noneMatch(setting -> DECISIVE.stream().anyMatch(setting::startsWith));
    }

    private static void compile(Path sources, Path classes, Path jar) throws IOException {
        var words = new ArrayList<>(List.of("--release", "21", "-parameters", "-nowarn", "-proc:none"));
        words.addAll(List.of("-d", classes.toString(), "-cp", classes + System.getProperty("path.separator") + jar));
        try (var all = Files.walk(sources)) {
            all.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(words::add);
        }
        var compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler(), "this Java has no compiler");
        if (compiler.run(null, null, null, words.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("what was written does not compile");
        }
    }

    private static void add(Path classes, Path jar) throws IOException {
        try (var inside = FileSystems.newFileSystem(jar);
                var all = Files.walk(classes)) {
            for (var path : all.filter(Files::isRegularFile).toList()) {
                var name = inside.getPath(classes.relativize(path).toString());
                Files.createDirectories(Objects.requireNonNull(name.getParent()));
                Files.copy(path, name, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    /** Nobody asks who signed it, but each start would check four thousand digests, and find its classes in no archive. */
    private static void unsign(Path jar) throws IOException {
        try (var inside = FileSystems.newFileSystem(jar);
                var all = Files.list(inside.getPath("META-INF"))) {
            for (var path : all.toList()) {
                if (path.toString().matches(".*\\.(SF|DSA|RSA|EC)")) {
                    Files.delete(path);
                }
            }
            Files.writeString(
                    inside.getPath("META-INF/MANIFEST.MF"),
                    "Manifest-Version: 1.0\nMulti-Release: true\n\n",
                    StandardCharsets.UTF_8);
        }
    }
}
