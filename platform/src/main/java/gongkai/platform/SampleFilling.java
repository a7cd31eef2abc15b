package gongkai.platform;

import gongkai.platform.sample.SampleData;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;

/** Fills an empty platform with the sample; of several nodes that start at once one does, and the others wait for it. */
final class SampleFilling {
    private static final long LOCK = 0x676b_7361_6d70L;

    private SampleFilling() {}

    /** Returns the password of all sample people. */
    static String fill(ConfigurableApplicationContext platform) {
        try (var connection = platform.getBean(DataSource.class).getConnection();
                var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_lock(" + LOCK + ")");
            try {
                platform.getBean(SampleData.class).fill();
            } finally {
                lock.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return SampleData.PASSWORD;
    }
}
