package gongkai.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where everything lies that is not in the database: {@code gongkai.data}, set by {@code --data}.
 *
 * <p>Without the setting, which only tests leave out, it is a new temporary directory.
 */
@Component
public class DataDirectory {
    private final Path path;

    @Autowired
    DataDirectory(@Value("${gongkai.data:}") String setting) {
        this(setting.isBlank() ? temporary() : Path.of(setting));
    }

    public DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    /** The secret keys, unless {@code GONGKAI_KEY_DIR} says otherwise. */
    public Path keys() {
        return path.resolve("keys");
    }

    /** What the audit chain keeps outside the database. */
    public Path audit() {
        return path.resolve("audit");
    }

    /** The stored files. */
    public Path files() {
        return path.resolve("files");
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("gongkai-data");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
