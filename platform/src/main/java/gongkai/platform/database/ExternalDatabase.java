package gongkai.platform.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** A PostgreSQL that others run. It is looked at once, so that what is wrong is said in plain words before anything starts. */
public record ExternalDatabase(Address address) implements Database {
    /** The oldest release with all that the migrations use, such as unique indexes in which nulls are equal. */
    public static final int OLDEST = 15;

    static ExternalDatabase at(Address address) {
        if (!address.url().startsWith("jdbc:postgresql:")) {
            throw new UnusableDatabaseException(
                    "GONGKAI_DATABASE_URL 应以 jdbc:postgresql: 开头，例如 jdbc:postgresql://10.0.0.5:5432/gongkai");
        }
        try (var connection = address.connect()) {
            check(connection);
        } catch (SQLException e) {
            throw new UnusableDatabaseException(reason(address, e), e);
        }
        return new ExternalDatabase(address);
    }

    private static void check(Connection connection) throws SQLException {
        var server = connection.getMetaData();
        var old = tooOld(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
        if (old.isPresent()) {
            throw new UnusableDatabaseException(old.get());
        }
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("""
                        select current_setting('server_encoding') as encoding,
                               pg_is_in_recovery() or current_setting('default_transaction_read_only') = 'on' as read_only,
                               has_database_privilege(current_database(), 'CREATE') as may_create
                        """)) {
            row.next();
            if (!row.getString("encoding").equals("UTF8")) {
                throw new UnusableDatabaseException(
                        "数据库的编码是 " + row.getString("encoding") + "，应为 UTF8。请新建一个 UTF8 编码的数据库");
            }
            if (row.getBoolean("read_only")) {
                throw new UnusableDatabaseException("数据库是只读的（备库或只读设置）。请连接主库");
            }
            if (!row.getBoolean("may_create")) {
                throw new UnusableDatabaseException("数据库用户没有建立模式的权限。请把数据库的所有者设为该用户，或授予 CREATE 权限");
            }
        }
    }

    /** Why that release cannot be used; empty if it can. */
    static Optional<String> tooOld(int major, String release) {
        return major < OLDEST
                ? Optional.of("数据库版本过低：PostgreSQL " + release + "，需要 " + OLDEST + " 或更高版本")
                : Optional.empty();
    }

    /** What an error of the driver means for the person who set the address. */
    static String reason(Address address, SQLException error) {
        return reason(error) + "（" + address + "）";
    }

    /** What an error of the driver means for the person who runs the platform. */
    public static String reason(SQLException error) {
        var state = error.getSQLState() == null ? "" : error.getSQLState();
        return switch (state) {
            case "28P01", "28000" -> "数据库拒绝登录：用户名或密码不正确，或数据库不允许从本机登录";
            case "3D000" -> "数据库不存在，请先建立";
            case "53300" -> "数据库的连接数已满，请稍后重试或调高 max_connections";
            case "53100" -> "数据库所在的磁盘已满。请清理后重试，已有数据没有损坏";
            case "57P03" -> "数据库正在启动或停止，请稍后重试";
            default ->
                state.startsWith("08")
                        ? "连不上数据库。请检查它是否在运行、地址和端口是否正确、网络和防火墙是否放行"
                        : "数据库不能使用：" + state + " " + error.getMessage();
        };
    }

    @Override
    public void close() {
        // Others run it; nothing is held open here.
    }
}
