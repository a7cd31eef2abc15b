package gongkai.platform.disclosures;

import gongkai.platform.access.Access;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.TellingProperties;
import gongkai.platform.files.Upload;
import gongkai.platform.personal.Applicant;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.StepTaken;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.review.FilesToGive;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Publishes answers and takes them back. Who may is asked by whoever calls. */
@Service
public class Publishing {
    private static final String PUBLISHED_ALREADY = "这件申请的答复已经公布";

    private static final Set<DecisionType> FIT = Set.of(DecisionType.GRANTED, DecisionType.PARTIAL);

    private final JdbcClient database;
    private final Disclosures disclosures;
    private final StoredFiles files;
    private final FilesToGive toGive;
    private final Applicants applicants;
    private final ObjectProvider<PromotionWishes> wishes;
    private final Access access;
    private final WhoActs whoActs;
    private final AuditLog log;
    private final Clock clock;

    Publishing(
            JdbcClient database,
            Disclosures disclosures,
            StoredFiles files,
            FilesToGive toGive,
            Applicants applicants,
            ObjectProvider<PromotionWishes> wishes,
            Access access,
            WhoActs whoActs,
            AuditLog log,
            Clock clock) {
        this.database = database;
        this.disclosures = disclosures;
        this.files = files;
        this.toGive = toGive;
        this.applicants = applicants;
        this.wishes = wishes;
        this.access = access;
        this.whoActs = whoActs;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What is to be published.
     *
     * @param lookedAt those of the files that a person has opened and read, because the platform cannot, or cannot take away what they tell
     */
    public record Draft(String title, String question, String answer, List<FileId> files, Set<FileId> lookedAt) {}

    /** What became of it. */
    public sealed interface Outcome {
        record Published(long id) implements Outcome {}

        /** It is not fit for everyone; nothing was stored. */
        record Unfit(String field, String reason) implements Outcome {}

        /** Somebody must look into these files first, for the reason beside each; nothing was stored. */
        record ToBeLookedAt(Map<StoredFile, String> files) implements Outcome {}
    }

    /** Whether the answer to that request can be published at all: it granted something. */
    public static boolean fit(DisclosureRequest request) {
        return request.decision() != null && FIT.contains(request.decision()) && request.endedOn() != null;
    }

    /** Publishes an answer at once, unless something in it tells who asked or should not be given out. */
    @Transactional
    public Outcome publish(DisclosureRequest request, Draft draft) {
        if (!fit(request)) {
            return new Outcome.Unfit("title", "只有予以公开、部分公开的答复可以公布");
        }
        if (disclosures.current(request.number()).isPresent()) {
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
        var unread = new LinkedHashMap<StoredFile, String>();
        for (var id : draft.files()) {
            var file = files.find(id)
                    .filter(found -> found.purpose() == FilePurpose.CASE_MATERIAL
                            && found.subject().equals(request.number()))
                    .orElse(null);
            if (file == null) {
                return new Outcome.Unfit("files", "选择的文件不在这件申请的办理材料里");
            }
            var words = words(file);
            var objection = toGive.objection(file).or(() -> traces(file, words, applicant));
            if (objection.isPresent()) {
                return new Outcome.Unfit("files", objection.get());
            }
            var told = toGive.toldBySigned(file);
            var doubt = Stream.of(words.unread(), told.isEmpty() ? "" : FilesToGive.warning(told))
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.joining("；"));
            if (!doubt.isEmpty() && !draft.lookedAt().contains(file.id())) {
                unread.put(file, doubt);
            }
            chosen.add(file);
        }
        if (!unread.isEmpty()) {
            return new Outcome.ToBeLookedAt(unread);
        }
        return store(request, draft, chosen)
                .<Outcome>map(Outcome.Published::new)
                .orElseGet(() -> new Outcome.Unfit("title", PUBLISHED_ALREADY));
    }

    private record Field(String name, String text) {}

    private static Optional<String> traces(StoredFile file, FileWords words, Applicant applicant) {
        var traces = PersonalTraces.in(file.name() + "\n" + words.text(), applicant);
        return traces.isEmpty()
                ? Optional.empty()
                : Optional.of("“" + file.name() + "”中有" + String.join("、", traces) + "，请遮盖后再公布");
    }

    private FileWords words(StoredFile file) {
        try (var content = files.open(file.id())) {
            return FileWords.of(file.kind(), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
            disclosures.current(taken.request().number()).ifPresent(entry -> withdraw(entry, "所依据的答复已撤销"));
        }
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
        wishes.forEach(each -> each.settled(request));
        log.write(AuditEntry.of("公布答复", "公布的答复", String.valueOf(id))
                .concerning(request.organ().value())
                .with("申请 " + request.number() + "，" + chosen.size() + " 个文件"
                        + (draft.lookedAt().isEmpty() ? "" : "，经办人看过系统读不出文字、去不掉作者等信息的文件")));
        return added;
    }

    /** The public gets a copy of its own, so that the rights to the case stay as they are; it tells nothing of who made it and where. */
    private StoredFile copy(StoredFile file, long entry) {
        try (var stored = files.open(file.id())) {
            var content = stored.readAllBytes();
            var clean = TellingProperties.without(file.kind(), content).orElse(content);
            var kept = files.keep(new Upload(
                    file.name(),
                    new ByteArrayInputStream(clean),
                    FilePurpose.PUBLICATION,
                    file.organ(),
                    "disclosure-" + entry));
            if (kept instanceof Keeping.Kept copy) {
                return copy.file();
            }
            throw new IllegalStateException("a stored file was refused as a publication");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
