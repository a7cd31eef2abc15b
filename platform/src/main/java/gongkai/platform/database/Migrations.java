package gongkai.platform.database;

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
    @Bean
    FlywayMigrationStrategy forwardOnly() {
        return Migrations::migrate;
    }

    static void migrate(Flyway flyway) {
        refuseNewer(flyway);
        flyway.migrate();
    }

    private static void refuseNewer(Flyway flyway) {
        List<String> unknown = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState().isApplied()
                        && !migration.getState().isResolved())
                .map(MigrationInfo::getScript)
                .toList();
        if (!unknown.isEmpty()) {
            throw new UnusableDatabaseException(
                    "这些数据由较新版本的平台建立或升级过，本版本不能打开（多出的升级步骤：" + String.join("、", unknown) + "）。请使用较新版本的平台；数据没有改动");
        }
    }
}
