package gongkai.platform.review;

import gongkai.platform.files.FileId;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.TellingProperties;
import gongkai.platform.files.TellingProperties.Lock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
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
        var content = content(file);
        try {
            var hidden = HiddenContent.in(file.kind(), content);
            if (!hidden.isEmpty()) {
                return Optional.of("“" + file.name() + "”里有" + String.join("、", hidden) + "，对方都能看到，请去掉后另存，或者转换为 PDF");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return switch (TellingProperties.lock(file.kind(), content)) {
            case PASSWORD -> Optional.of("“" + file.name() + "”设有打开密码，对方打不开，系统也不能核对内容。请用原来的软件去掉密码，另存后重新上传");
            case RESTRICTED -> {
                var told = TellingProperties.in(file.kind(), content);
                yield told.isEmpty()
                        ? Optional.empty()
                        : Optional.of("“" + file.name() + "”里有" + String.join("、", told)
                                + "，对方能看到；文件设有编辑限制，系统不能去除。请用原来的软件取消限制后另存，或者打印成新的 PDF，再重新上传");
            }
            case NONE, SIGNED ->
                TellingProperties.readable(file.kind(), content)
                        ? Optional.empty()
                        : Optional.of("“" + file.name() + "”的格式有损坏，系统不能核对其中的作者、位置等信息。请用原来的软件打开后另存，或者转换为 PDF，再重新上传");
        };
    }

    /**
     * What a signed file tells of whoever made it, which cannot be taken away without breaking the signature: it goes out only if a person knows and wants it.
     *
     * @return in Chinese; empty if it is not signed or tells nothing
     */
    public Set<String> toldBySigned(StoredFile file) {
        var content = content(file);
        return TellingProperties.lock(file.kind(), content) == Lock.SIGNED
                ? TellingProperties.in(file.kind(), content)
                : Set.of();
    }

    /** The same as a sentence for whoever is asked. */
    public static String warning(Set<String> told) {
        return "有电子签章，其中的" + String.join("、", told) + "不能去除，对方能看到";
    }

    private byte[] content(StoredFile file) {
        try (var in = files.open(file.id())) {
            return in.readAllBytes();
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
