package gongkai.platform.files;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.SealedColumn;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All stored files. */
@Service
public class StoredFiles {
    private static final String TABLE = "files.file";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The sealed columns, for the rotation of keys. */
    public static final List<SealedColumn> COLUMNS = List.of(
            new SealedColumn(TABLE, "id", "uuid", "data_key", null),
            new SealedColumn(TABLE, "id", "uuid", "sealed_name", null));

    private final JdbcClient database;
    private final FileStore store;
    private final FieldCipher cipher;
    private final Inspection inspection;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;

    StoredFiles(
            JdbcClient database,
            FileStore store,
            Keys keys,
            FileSettings settings,
            AuditLog log,
            WhoActs whoActs,
            Clock clock) {
        this.database = database;
        this.store = store;
        this.cipher = new FieldCipher(keys);
        this.inspection = new Inspection(settings);
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    /**
     * Looks into an upload and stores it, or says why not. The caller has decided that whoever acts may.
     *
     * @throws UncheckedIOException if the disk fails or the upload breaks off
     */
    @Transactional
    public Keeping keep(Upload upload) {
        var name = FileName.clean(upload.name());
        Path staged = null;
        try {
            staged = store.stage();
            var tooLarge = inspection.gather(upload, staged);
            if (!tooLarge.isEmpty()) {
                return new Keeping.Refused(tooLarge);
            }
            return switch (inspection.look(staged, name, upload.purpose())) {
                case Sniffed.Refused refused -> new Keeping.Refused(refused.reason());
                case Sniffed.Found found -> new Keeping.Kept(store(upload, name, found.kind(), staged));
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            removeQuietly(staged);
        }
    }

    /** What is known about a file; empty if there is none, or it was erased. Says nothing about rights. */
    public Optional<StoredFile> find(FileId id) {
        return database.sql("select * from files.file where id = :id and erased_at is null")
                .param("id", id.value())
                .query((row, number) -> file(row))
                .optional();
    }

    /** What is known about several files, oldest first; those that are not there are left out. */
    public List<StoredFile> find(Collection<FileId> ids) {
        return ids.isEmpty()
                ? List.of()
                : database.sql(
                                "select * from files.file where id = any(:ids) and erased_at is null order by added_at, id")
                        .param("ids", ids.stream().map(FileId::value).toArray(UUID[]::new))
                        .query((row, number) -> file(row))
                        .list();
    }

    /** The files that belong to a subject, oldest first. */
    public List<StoredFile> of(FilePurpose purpose, String subject) {
        return database.sql("""
                        select * from files.file where subject = :subject and purpose = :purpose and erased_at is null
                        order by added_at, id
                        """)
                .param("subject", subject)
                .param("purpose", purpose.name())
                .query((row, number) -> file(row))
                .list();
    }

    /** The clear content from its beginning. The caller has asked for the right and logs the look. To be closed. */
    public InputStream open(FileId id) {
        try {
            return content(id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on it belongs to that subject, and is kept: what was handed in with a draft goes over to the request it became. */
    @Transactional
    public void assign(FileId id, String subject) {
        int assigned = database.sql(
                        "update files.file set subject = :subject, keep_until = null where id = :id and erased_at is null")
                .param("subject", subject)
                .param("id", id.value())
                .update();
        if (assigned > 0) {
            log.write(AuditEntry.of("归入", "文件", id.toString()).with("属于 " + subject));
        }
    }

    /** Keeps it until the end of that day, then it is erased; null keeps it. */
    @Transactional
    public void keepUntil(FileId id, @Nullable LocalDate day) {
        database.sql("update files.file set keep_until = :day where id = :id and erased_at is null")
                .param("day", day)
                .param("id", id.value())
                .update();
    }

    /** Erases a file: what it was is still known, what was in it is gone, an encrypted one's key at once. */
    @Transactional
    public void erase(FileId id, String reason) {
        int erased = database.sql("""
                        update files.file set erased_at = :now, data_key = null, sealed_name = null, name = null
                        where id = :id and erased_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id.value())
                .update();
        if (erased > 0) {
            log.write(AuditEntry.of("清除文件", "文件", id.toString()).with("原因：" + reason));
        }
    }

    /** Erases the files whose term has ended, at most so many. @return how many */
    @Transactional
    public int eraseEnded(int most) {
        var ended = database.sql("""
                        select id from files.file where keep_until < :today and erased_at is null
                        order by keep_until limit :most for update skip locked
                        """)
                .param("today", LocalDate.now(clock))
                .param("most", most)
                .query(UUID.class)
                .list();
        ended.forEach(id -> erase(new FileId(id), "保存期满"));
        return ended.size();
    }

    private StoredFile store(Upload upload, String name, FileKind kind, Path staged) throws IOException {
        var id = FileId.next();
        long size = Files.size(staged);
        var purpose = upload.purpose();
        var dataKey = purpose.encrypted() ? newDataKey() : null;
        var bytes = staged;
        if (dataKey != null) {
            bytes = store.stage();
            try (var in = Files.newInputStream(staged);
                    var out = new BufferedOutputStream(Files.newOutputStream(bytes))) {
                new SealedContent(dataKey, id).write(in, out);
            }
        }
        try {
            var hash = hash(bytes);
            store.put(hash, bytes);
            database.sql("""
                            insert into files.file
                                (id, content, size, kind, name, sealed_name, purpose, organ, subject, uploader, added_at, data_key)
                            values (:id, :content, :size, :kind, :name, :sealedName, :purpose, :organ, :subject, :uploader, :addedAt,
                                :dataKey)
                            """)
                    .param("id", id.value())
                    .param("content", hash)
                    .param("size", size)
                    .param("kind", kind.name())
                    .param("name", dataKey == null ? name : null)
                    .param("sealedName", dataKey == null ? null : cipher.seal(name, place("sealed_name", id)))
                    .param("purpose", purpose.name())
                    .param("organ", upload.organ())
                    .param("subject", upload.subject())
                    .param("uploader", whoActs.now().person())
                    .param("addedAt", Timestamp.from(clock.instant()))
                    .param("dataKey", dataKey == null ? null : cipher.sealBytes(dataKey, place("data_key", id)))
                    .update();
        } finally {
            removeQuietly(bytes);
        }
        var entry = AuditEntry.of("上传文件", "文件", id.toString())
                .with(purpose.chinese() + "，" + kind.chinese() + "，" + size + " 字节，属于 " + upload.subject());
        log.write(upload.organ() == null ? entry : entry.concerning(upload.organ()));
        return find(id).orElseThrow();
    }

    private InputStream content(FileId id) throws IOException {
        record Row(String content, long size, @Nullable String dataKey) {}
        var row = database.sql("select content, size, data_key from files.file where id = :id and erased_at is null")
                .param("id", id.value())
                .query((found, number) -> new Row(
                        String.valueOf(found.getString("content")), found.getLong("size"), found.getString("data_key")))
                .single();
        var dataKey = row.dataKey() == null ? null : cipher.openBytes(row.dataKey(), place("data_key", id));
        var channel = store.open(row.content());
        return dataKey == null
                ? Channels.newInputStream(channel)
                : new SealedContent(dataKey, id).read(channel, row.size());
    }

    private StoredFile file(ResultSet row) throws SQLException {
        var id = new FileId(row.getObject("id", UUID.class));
        var sealedName = row.getString("sealed_name");
        return new StoredFile(
                id,
                sealedName == null ? row.getString("name") : cipher.open(sealedName, place("sealed_name", id)),
                FileKind.valueOf(row.getString("kind")),
                row.getLong("size"),
                FilePurpose.valueOf(row.getString("purpose")),
                row.getObject("organ", Long.class),
                row.getString("subject"),
                row.getObject("uploader", Long.class),
                row.getTimestamp("added_at").toInstant());
    }

    private static Place place(String column, FileId id) {
        return new Place(TABLE + "." + column, id.toString());
    }

    private static byte[] newDataKey() {
        var key = new byte[SealedContent.KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    private static String hash(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void removeQuietly(@Nullable Path staged) {
        if (staged != null) {
            try {
                Files.deleteIfExists(staged);
            } catch (IOException e) {
                // The sweep removes what is left in staging.
            }
        }
    }
}
