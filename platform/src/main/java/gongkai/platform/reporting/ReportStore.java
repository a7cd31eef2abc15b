package gongkai.platform.reporting;

import gongkai.annualreport.CellKey;
import gongkai.platform.organ.OrganId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people added to the yearly reports, in the database. */
@Repository
class ReportStore {
    private final JdbcClient database;

    ReportStore(JdbcClient database) {
        this.database = database;
    }

    /** A part as it stands. {@code by} is who wrote it last. */
    record Written(String text, int version, String by, Instant at) {}

    /** Makes sure there is a row to hold the rest, and holds it against other writers until the transaction ends. */
    void hold(OrganId organ, int year) {
        database.sql("insert into reporting.report (organ, year) values (:organ, :year) on conflict do nothing")
                .param("organ", organ.value())
                .param("year", year)
                .update();
        database.sql("select 1 from reporting.report where organ = :organ and year = :year for update")
                .param("organ", organ.value())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    @Nullable
    LocalDate publishedOn(OrganId organ, int year) {
        return database.sql("select published_on from reporting.report where organ = :organ and year = :year")
                .param("organ", organ.value())
                .param("year", year)
                .query((row, number) -> new Found(row.getObject("published_on", LocalDate.class)))
                .optional()
                .map(Found::day)
                .orElse(null);
    }

    private record Found(@Nullable LocalDate day) {}

    void setPublishedOn(OrganId organ, int year, @Nullable LocalDate day) {
        database.sql("update reporting.report set published_on = :day where organ = :organ and year = :year")
                .param("organ", organ.value())
                .param("year", year)
                .param("day", day)
                .update();
    }

    Map<ReportPart, Written> parts(OrganId organ, int year) {
        var parts = new EnumMap<ReportPart, Written>(ReportPart.class);
        database.sql("""
                        select part, text, part.version, p.name, changed_at
                        from reporting.part join access.person p on p.id = changed_by
                        where organ = :organ and year = :year
                        """)
                .param("organ", organ.value())
                .param("year", year)
                .query((row, number) -> Map.entry(
                        ReportPart.valueOf(row.getString("part")),
                        new Written(
                                row.getString("text"),
                                row.getInt("version"),
                                row.getString("name"),
                                row.getObject("changed_at", OffsetDateTime.class)
                                        .toInstant())))
                .list()
                .forEach(entry -> parts.put(entry.getKey(), entry.getValue()));
        return parts;
    }

    void write(OrganId organ, int year, ReportPart part, String text, int version, long person, Instant now) {
        database.sql("""
                        insert into reporting.part (organ, year, part, text, version, changed_at, changed_by)
                        values (:organ, :year, :part, :text, :version, :now, :person)
                        on conflict (organ, year, part)
                        do update set text = :text, version = :version, changed_at = :now, changed_by = :person
                        """)
                .param("organ", organ.value())
                .param("year", year)
                .param("part", part.name())
                .param("text", text)
                .param("version", version)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }

    Map<CellKey, BigDecimal> entries(OrganId organ, int year) {
        var entries = new HashMap<CellKey, BigDecimal>();
        database.sql("select cell, value from reporting.entry where organ = :organ and year = :year")
                .param("organ", organ.value())
                .param("year", year)
                .query((row, number) -> Map.entry(CellKey.of(row.getString("cell")), row.getBigDecimal("value")))
                .list()
                .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
        return entries;
    }

    void enter(OrganId organ, int year, Map<CellKey, BigDecimal> entries, long person, Instant now) {
        database.sql("delete from reporting.entry where organ = :organ and year = :year")
                .param("organ", organ.value())
                .param("year", year)
                .update();
        entries.forEach((key, value) -> database.sql("""
                        insert into reporting.entry (organ, year, cell, value, changed_at, changed_by)
                        values (:organ, :year, :cell, :value, :now, :person)
                        """)
                .param("organ", organ.value())
                .param("year", year)
                .param("cell", key.toString())
                .param("value", value)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update());
    }

    List<Adjustment> adjustments(OrganId organ, int year) {
        return database.sql("""
                        select cell, added, reason, adjustment.recorded_at, p.name
                        from reporting.adjustment join access.person p on p.id = recorded_by
                        where organ = :organ and year = :year order by adjustment.id
                        """)
                .param("organ", organ.value())
                .param("year", year)
                .query((row, number) -> new Adjustment(
                        CellKey.of(row.getString("cell")),
                        row.getInt("added"),
                        row.getString("reason"),
                        row.getString("name"),
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    void adjust(OrganId organ, int year, CellKey cell, int added, String reason, long person, Instant now) {
        database.sql("""
                        insert into reporting.adjustment (organ, year, cell, added, reason, recorded_at, recorded_by)
                        values (:organ, :year, :cell, :added, :reason, :now, :person)
                        """)
                .param("organ", organ.value())
                .param("year", year)
                .param("cell", cell.toString())
                .param("added", added)
                .param("reason", reason)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("person", person)
                .update();
    }

    /** How many parts have been written, by organ; organs without any are left out. */
    Map<Long, Integer> progress(int year) {
        var progress = new HashMap<Long, Integer>();
        database.sql("""
                        select organ, count(*) as written from reporting.part
                        where year = :year and text <> '' and part <> 'PREAMBLE' group by organ
                        """)
                .param("year", year)
                .query((row, number) -> Map.entry(row.getLong("organ"), row.getInt("written")))
                .list()
                .forEach(entry -> progress.put(entry.getKey(), entry.getValue()));
        return progress;
    }
}
