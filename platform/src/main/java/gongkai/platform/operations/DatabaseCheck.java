package gongkai.platform.operations;

import gongkai.platform.calendar.WorkCalendar;
import gongkai.platform.database.ExternalDatabase;
import gongkai.platform.database.Migrations;
import gongkai.platform.keys.KeyCheck;
import gongkai.platform.keys.Keys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What the doctor asks of a database. */
final class DatabaseCheck {
    private final Connection connection;
    private final LocalDate today;

    DatabaseCheck(Connection connection, LocalDate today) {
        this.connection = connection;
        this.today = today;
    }

    List<Finding> findings() throws SQLException {
        var findings = new ArrayList<Finding>();
        var server = connection.getMetaData();
        findings.add(
                server.getDatabaseMajorVersion() < ExternalDatabase.OLDEST
                        ? Finding.bad("数据库", "PostgreSQL " + server.getDatabaseProductVersion(), "升级到 15 或更高版本")
                        : Finding.good("数据库", "PostgreSQL " + server.getDatabaseProductVersion()));
        on("fsync", "已提交的数据可能在断电时丢失", findings);
        on("full_page_writes", "断电时数据页可能损坏", findings);
        var commit = setting("synchronous_commit");
        findings.add(
                commit.equals("off")
                        ? Finding.bad("synchronous_commit", "off", "已提交的数据可能丢失，请设为 on")
                        : Finding.good("synchronous_commit", commit));
        var encoding = setting("server_encoding");
        findings.add(
                encoding.equals("UTF8") ? Finding.good("编码", encoding) : Finding.bad("编码", encoding, "新建 UTF8 编码的数据库"));
        var type = Schema.column(connection, "select datctype from pg_database where datname = current_database()")
                .getFirst();
        findings.add(
                type.equals("C") || type.equals("POSIX")
                        ? Finding.odd("区域", type, "用 C.UTF-8 建库，否则中文模糊检索不起作用")
                        : Finding.good("区域", type));
        migrations(findings);
        calendar(findings);
        return findings;
    }

    private void on(String name, String danger, List<Finding> findings) throws SQLException {
        var value = setting(name);
        findings.add(value.equals("on") ? Finding.good(name, value) : Finding.bad(name, value, danger + "，请设为 on"));
    }

    private String setting(String name) throws SQLException {
        return Schema.column(connection, "select current_setting('" + name + "')")
                .getFirst();
    }

    private boolean has(String table) throws SQLException {
        return Schema.column(connection, "select to_regclass('" + table + "') is not null")
                .getFirst()
                .equals("t");
    }

    private void migrations(List<Finding> findings) throws SQLException {
        if (!has("public.flyway_schema_history")) {
            findings.add(Finding.odd("数据表", "还没有建立", "首次运行 ./gongkai serve 时自动建立"));
            return;
        }
        var done = Schema.column(
                connection, "select script from flyway_schema_history where success and version is not null");
        var unknown = Migrations.unknown(done);
        findings.add(
                unknown.isEmpty()
                        ? Finding.good("数据表", done.size() + " 个升级步骤")
                        : Finding.bad("数据表", "由较新版本的平台升级过（" + String.join("、", unknown) + "）", "使用较新版本的平台"));
    }

    private void calendar(List<Finding> findings) throws SQLException {
        var years = new HashSet<>(WorkCalendar.shipped().years());
        if (has("calendar.decision")) {
            Schema.column(
                            connection,
                            "select year from calendar.decision where year is not null and withdrawn_at is null")
                    .forEach(year -> years.add(Integer.valueOf(year)));
        }
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            boolean needed = year == today.getYear() || today.getMonth().compareTo(Month.NOVEMBER) >= 0;
            if (needed && !years.contains(year)) {
                findings.add(Finding.odd("工作日历", "没有 " + year + " 年的放假安排", "国务院办公厅通知发布后，在“系统”中录入，否则涉及该年的期限无法计算"));
            } else if (needed) {
                findings.add(Finding.good("工作日历", year + " 年已有"));
            }
        }
    }

    List<Finding> keys(Keys keys) throws SQLException {
        var findings = new ArrayList<Finding>();
        if (has("keys.fingerprint")) {
            for (var problem : KeyCheck.problems(connection, keys)) {
                findings.add(Finding.bad("密钥", problem, "恢复密钥备份"));
            }
        }
        for (var open : keys.openToOthers()) {
            findings.add(Finding.bad("密钥", open + " 其他用户可读", "chmod 600 " + keys.directory() + "/" + open + ".key"));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.good("密钥", keys.directory().toString()));
        }
        return findings;
    }
}
