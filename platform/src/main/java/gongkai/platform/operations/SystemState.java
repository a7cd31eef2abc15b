package gongkai.platform.operations;

import gongkai.platform.database.DataDirectory;
import gongkai.platform.operations.SystemPage.Fact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How the system runs at this moment. */
@Component
class SystemState {
    private final JdbcClient database;
    private final DataDirectory data;

    SystemState(JdbcClient database, DataDirectory data) {
        this.database = database;
        this.data = data;
    }

    SystemPage now() {
        var uptime = Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
        var memory = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        try {
            long free = Files.getFileStore(data.path()).getUsableSpace();
            return new SystemPage(List.of(
                    new Fact(
                            "已运行",
                            "%d 天 %d 小时 %d 分".formatted(uptime.toDays(), uptime.toHoursPart(), uptime.toMinutesPart())),
                    new Fact("内存", "%d / %d MB".formatted(memory.getUsed() >> 20, memory.getMax() >> 20)),
                    new Fact("磁盘剩余", (free >> 20) + " MB"),
                    new Fact("数据库", one("select 'PostgreSQL ' || current_setting('server_version')")),
                    new Fact("数据库大小", one("select pg_size_pretty(pg_database_size(current_database()))")),
                    new Fact(
                            "数据库连接",
                            one("select count(*)::text from pg_stat_activity where datname = current_database()")),
                    new Fact("Java", Runtime.version().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String one(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
