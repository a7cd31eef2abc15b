package gongkai.platform.review;

import gongkai.platform.files.FileId;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Whether a file of a case may leave the organ as it is: with an answer, or published. */
@Service
public class FilesToGive {
    private final JdbcClient database;
    private final StoredFiles files;

    FilesToGive(JdbcClient database, StoredFiles files) {
        this.database = database;
        this.files = files;
    }

    /** Why it may not, in Chinese, with what to do; empty if nothing speaks against it. */
    public Optional<String> objection(StoredFile file) {
        if (isWithheld(file.id())) {
            return Optional.of("“" + file.name() + "”是遮盖前的原件，请选择遮盖后的文件");
        }
        if (isOutdated(file.id())) {
            return Optional.of("“" + file.name() + "”生成以后又标了要遮盖的内容，请重新生成遮盖版");
        }
        try (var content = files.open(file.id())) {
            var hidden = HiddenContent.in(file.kind(), content);
            return hidden.isEmpty()
                    ? Optional.empty()
                    : Optional.of("“" + file.name() + "”里有" + String.join("、", hidden) + "，对方都能看到，请去掉后另存，或者转换为 PDF");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether something is marked in it, or in what was printed from it. */
    private boolean isWithheld(FileId file) {
        return database.sql("""
                        with recursive made (file) as (
                            (select cast(:file as uuid)
                             union select original from review.clean_copy where result = :file)
                            union select c.result from review.conversion c join made on c.original = made.file)
                        select exists (select from made join review.mark m on m.original = made.file and m.removed_at is null)
                            or exists (select from made join review.redaction r on r.original = made.file)
                        """)
                .param("file", file.value())
                .query(Boolean.class)
                .single();
    }

    private boolean isOutdated(FileId file) {
        return database.sql("""
                        select exists (select from review.redaction r
                                       join review.mark m on m.original = r.original and m.removed_at is null and m.at > r.at
                                       where r.result = :file)
                        """)
                .param("file", file.value())
                .query(Boolean.class)
                .single();
    }
}
