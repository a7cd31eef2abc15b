package gongkai.platform.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Where a PostgreSQL is and who signs in there.
 *
 * @param url for JDBC; may name user and password itself
 * @param username null when the address names the user
 * @param password null when the address names the password or none is needed
 */
public record Address(
        String url, @Nullable String username, @Nullable String password) {
    private static final String CONNECT_SECONDS = "10";

    /** The address that says all itself. */
    public static Address of(String url) {
        return new Address(url, null, null);
    }

    /** One connection, outside any pool. */
    public Connection connect() throws SQLException {
        var settings = new Properties();
        settings.setProperty("connectTimeout", CONNECT_SECONDS);
        settings.setProperty("loginTimeout", CONNECT_SECONDS);
        if (username != null) {
            settings.setProperty("user", username);
        }
        if (password != null) {
            settings.setProperty("password", password);
        }
        return DriverManager.getConnection(url, settings);
    }

    /** Connections to it, one at each call, for what asks for such a source. */
    public DataSource source() {
        var source = new DriverManagerDataSource(url);
        source.setUsername(username);
        source.setPassword(password);
        return source;
    }

    /** Without the password: fit for messages. */
    @Override
    public String toString() {
        return url.replaceAll("\\?.*", "");
    }
}
