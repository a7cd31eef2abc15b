package gongkai.platform.disclosures;

import gongkai.platform.access.Access;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FileKind;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.StepTaken;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.review.FilesToGive;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All published answers. Who may publish is asked by whoever calls. */
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

    private static final String PUBLISHED_ALREADY = "这件申请的答复已经公布";

    private static final Set<DecisionType> FIT = Set.of(DecisionType.GRANTED, DecisionType.PARTIAL);

    private final JdbcClient database;
    private final StoredFiles files;
    private final FilesToGive toGive;
    private final Applicants applicants;
    private final Organs organs;
    private final Access access;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    Disclosures(
            JdbcClient database,
            StoredFiles files,
            FilesToGive toGive,
            Applicants applicants,
            Organs organs,
            Access access,
            WhoActs whoActs,
            AuditLog log,
            Clock clock) {
        this.database = database;
        this.files = files;
        this.toGive = toGive;
        this.applicants = applicants;
        this.organs = organs;
        this.access = access;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /** What is to be published. */
    public record Draft(String title, String question, String answer, List<FileId> files) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Published(long id) implements Outcome {}

        /** It is not fit for everyone; nothing was stored. */
        record Unfit(String field, String reason) implements Outcome {}
    }

    /** Whether the answer to that request can be published at all: it granted something. */
    public boolean fit(DisclosureRequest request) {
        return request.decision() != null && FIT.contains(request.decision()) && request.endedOn() != null;
    }

    /** Publishes an answer at once, unless something in it tells who asked or should not be given out. */
    @Transactional
    public Outcome publish(DisclosureRequest request, Draft draft) {
        if (!fit(request)) {
            return new Outcome.Unfit("title", "只有予以公开、部分公开的答复可以公布");
        }
        if (current(request.number()).isPresent()) {
            return new Outcome.Unfit("title", PUBLISHED_ALREADY);
        }
        var applicant = applicants.use(request.applicant(), "公布答复前核对个人信息");
        for (var each : List.of(
                new Field("title", draft.title()),
                new Field("question", draft.question()),
                new Field("answer", draft.answer()))) {
            var traces = PersonalTraces.in(each.text(), applicant);
            if (!traces.isEmpty()) {
                return new Outcome.Unfit(each.name(), "其中有" + String.join("、", traces) + "，请删去后再公布");
            }
        }
        var chosen = new ArrayList<StoredFile>();
        for (var id : draft.files()) {
            var file = files.find(id)
                    .filter(found -> found.purpose() == FilePurpose.CASE_MATERIAL
                            && found.subject().equals(request.number()))
                    .orElse(null);
            if (file == null) {
                return new Outcome.Unfit("files", "选择的文件不在这件申请的办理材料里");
            }
            var objection = toGive.objection(file);
            if (objection.isPresent()) {
                return new Outcome.Unfit("files", objection.get());
            }
            var traces = PersonalTraces.in(file.name() + "\n" + text(file), applicant);
            if (!traces.isEmpty()) {
                return new Outcome.Unfit("files", "“" + file.name() + "”中有" + String.join("、", traces) + "，请遮盖后再公布");
            }
            chosen.add(file);
        }
        return store(request, draft, chosen)
                .<Outcome>map(Outcome.Published::new)
                .orElseGet(() -> new Outcome.Unfit("title", PUBLISHED_ALREADY));
    }

    private record Field(String name, String text) {}

    /** Takes an answer back at once; its files with it. The note is shown at its address. */
    @Transactional
    public void withdraw(Disclosure disclosure, String note) {
        int withdrawn = database.sql("""
                        update disclosure.entry set withdrawn_at = :now, withdrawn_by = :person, withdrawn_note = :note
                        where id = :id and withdrawn_at is null
                        """)
                .param("id", disclosure.id())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", whoActs.now().person())
                .param("note", note)
                .update();
        if (withdrawn > 0) {
            log.write(AuditEntry.of("撤回公布的答复", "公布的答复", String.valueOf(disclosure.id()))
                    .concerning(disclosure.organ().value())
                    .with("理由：" + note));
        }
    }

    /** A decision that is taken back cannot stay published. */
    @EventListener
    void undone(StepTaken taken) {
        if (taken.step() instanceof Step.Undo && !fit(taken.request())) {
            current(taken.request().number()).ifPresent(entry -> withdraw(entry, "所依据的答复已撤销"));
        }
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
        var rows = database.sql(
                        COLUMNS + PUBLISHED + "order by published_at desc, entry.id desc limit :limit offset :offset")
                .param("q", query.text("q"))
                .param("like", query.like("q"))
                .param("organ", organ)
                .param("limit", query.size())
                .param("offset", query.offset())
                .query(this::disclosure)
                .list();
        return new Listing<>(query, rows, total);
    }

    /** Published answers whose title or question holds those words, newest first: offered while somebody types a request. */
    public List<Disclosure> suggestions(String words, int most) {
        if (words.strip().length() < 2) {
            return List.of();
        }
        var like = "%" + words.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return database.sql(COLUMNS + """
                        where withdrawn_at is null and (title like :like or question like :like)
                        order by published_at desc limit :most
                        """)
                .param("like", like)
                .param("most", most)
                .query(this::disclosure)
                .list();
    }

    /** The published answers of those organs and those taken back, newest first. */
    Listing<Disclosure> all(ListQuery query, Collection<OrganId> seen) {
        var ids = seen.stream().map(OrganId::value).toArray(Long[]::new);
        long total = database.sql("select count(*) from disclosure.entry where organ = any(:organs)")
                .param("organs", ids)
                .query(Long.class)
                .single();
        var rows = database.sql(COLUMNS + """
                        where entry.organ = any(:organs) order by published_at desc, entry.id desc limit :limit offset :offset
                        """)
                .param("organs", ids)
                .param("limit", query.size())
                .param("offset", query.offset())
                .query(this::disclosure)
                .list();
        return new Listing<>(query, rows, total);
    }

    public Optional<Disclosure> byId(long id) {
        return database.sql(COLUMNS + "where entry.id = :id")
                .param("id", id)
                .query(this::disclosure)
                .optional();
    }

    /** The published answer to that request. */
    public Optional<Disclosure> current(String number) {
        return database.sql(COLUMNS + "where request.number = :number and withdrawn_at is null")
                .param("number", number)
                .query(this::disclosure)
                .optional();
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

    /** @return the number of the entry; empty if somebody else has just published that answer */
    private Optional<Long> store(DisclosureRequest request, Draft draft, List<StoredFile> chosen) {
        var added = database.sql("""
                        insert into disclosure.entry (request, organ, title, question, answer, answered_on, published_at, published_by)
                        values (:request, :organ, :title, :question, :answer, :answered, :now, :person)
                        on conflict (request) where withdrawn_at is null do nothing returning id
                        """)
                .param("request", request.id())
                .param("organ", request.organ().value())
                .param("title", draft.title())
                .param("question", draft.question())
                .param("answer", draft.answer())
                .param("answered", Objects.requireNonNull(request.endedOn()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", access.required().person())
                .query(Long.class)
                .optional();
        if (added.isEmpty()) {
            return added;
        }
        long id = added.get();
        for (var file : chosen) {
            database.sql("insert into disclosure.file (entry, file) values (:entry, :file)")
                    .param("entry", id)
                    .param("file", copy(file, id).id().value())
                    .update();
        }
        log.write(AuditEntry.of("公布答复", "公布的答复", String.valueOf(id))
                .concerning(request.organ().value())
                .with("申请 " + request.number() + "，" + chosen.size() + " 个文件"));
        return added;
    }

    /** The public gets a copy of its own, so that the rights to the case stay as they are. */
    private StoredFile copy(StoredFile file, long entry) {
        try (var content = files.open(file.id())) {
            var kept = files.keep(
                    new Upload(file.name(), content, FilePurpose.PUBLICATION, file.organ(), "disclosure-" + entry));
            if (kept instanceof Keeping.Kept copy) {
                return copy.file();
            }
            throw new IllegalStateException("a stored file was refused as a publication");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be read in a file; nothing for what is not told by its text. */
    private String text(StoredFile file) {
        if (file.kind() != FileKind.PDF) {
            return "";
        }
        try (var content = files.open(file.id());
                var pdf = Loader.loadPDF(content.readAllBytes())) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            return "";
        }
    }

    private Disclosure disclosure(ResultSet row, int number) throws SQLException {
        var organ = new OrganId(row.getLong("organ"));
        var withdrawn = row.getObject("withdrawn_at", OffsetDateTime.class);
        long id = row.getLong("id");
        return new Disclosure(
                id,
                row.getString("number"),
                organ,
                organs.byId(organ).map(Organ::name).orElse(""),
                row.getString("title"),
                row.getString("question"),
                row.getString("answer"),
                row.getObject("answered_on", java.time.LocalDate.class),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("withdrawn_note"),
                files(id));
    }

    private List<StoredFile> files(long entry) {
        return database
                .sql("select file from disclosure.file where entry = :entry")
                .param("entry", entry)
                .query((row, number) -> new FileId(row.getObject("file", UUID.class)))
                .list()
                .stream()
                .flatMap(file -> files.find(file).stream())
                .toList();
    }
}
