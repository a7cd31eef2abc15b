package gongkai.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the tables up to this release; never back, and never over those of a newer one. */
@Configuration(proxyBeanMethods = false)
public class Migrations {
    private static final String FOLDER = "/db/migration/";

    @Bean
    FlywayMigrationStrategy forwardOnly() {
        return Migrations::migrate;
    }

    static void migrate(Flyway flyway) {
        List<String> unknown = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .map(MigrationInfo::getScript)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnusableDatabaseException(
                    "这些数据由较新版本的平台建立或升级过，本版本不能打开（多出的升级步骤：" + String.join("、", unknown) + "）。请使用较新版本的平台；数据没有改动");
        }
        flyway.migrate();
    }

    /** Those of the scripts that this release does not have: whoever ran them is newer. */
    public static List<String> unknown(List<String> scripts) {
        return scripts.stream()
                .filter(script -> Migrations.class.getResource(FOLDER + script) == null)
                .toList();
    }

    /** Makes the tables as they were after just those scripts, in an empty database. */
    public static void run(Address address, List<String> scripts) {
        try {
            var folder = Files.createTempDirectory("gongkai-migrations");
            try {
                for (var script : scripts) {
                    copy(script, folder);
                }
                Flyway.configure()
                        .dataSource(address.url(), address.username(), address.password())
                        .locations("filesystem:" + folder)
                        .outOfOrder(true)
                        .load()
                        .migrate();
            } finally {
                Binaries.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(String script, Path folder) throws IOException {
        try (var in = Migrations.class.getResourceAsStream(FOLDER + script)) {
            if (in == null) {
                throw new IllegalArgumentException(script);
            }
            var file = folder.resolve(script).normalize();
            Files.createDirectories(file.getParent());
            Files.copy(in, file);
        }
    }
}
