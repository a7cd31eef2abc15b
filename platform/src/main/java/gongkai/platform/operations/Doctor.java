package gongkai.platform.operations;

import gongkai.platform.database.Database;
import gongkai.platform.database.UnusableDatabaseException;
import gongkai.platform.operations.Command.Output;
import gongkai.platform.operations.Finding.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code ./gongkai doctor}: looks at everything the platform needs and says what to mend. Changes nothing. */
final class Doctor {
    private static final int OLDEST_JAVA = 21;
    private static final int FASTEST_JAVA = 25;
    private static final long LITTLE_SPACE = 2L << 30;
    private static final long NO_SPACE = 200L << 20;

    private final Path data;
    private final Map<String, String> environment;
    private final Output output;
    private final List<Finding> findings = new ArrayList<>();

    Doctor(Path data, Map<String, String> environment, Output output) {
        this.data = data;
        this.environment = environment;
        this.output = output;
    }

    int run() {
        java();
        boolean usable = directory();
        if (usable) {
            database();
        }
        mail();
        findings.forEach(finding -> output.out().println(finding.line()));
        long bad =
                findings.stream().filter(finding -> finding.kind() == Kind.BAD).count();
        output.out().println(bad == 0 ? "没有发现妨碍运行的问题。" : "有 " + bad + " 项需要处理。");
        return bad == 0 ? Command.WELL : Command.FAILED;
    }

    private void java() {
        int feature = Runtime.version().feature();
        if (feature < OLDEST_JAVA) {
            findings.add(Finding.bad("Java", "版本 " + feature + " 过低", "安装 JDK 21 或更高版本"));
        } else if (feature < FASTEST_JAVA) {
            findings.add(Finding.odd("Java", "版本 " + Runtime.version(), "换用 JDK 25 启动更快"));
        } else {
            findings.add(Finding.good("Java", "版本 " + Runtime.version()));
        }
        var zone = ZoneId.systemDefault();
        findings.add(
                zone.getRules().equals(ZoneId.of("Asia/Shanghai").getRules())
                        ? Finding.good("时区", zone.toString())
                        : Finding.good("时区", "系统为 " + zone + "；平台始终按北京时间计算日期"));
    }

    private boolean directory() {
        if (!Files.isDirectory(data)) {
            findings.add(Finding.bad("数据目录", data + " 不存在", "用 --data 指出数据目录；新安装时先运行 ./gongkai serve"));
            return false;
        }
        if (!Files.isWritable(data)) {
            findings.add(Finding.bad("数据目录", data + " 不可写", "把目录的所有者设为运行平台的用户"));
            return false;
        }
        try {
            long free = Files.getFileStore(data).getUsableSpace();
            var space = "剩余 " + (free >> 20) + " MB";
            if (free < NO_SPACE) {
                findings.add(Finding.bad("磁盘", space, "清理磁盘或扩容，否则数据库会停止写入"));
            } else {
                findings.add(free < LITTLE_SPACE ? Finding.odd("磁盘", space, "尽快清理或扩容") : Finding.good("磁盘", space));
            }
            findings.add(Rights.of("数据目录", data, true));
            rights("数据库密码文件", data.resolve("postgres/password"));
        } catch (IOException e) {
            findings.add(Finding.bad("数据目录", Trouble.with(e), "检查目录权限"));
            return false;
        }
        return true;
    }

    private void rights(String name, Path file) throws IOException {
        if (Files.exists(file)) {
            findings.add(Rights.of(name, file, false));
        }
    }

    private void database() {
        boolean external = !environment.getOrDefault("GONGKAI_DATABASE_URL", "").isBlank();
        if (!external && !Files.isDirectory(data.resolve("postgres/data"))) {
            findings.add(Finding.odd("数据库", "还没有建立", "首次运行 ./gongkai serve 时自动建立"));
            return;
        }
        try (var database = Database.open(data, environment);
                var connection = database.address().connect()) {
            var check = new DatabaseCheck(connection, LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai"))));
            findings.addAll(check.findings());
            findings.addAll(check.keys(KeyStore.keys(data, environment)));
        } catch (UnusableDatabaseException e) {
            findings.add(Finding.bad("数据库", String.valueOf(e.getMessage()), "按上述说明处理后重新检查"));
        } catch (SQLException e) {
            findings.add(Finding.bad("数据库", "检查时出错：" + e.getMessage(), "查看运行日志；平台升级后请先启动一次"));
        }
    }

    private void mail() {
        var host = environment.getOrDefault("GONGKAI_MAIL_HOST", "");
        findings.add(
                host.isBlank()
                        ? Finding.good("邮件", "没有设置，平台不发邮件")
                        : Reachable.of("邮件", host, environment.getOrDefault("GONGKAI_MAIL_PORT", "587")));
    }
}
