package gongkai.platform.review;

import gongkai.platform.access.Actor;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FileId;
import gongkai.platform.redaction.Area;
import gongkai.platform.redaction.Mark;
import gongkai.platform.request.DisclosureRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is hidden in the files of a case: who marked what and why, and the versions made of it. */
@Service
class Markings {
    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;

    Markings(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /**
     * One mark.
     *
     * @param removedBy who took it back, null if it stands
     */
    record Marking(
            long id,
            FileId original,
            Area area,
            Ground ground,
            String note,
            String who,
            Instant at,
            @Nullable String removedBy,
            @Nullable Instant removedAt) {
        public boolean stands() {
            return removedBy == null;
        }

        Mark mark() {
            return new Mark(
                    area.page(),
                    area.left(),
                    area.top(),
                    area.right(),
                    area.bottom(),
                    note.isEmpty() ? ground.label() : note,
                    ground.article());
        }
    }

    /** A version that was made of a file. */
    record Made(FileId original, FileId result, int pages, int marks, int removed, String who, Instant at) {}

    /** All marks of a file, those taken back among them, in the order of the pages. */
    List<Marking> of(DisclosureRequest request, FileId original) {
        return database.sql("""
                        select id, original, page, "left", top, "right", bottom, ground, note, who, at, removed_by, removed_at
                        from review.mark where request = :request and original = :original order by page, top, "left", id
                        """)
                .param("request", request.id())
                .param("original", original.value())
                .query((row, number) -> marking(row))
                .list();
    }

    @Transactional
    void add(DisclosureRequest request, FileId original, List<Area> areas, Ground ground, String note, Actor who) {
        for (var area : areas) {
            database.sql("""
                            insert into review.mark (request, original, page, "left", top, "right", bottom, ground, note, person, who, at)
                            values (:request, :original, :page, :left, :top, :right, :bottom, :ground, :note, :person, :who, :now)
                            """)
                    .param("request", request.id())
                    .param("original", original.value())
                    .param("page", area.page())
                    .param("left", area.left())
                    .param("top", area.top())
                    .param("right", area.right())
                    .param("bottom", area.bottom())
                    .param("ground", ground.name())
                    .param("note", note)
                    .param("person", who.person())
                    .param("who", who.name())
                    .param("now", OffsetDateTime.now(clock))
                    .update();
        }
        log.write(AuditEntry.of("标记遮盖", "申请", request.number())
                .concerning(request.organ().value())
                .with("文件 " + original + "，" + areas.size() + " 处，" + ground.label()));
    }

    /** Takes a mark back; it stays on record. */
    @Transactional
    void remove(DisclosureRequest request, FileId original, long mark, Actor who) {
        int removed = database.sql("""
                        update review.mark set removed_by = :who, removed_at = :now
                        where id = :id and request = :request and original = :original and removed_at is null
                        """)
                .param("who", who.name())
                .param("now", OffsetDateTime.now(clock))
                .param("id", mark)
                .param("request", request.id())
                .param("original", original.value())
                .update();
        if (removed == 1) {
            log.write(AuditEntry.of("取消遮盖", "申请", request.number())
                    .concerning(request.organ().value())
                    .with("文件 " + original));
        }
    }

    /** That PDF was printed from the file. */
    @Transactional
    void converted(DisclosureRequest request, FileId original, FileId result) {
        database.sql("insert into review.conversion (request, original, result) values (:request, :original, :result)")
                .param("request", request.id())
                .param("original", original.value())
                .param("result", result.value())
                .update();
    }

    /** The versions made in a case, newest first. */
    List<Made> made(DisclosureRequest request) {
        return database.sql("""
                        select original, result, pages, marks, removed, who, at from review.redaction
                        where request = :request order by id desc
                        """)
                .param("request", request.id())
                .query((row, number) -> new Made(
                        new FileId(row.getObject("original", UUID.class)),
                        new FileId(row.getObject("result", UUID.class)),
                        row.getInt("pages"),
                        row.getInt("marks"),
                        row.getInt("removed"),
                        row.getString("who"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional
    void made(DisclosureRequest request, Made made) {
        database.sql("""
                        insert into review.redaction (request, original, result, pages, marks, removed, who, at)
                        values (:request, :original, :result, :pages, :marks, :removed, :who, :at)
                        """)
                .param("request", request.id())
                .param("original", made.original().value())
                .param("result", made.result().value())
                .param("pages", made.pages())
                .param("marks", made.marks())
                .param("removed", made.removed())
                .param("who", made.who())
                .param("at", OffsetDateTime.now(clock))
                .update();
        log.write(AuditEntry.of("生成遮盖版", "申请", request.number())
                .concerning(request.organ().value())
                .with("原件 " + made.original() + "，遮盖版 " + made.result() + "，" + made.marks() + " 处"));
    }

    private static Marking marking(ResultSet row) throws SQLException {
        var removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Marking(
                row.getLong("id"),
                new FileId(row.getObject("original", UUID.class)),
                new Area(
                        row.getInt("page"),
                        row.getDouble("left"),
                        row.getDouble("top"),
                        row.getDouble("right"),
                        row.getDouble("bottom")),
                Ground.valueOf(row.getString("ground")),
                row.getString("note"),
                row.getString("who"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("removed_by"),
                removed == null ? null : removed.toInstant());
    }
}
