package gongkai.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("数据库不能使用时的说明")
class UnusableDatabaseTest {
    @Test
    void anOldRelease() {
        assertThat(ExternalDatabase.tooOld(14, "14.11 (Debian)"))
                .hasValue("数据库版本过低：PostgreSQL 14.11 (Debian)，需要 15 或更高版本");
        assertThat(ExternalDatabase.tooOld(9, "9.6.24")).isPresent();
        assertThat(ExternalDatabase.tooOld(15, "15.0")).isEmpty();
        assertThat(ExternalDatabase.tooOld(18, "18.1")).isEmpty();
    }

    @Test
    @DisplayName("内置数据库：只有 root 才换一个用户来运行它的程序")
    void whoRunsTheProgramsOfTheEmbeddedDatabase() {
        assertThat(Runner.isRoot(List.of("Name:\tjava", "Uid:\t0\t0\t0\t0"))).isTrue();
        assertThat(Runner.isRoot(List.of("Name:\tjava", "Uid:\t1000\t1000\t1000\t1000")))
                .isFalse();
        assertThat(Storage.explain(Path.of("d"), "setpriv: setgroups failed: Operation not permitted", "不能建立数据库"))
                .isEqualTo("不能建立数据库：setpriv: setgroups failed: Operation not permitted");
    }

    @Test
    void aWrongPassword() {
        var url = TestDatabase.empty();
        assertRefused(url.replaceFirst("password=.*", "password=wrong"), "用户名或密码不正确");
    }

    @Test
    void noSuchDatabase() {
        assertRefused(TestDatabase.empty().replaceFirst("/test_\\d+", "/nothing"), "数据库不存在，请先建立");
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertRefused("jdbc:postgresql://127.0.0.1:" + port + "/gongkai", "连不上数据库");
    }

    @Test
    void anotherKindOfDatabase() {
        assertRefused("jdbc:mysql://127.0.0.1/gongkai", "应以 jdbc:postgresql: 开头");
    }

    @Test
    void onlyForReading() throws SQLException {
        var url = TestDatabase.empty();
        execute(url, "alter database " + name(url) + " set default_transaction_read_only = on");
        assertRefused(url, "数据库是只读的");
    }

    @Test
    void anotherEncoding() throws SQLException {
        var url = TestDatabase.empty();
        execute(url, "create database latin encoding 'LATIN1' locale 'C' template template0");
        assertRefused(url.replace(name(url), "latin"), "编码是 LATIN1，应为 UTF8");
    }

    @Test
    @DisplayName("较新版本建立的数据：说明多出哪些步骤，什么也不改")
    void dataOfANewerRelease() throws Exception {
        var url = TestDatabase.empty();
        Platform.start(0, url).close();
        execute(url, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by, execution_time, success)
                values (9999, '999', 'future', 'SQL', 'V999__future.sql', 1, 'postgres', 1, true)
                """);
        assertThatThrownBy(() -> Platform.start(0, url))
                .hasRootCauseInstanceOf(UnusableDatabaseException.class)
                .rootCause()
                .hasMessageContaining("由较新版本的平台建立或升级过")
                .hasMessageContaining("V999__future.sql");
    }

    private static void assertRefused(String url, String why) {
        assertThatThrownBy(() -> Database.open(Path.of("unused"), Map.of("GONGKAI_DATABASE_URL", url)))
                .isInstanceOf(UnusableDatabaseException.class)
                .hasMessageContaining(why)
                .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("password="));
    }

    private static String name(String url) {
        return url.replaceFirst(".*/(test_\\d+)\\?.*", "$1");
    }

    private static void execute(String url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
