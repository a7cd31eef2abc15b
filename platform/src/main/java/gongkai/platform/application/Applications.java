package gongkai.platform.application;

import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Applications that come in over the internet (网上提交). */
@Service
public class Applications {
    /** What an application says beyond what every request has. */
    public static final SealedColumn EXTRAS =
            new SealedColumn("application.submission", "request", "bigint", "fields", null);

    private final ApplicationDrafts drafts;
    private final Requests requests;
    private final StoredFiles files;
    private final JdbcClient database;
    private final FieldCipher cipher;
    private final JsonMapper json;
    private final Clock clock;
    private final ApplicationSettings settings;

    Applications(
            ApplicationDrafts drafts,
            Requests requests,
            StoredFiles files,
            JdbcClient database,
            FieldCipher cipher,
            JsonMapper json,
            Clock clock,
            ApplicationSettings settings) {
        this.drafts = drafts;
        this.requests = requests;
        this.files = files;
        this.database = database;
        this.cipher = cipher;
        this.json = json;
        this.clock = clock;
        this.settings = settings;
    }

    /** What became of a press on the button 提交. */
    sealed interface Sending {
        /** It is registered, now or by an earlier press. */
        record Sent(String number) implements Sending {}

        /** Something is still wrong in that step. */
        record Unfinished(ApplicationStep step) implements Sending {}

        /** There is no such draft: deleted, too old, or replaced by a newer one. */
        record Gone() implements Sending {}

        /** The law, or the calendar, has something against it. */
        record Refused(String reason) implements Sending {}
    }

    /** What an application says beyond what every request has. */
    public record Extras(String agent, boolean assistance) {}

    /**
     * Registers the draft as a request, once. Two presses at the same moment wait for each other here, and both end at the same number.
     *
     * @param id the draft the page showed
     */
    @Transactional
    Sending send(@Nullable String token, OrganId organ, UUID id) {
        var found = drafts.lock(token, organ, id);
        if (found.isEmpty()) {
            return new Sending.Gone();
        }
        var draft = found.get();
        if (draft.number() != null) {
            return new Sending.Sent(draft.number());
        }
        var fields = new ApplicationFields(draft.fields());
        var unfinished = fields.unfinished();
        if (unfinished != null) {
            return new Sending.Unfinished(unfinished);
        }
        return switch (requests.receive(fields.request(organ, LocalDate.now(clock)))) {
            case Requests.Outcome.Barred barred -> new Sending.Refused(barred.article() + "：" + barred.reason());
            case Requests.Outcome.Unfit unfit -> new Sending.Refused(unfit.reason());
            case Requests.Outcome.Taken taken -> {
                var request = taken.request();
                drafts.files(draft).forEach(file -> files.assign(file.id(), request.number()));
                keep(request, fields);
                drafts.sent(draft, request.number(), String.valueOf(taken.queryCode()));
                yield new Sending.Sent(request.number());
            }
        };
    }

    /** What that request says beyond what every request has; empty if it did not come over the internet. */
    Optional<Extras> extras(DisclosureRequest request) {
        return database.sql("select fields from application.submission where request = :request")
                .param("request", request.id())
                .query((row, number) -> Optional.ofNullable(row.getString("fields")))
                .optional()
                .flatMap(kept -> kept)
                .map(kept -> json.readValue(cipher.open(kept, EXTRAS.place(request.id())), Extras.class));
    }

    /** Keeps what was handed in with a draft. @return what is wrong with those that were not taken, empty if nothing */
    @Transactional
    List<String> attach(Draft draft, FilePurpose purpose, List<MultipartFile> uploads) {
        int room = settings.mostFiles() - files.of(purpose, draft.subject()).size();
        return keep(uploads, purpose, draft.organ(), draft.subject(), room, drafts.filesKeptUntil())
                .refused();
    }

    /** What was kept of the uploads of one form, and why the others were not. */
    record Handed(List<StoredFile> kept, List<String> refused) {}

    /** Keeps what was handed in for a request. */
    @Transactional
    Handed attach(DisclosureRequest request, FilePurpose purpose, List<MultipartFile> uploads) {
        return keep(uploads, purpose, request.organ(), request.number(), settings.mostFiles(), null);
    }

    private Handed keep(
            List<MultipartFile> uploads,
            FilePurpose purpose,
            OrganId organ,
            String subject,
            int room,
            @Nullable LocalDate until) {
        var kept = new ArrayList<StoredFile>();
        var refused = new ArrayList<String>();
        for (var upload : uploads.stream().filter(one -> !one.isEmpty()).toList()) {
            var name = String.valueOf(upload.getOriginalFilename());
            if (kept.size() >= room) {
                refused.add("最多可以交 " + settings.mostFiles() + " 个文件，“" + name + "”没有收下");
                continue;
            }
            try (var content = upload.getInputStream()) {
                switch (files.keep(new Upload(name, content, purpose, organ.value(), subject))) {
                    case Keeping.Kept one -> {
                        files.keepUntil(one.file().id(), until);
                        kept.add(one.file());
                    }
                    case Keeping.Refused no -> refused.add("“" + name + "”没有收下：" + no.reason());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Handed(kept, refused);
    }

    /** Takes a file out of a draft. One that belongs to something else stays. */
    @Transactional
    void detach(Draft draft, String file) {
        drafts.files(draft).stream()
                .filter(one -> one.id().toString().equals(file))
                .findFirst()
                .ifPresent(one -> files.erase(one.id(), "申请人删除"));
    }

    private void keep(DisclosureRequest request, ApplicationFields fields) {
        var extras = new Extras(fields.value("agent"), fields.ticked("assistance"));
        database.sql("""
                        insert into application.submission (request, applicant, fields, electronic, at)
                        values (:request, :applicant, :fields, :electronic, :at)
                        """)
                .param("request", request.id())
                .param("applicant", request.applicant().value())
                .param("fields", cipher.seal(json.writeValueAsString(extras), EXTRAS.place(request.id())))
                .param("electronic", fields.electronic())
                .param("at", OffsetDateTime.now(clock))
                .update();
    }
}
