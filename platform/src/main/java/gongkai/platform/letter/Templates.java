package gongkai.platform.letter;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.letter.docx.Fields;
import gongkai.platform.letter.docx.TemplateText;
import gongkai.platform.letter.docx.UnusableWordFileException;
import gongkai.platform.letter.docx.WordFile;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.request.procedure.LetterKind;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The templates of letters: ours, and those organs made of them. Every version is kept, for letters were signed with it. */
@Repository
public class Templates {
    private final JdbcClient database;
    private final Organs organs;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;
    private final Map<LetterKind, WordFile> ours = new ConcurrentHashMap<>();

    Templates(JdbcClient database, Organs organs, AuditLog log, WhoActs whoActs, Clock clock) {
        this.database = database;
        this.organs = organs;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    /** A version an organ uploaded. */
    public record Version(
            long id,
            LetterKind kind,
            int version,
            boolean active,
            OffsetDateTime uploadedAt,
            @Nullable String uploader) {}

    WordFile ours(LetterKind kind) {
        return ours.computeIfAbsent(kind, key -> TemplateText.docx(TemplateText.ours(key.code())));
    }

    /** The number of the template the organ uses for that kind; empty for ours. */
    Optional<Long> inUse(OrganId organ, LetterKind kind) {
        return database.sql("select id from letter.template where organ = :organ and kind = :kind and active")
                .param("organ", organ.value())
                .param("kind", kind.name())
                .query(Long.class)
                .optional();
    }

    /** That template, or ours of the kind. */
    WordFile file(LetterKind kind, @Nullable Long id) {
        return id == null
                ? ours(kind)
                : WordFile.read(database.sql("select docx from letter.template where id = :id")
                        .param("id", id)
                        .query((row, number) -> row.getBytes("docx"))
                        .single());
    }

    /** All versions of an organ, newest first. */
    List<Version> versions(OrganId organ) {
        return database.sql("""
                        select t.id, t.kind, t.version, t.active, t.uploaded_at, p.name as uploader
                        from letter.template t left join access.person p on p.id = t.uploaded_by
                        where t.organ = :organ order by t.kind, t.version desc
                        """)
                .param("organ", organ.value())
                .query((row, number) -> new Version(
                        row.getLong("id"),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getInt("version"),
                        row.getBoolean("active"),
                        row.getObject("uploaded_at", OffsetDateTime.class),
                        row.getString("uploader")))
                .list();
    }

    /** The bytes of a version of that organ. */
    Optional<byte[]> bytes(OrganId organ, long id) {
        return database.sql("select docx from letter.template where id = :id and organ = :organ")
                .param("id", id)
                .param("organ", organ.value())
                .query((row, number) -> row.getBytes("docx"))
                .optional();
    }

    /** What speaks against a file as the template of that kind; empty if it can be used. */
    List<String> objections(LetterKind kind, byte[] docx) {
        try {
            var file = WordFile.read(docx);
            var found = Fields.named(file);
            var objections = new ArrayList<String>();
            if (file.refersOutside()) {
                objections.add("模板引用了外部的文件、图片或模板，打开文书时会去别处读取，请去掉后再上传");
            }
            var known = LetterFields.known(kind);
            var unknown = found.stream().filter(name -> !known.contains(name)).toList();
            if (!unknown.isEmpty()) {
                objections.add("模板里有不认识的字段：" + String.join("、", unknown));
            }
            var missing = LetterFields.needed(kind).stream()
                    .filter(name -> !found.contains(name))
                    .toList();
            if (!missing.isEmpty()) {
                objections.add("模板缺少必须有的字段：" + String.join("、", missing));
            }
            return objections;
        } catch (UnusableWordFileException e) {
            return List.of(e.reason());
        }
    }

    /** Takes a file as the organ's template from now on. The caller has looked for {@link #objections}. */
    @Transactional
    int use(OrganId organ, LetterKind kind, byte[] docx) {
        deactivate(organ, kind);
        int version = database.sql("""
                        insert into letter.template (organ, kind, version, docx, active, uploaded_at, uploaded_by)
                        select :organ, :kind, 1 + coalesce(max(version), 0), :docx, true, :now, :person
                        from letter.template where organ = :organ and kind = :kind
                        returning version
                        """)
                .param("organ", organ.value())
                .param("kind", kind.name())
                .param("docx", docx)
                .param("now", OffsetDateTime.now(clock))
                .param("person", whoActs.now().person())
                .query(Integer.class)
                .single();
        write("上传文书模板", organ, kind, "第 " + version + " 版");
        return version;
    }

    /** Back to ours. */
    @Transactional
    void useOurs(OrganId organ, LetterKind kind) {
        if (deactivate(organ, kind) > 0) {
            write("恢复文书模板", organ, kind, "用回系统模板");
        }
    }

    private int deactivate(OrganId organ, LetterKind kind) {
        return database.sql(
                        "update letter.template set active = false where organ = :organ and kind = :kind and active")
                .param("organ", organ.value())
                .param("kind", kind.name())
                .update();
    }

    private void write(String action, OrganId organ, LetterKind kind, String detail) {
        log.write(
                AuditEntry.of(action, "机构", organs.byId(organ).map(Organ::code).orElse(""))
                        .concerning(organ.value())
                        .with(kind.code() + " " + kind.title() + "，" + detail));
    }
}
