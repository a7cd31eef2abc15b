package gongkai.platform.database;

import java.nio.file.Path;
import java.util.Map;

/** The PostgreSQL the platform works with. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {
    /**
     * The one the settings name by {@code GONGKAI_DATABASE_URL}, {@code _USERNAME} and {@code _PASSWORD}; without them the one
     * embedded in the data directory, started if it does not run.
     *
     * @throws UnusableDatabaseException when it cannot be used; says why and what to do
     */
    static Database open(Path data, Map<String, String> settings) {
        var url = settings.getOrDefault("GONGKAI_DATABASE_URL", "");
        return url.isBlank()
                ? EmbeddedDatabase.start(data.resolve("postgres"))
                : ExternalDatabase.at(new Address(
                        url, settings.get("GONGKAI_DATABASE_USERNAME"), settings.get("GONGKAI_DATABASE_PASSWORD")));
    }

    Address address();

    @Override
    void close();
}
