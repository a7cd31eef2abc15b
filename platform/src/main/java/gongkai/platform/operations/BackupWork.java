package gongkai.platform.operations;

import gongkai.platform.database.Address;
import gongkai.platform.database.DataDirectory;
import gongkai.platform.jobs.Run;
import gongkai.platform.jobs.Work;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A backup started from the screen, into the directory {@code backups} beside the data. */
@Component
class BackupWork implements Work {
    static final String KIND = "backup";

    private final DataDirectory data;
    private final Address address;

    BackupWork(
            DataDirectory data,
            @Value("${spring.datasource.url}") String url,
            @Value("${spring.datasource.username:#{null}}") @Nullable String username,
            @Value("${spring.datasource.password:#{null}}") @Nullable String password) {
        this.data = data;
        this.address = new Address(url, username, password);
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** @param run its input is the name of the file to make */
    @Override
    public void run(Run run) throws IOException, SQLException {
        var file = Files.createDirectories(data.path().resolve("backups")).resolve(run.input());
        run.progress(0, 1, "正在备份");
        new Backup(address, data.path(), System.getenv())
                .to(file, new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        run.progress(1, 1, "已备份到 " + file);
    }
}
