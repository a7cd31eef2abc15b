package gongkai.platform.disclosures;

import gongkai.platform.files.FileId;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;

/** All published answers, as they are read. */
@Service
public class Disclosures {
    private static final String COLUMNS = """
            select entry.id, request.number, entry.organ, title, question, answer, answered_on, published_at, withdrawn_at, withdrawn_note
            from disclosure.entry join request.request on request.id = entry.request
            """;

    private static final String PUBLISHED = """
            where withdrawn_at is null
              and (:q = '' or title like :like or question like :like or answer like :like)
              and (:organ = 0 or entry.organ = :organ)
            """;

    private final JdbcClient database;
    private final StoredFiles files;
    private final Organs organs;

    Disclosures(JdbcClient database, StoredFiles files, Organs organs) {
        this.database = database;
        this.files = files;
        this.organs = organs;
    }

    /** What everyone may find, newest first. The filters are {@code q} and {@code organ}, the code of an organ. */
    public Listing<Disclosure> search(ListQuery query) {
        long organ = query.filter("organ")
                .map(code ->
                        organs.byCode(code).map(found -> found.id().value()).orElse(-1L))
                .orElse(0L);
        long total = database.sql("select count(*) from disclosure.entry " + PUBLISHED)
                .param("q", query.text("q"))
                .param("like", query.like("q"))
                .param("organ", organ)
                .query(Long.class)
                .single();
        var rows = read(database.sql(
                        COLUMNS + PUBLISHED + "order by published_at desc, entry.id desc limit :limit offset :offset")
                .param("q", query.text("q"))
                .param("like", query.like("q"))
                .param("organ", organ)
                .param("limit", query.size())
                .param("offset", query.offset()));
        return new Listing<>(query, rows, total);
    }

    /** Published answers whose title or question holds those words, newest first: offered while somebody types a request. */
    public List<Disclosure> suggestions(String words, int most) {
        if (words.strip().length() < 2) {
            return List.of();
        }
        var like = "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return read(database.sql(COLUMNS + """
                        where withdrawn_at is null and (title like :like or question like :like)
                        order by published_at desc limit :most
                        """).param("like", like).param("most", most));
    }

    /** The published answers of those organs and those taken back, newest first. */
    Listing<Disclosure> all(ListQuery query, Collection<OrganId> seen) {
        var ids = seen.stream().map(OrganId::value).toArray(Long[]::new);
        long total = database.sql("select count(*) from disclosure.entry where organ = any(:organs)")
                .param("organs", ids)
                .query(Long.class)
                .single();
        var rows = read(database.sql(COLUMNS + """
                        where entry.organ = any(:organs) order by published_at desc, entry.id desc limit :limit offset :offset
                        """)
                .param("organs", ids)
                .param("limit", query.size())
                .param("offset", query.offset()));
        return new Listing<>(query, rows, total);
    }

    public Optional<Disclosure> byId(long id) {
        return read(database.sql(COLUMNS + "where entry.id = :id").param("id", id)).stream()
                .findFirst();
    }

    /** The published answer to that request. */
    public Optional<Disclosure> current(String number) {
        return read(database.sql(COLUMNS + "where request.number = :number and withdrawn_at is null")
                        .param("number", number))
                .stream()
                .findFirst();
    }

    /** Whether that file belongs to an answer that is published now. */
    boolean isPublic(FileId file) {
        return database.sql("""
                        select exists (select from disclosure.file join disclosure.entry on entry.id = file.entry
                        where file.file = :file and withdrawn_at is null)
                        """)
                .param("file", file.value())
                .query(Boolean.class)
                .single();
    }

    /** The rows first, then what belongs to all of them: while a row is read its connection is in use, and a second one may not be there. */
    private List<Disclosure> read(StatementSpec asked) {
        var rows = asked.query((row, number) -> bare(row)).list();
        if (rows.isEmpty()) {
            return rows;
        }
        var names = organs.names();
        var given = files(rows);
        return rows.stream()
                .map(row -> row.with(names.apply(row.organ()), given.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Disclosure bare(ResultSet row) throws SQLException {
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        return new Disclosure(
                row.getLong("id"),
                row.getString("number"),
                new OrganId(row.getLong("organ")),
                "",
                row.getString("title"),
                row.getString("question"),
                row.getString("answer"),
                row.getObject("answered_on", LocalDate.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_note"),
                List.of());
    }

    private Map<Long, List<StoredFile>> files(List<Disclosure> entries) {
        var ids = new HashMap<FileId, Long>();
        database.sql("select entry, file from disclosure.file where entry = any(:entries)")
                .param("entries", entries.stream().map(Disclosure::id).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new FileId(row.getObject("file", UUID.class)), row.getLong("entry")))
                .list()
                .forEach(file -> ids.put(file.getKey(), file.getValue()));
        var found = new HashMap<Long, List<StoredFile>>();
        files.find(ids.keySet())
                .forEach(file -> found.computeIfAbsent(ids.get(file.id()), entry -> new ArrayList<>())
                        .add(file));
        return found;
    }
}
