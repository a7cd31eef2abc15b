package gongkai.platform.keys;

import gongkai.platform.database.DataDirectory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class KeyConfiguration {
    /** The keys, agreed with the database: whoever gets this may rely on them. {@code GONGKAI_KEY_DIR} moves them elsewhere. */
    @Bean
    @DependsOnDatabaseInitialization
    Keys keys(
            DataDirectory data,
            @Value("${gongkai.key-dir:}") String elsewhere,
            @Value("${spring.datasource.password:}") String password,
            DataSource database,
            Clock clock)
            throws SQLException {
        var directory = elsewhere.isBlank() ? data.keys() : Path.of(elsewhere);
        var keys = Keys.in(directory);
        boolean shared = elsewhere.isBlank() && !password.isBlank();
        try (var connection = database.getConnection()) {
            if (shared) {
                new KeyShare(connection, password).agree(keys, directory, clock.instant());
            } else {
                KeyCheck.agree(connection, keys, clock.instant());
            }
        }
        return keys;
    }
}
