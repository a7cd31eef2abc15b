package gongkai.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.OfficeBrowser;
import gongkai.platform.Platform;
import gongkai.platform.access.People;
import gongkai.platform.access.Role;
import gongkai.platform.database.Address;
import gongkai.platform.database.EmbeddedDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    @TempDir
    private static Path directory;

    private static Path data;
    private static Path file;
    private static EmbeddedDatabase database;
    private static String chain;

    private record Ran(int status, String said) {}

    @BeforeAll
    static void makeSomethingAndBackItUp() throws Exception {
        data = directory.resolve("data");
        file = directory.resolve("一.backup");
        database = EmbeddedDatabase.start(data.resolve("postgres"));
        try (var platform = Platform.start(0, Address.of(database.url()), Map.of("gongkai.data", data.toString()))) {
            for (int i = 0; i < 3; i++) {
                platform.getBean(People.class).add("zhang" + i, "张三", "Chang#Mima-" + i);
            }
            var people = platform.getBean(People.class);
            people.grant(people.add("anquan", "李四", "Chang#Mima-9"), Role.SECURITY_ADMIN, null, false);
        }
        Files.createDirectories(data.resolve("files/ab"));
        Files.writeString(data.resolve("files/ab/abc"), "附件");
        var backup = run("backup", file.toString(), "--data", data.toString());
        assertThat(backup.status()).as(backup.said()).isZero();
        chain = run("audit", "verify", "--data", data.toString()).said();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Test
    @DisplayName("恢复到空目录后，审计链的链尾与原来相同，文件还在")
    void comesBackWhole() throws IOException {
        var fresh = directory.resolve("fresh");
        var restored = run("restore", file.toString(), "--data", fresh.toString());
        assertThat(restored.status()).as(restored.said()).isZero();
        var verified = run("audit", "verify", "--data", fresh.toString());
        assertThat(verified.said()).contains("审计日志完整", "链尾").isEqualTo(chain);
        assertThat(fresh.resolve("files/ab/abc")).hasContent("附件");
        assertThat(run("token", "--login", "zhang1", "--data", fresh.toString()).status())
                .isZero();
        var again = run("restore", file.toString(), "--data", fresh.toString());
        assertThat(again.status()).isEqualTo(2);
        assertThat(again.said()).contains("只能恢复到空的数据目录");
    }

    @Test
    @DisplayName("没有密钥时拒绝恢复，目录仍是空的")
    void wantsTheKeys() throws IOException {
        var apart = directory.resolve("apart.backup");
        Files.copy(file, apart);
        var fresh = directory.resolve("without-keys");
        var refused = run("restore", apart.toString(), "--data", fresh.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.said()).contains("缺少密钥", "没有恢复任何内容");
        assertThat(fresh.resolve("postgres")).doesNotExist();
    }

    @Test
    @DisplayName("备份文件残缺或被改动时拒绝恢复")
    void refusesWhatIsNotWhole() throws IOException {
        var whole = Files.readAllBytes(file);
        var cut = Files.write(directory.resolve("cut.backup"), Arrays.copyOf(whole, whole.length - 100));
        var altered = whole.clone();
        var table = "tables/audit.entry";
        altered[new String(whole, StandardCharsets.ISO_8859_1).indexOf(table) + table.length() + 10] ^= 1;
        var changed = Files.write(directory.resolve("changed.backup"), altered);
        var ended = Files.write(directory.resolve("ended.backup"), Arrays.copyOf(whole, whole.length - 10));
        for (var bad : List.of(cut, ended, changed, Files.writeString(directory.resolve("none.backup"), "无"))) {
            var refused = run(
                    "restore",
                    bad.toString(),
                    "--data",
                    directory.resolve("never").toString());
            assertThat(refused.status()).isEqualTo(2);
            assertThat(refused.said()).contains("备份文件不能使用");
        }
        assertThat(directory.resolve("never")).doesNotExist();
    }

    @Test
    void refusesCopiesOfKeysThatAreNone() throws IOException {
        var moved = Files.copy(file, directory.resolve("moved"));
        Files.writeString(directory.resolve("moved.keys"), "no archive");
        var refused = run(
                "restore",
                moved.toString(),
                "--data",
                directory.resolve("unkeyed").toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.said()).contains("密钥副本不能使用");
    }

    @Test
    void tellsWhatIsWrongWithWhatWasTyped() {
        assertThat(run("backup").status()).isEqualTo(2);
        assertThat(run("audit", "look").status()).isEqualTo(2);
        assertThat(run("token", "--data", data.toString()).said()).contains("--login");
        var nobody = run("token", "--login", "nobody", "--data", data.toString());
        assertThat(nobody.status()).isEqualTo(2);
        assertThat(nobody.said()).contains("没有登录名为“nobody”的在用账号");
        assertThat(run("doctor", "--data", directory.resolve("nowhere").toString())
                        .status())
                .isEqualTo(1);
    }

    @Test
    void whatIsDoneByCommandStandsInTheLog() throws Exception {
        assertThat(lines("命令行备份")).isEqualTo(1);
        var rotated = run("keys", "rotate", "--data", data.toString());
        assertThat(rotated.status()).as(rotated.said()).isZero();
        assertThat(lines("轮换密钥")).isEqualTo(1);
    }

    @Test
    void anAdministratorNobodyElseCanLetInComesBack() throws Exception {
        var back = run("password", "--login", "anquan", "--second-factor", "off", "--data", data.toString());
        assertThat(back.status()).as(back.said()).isZero();
        var password = back.said().strip().replaceFirst("(?s).*一次性口令：", "");
        try (var platform = Platform.start(0, Address.of(database.url()), Map.of("gongkai.data", data.toString()))) {
            int port = platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            try (var browser = OfficeBrowser.signedIn(port, "anquan", password)) {
                assertThat(browser.get("/office").headers().firstValue("Location"))
                        .hasValue("/office/me/password");
            }
        }
        assertThat(lines("命令行重置管理员口令")).isEqualTo(1);
        for (var refused : List.of("zhang0", "nobody")) {
            assertThat(run("password", "--login", refused, "--data", data.toString())
                            .status())
                    .isEqualTo(2);
        }
        assertThat(run("password", "--data", data.toString()).said()).contains("--login");
    }

    @Test
    void theDoctorFindsKeysThatOthersMayRead() throws IOException {
        assertThat(run("doctor", "--data", data.toString()).said()).contains("没有发现妨碍运行的问题");
        var key = data.resolve("keys/audit-1.key");
        var rights = Files.getPosixFilePermissions(key);
        Files.setPosixFilePermissions(key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        try {
            var found = run("doctor", "--data", data.toString());
            assertThat(found.status()).isEqualTo(1);
            assertThat(found.said()).contains("audit-1", "chmod 600");
        } finally {
            Files.setPosixFilePermissions(key, rights);
        }
    }

    private static int lines(String action) throws SQLException {
        try (var connection = DriverManager.getConnection(database.url());
                var question = connection.prepareStatement("select count(*) from audit.entry where action = ?")) {
            question.setString(1, action);
            var answer = question.executeQuery();
            answer.next();
            return answer.getInt(1);
        }
    }

    private static Ran run(String... words) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        int status = new Commands(Map.of(), new Command.Output(print, print)).run(List.of(words));
        return new Ran(status, out.toString(StandardCharsets.UTF_8));
    }
}
