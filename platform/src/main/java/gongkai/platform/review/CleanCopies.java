package gongkai.platform.review;

import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.TellingProperties;
import gongkai.platform.files.Upload;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Option;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Copies of pictures and documents that tell nothing of who made them, when and where: they are given out in place of the originals, which stay. */
@Service
class CleanCopies {
    private final JdbcClient database;
    private final StoredFiles files;
    private final CaseDesk desk;
    private final FilesToGive toGive;

    CleanCopies(JdbcClient database, StoredFiles files, CaseDesk desk, FilesToGive toGive) {
        this.database = database;
        this.files = files;
        this.desk = desk;
        this.toGive = toGive;
    }

    /**
     * What is to be given out.
     *
     * @param given the numbers of the files, copies in place of those that told too much
     * @param said what was done, one sentence each
     */
    record Given(List<String> given, List<String> said) {}

    /** Puts clean copies in the place of what tells too much. What is no material of the case stays as it is, to be refused later. */
    @Transactional
    Given of(DisclosureRequest request, List<String> chosen) {
        var given = new ArrayList<String>();
        var said = new ArrayList<String>();
        for (var id : chosen) {
            var file = desk.material(request, id);
            var copy = file.flatMap(original -> copy(request, original, said));
            given.add(copy.map(clean -> clean.id().toString()).orElse(id));
        }
        return new Given(given, said);
    }

    /** Those of the chosen files that cannot lose what they tell because they are signed, each with that in words. */
    List<Option> signed(DisclosureRequest request, List<String> chosen) {
        var signed = new ArrayList<Option>();
        for (var id : chosen) {
            desk.material(request, id).ifPresent(file -> {
                var told = toGive.toldBySigned(file);
                if (!told.isEmpty()) {
                    signed.add(new Option(id, file.name() + "（" + FilesToGive.warning(told) + "）"));
                }
            });
        }
        return signed;
    }

    private Optional<StoredFile> copy(DisclosureRequest request, StoredFile original, List<String> said) {
        var made = database.sql("select result from review.clean_copy where original = :original")
                .param("original", original.id().value())
                .query(UUID.class)
                .optional()
                .flatMap(id -> files.find(new FileId(id)));
        if (made.isPresent()) {
            return made;
        }
        byte[] content;
        try (var in = files.open(original.id())) {
            content = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var told = TellingProperties.in(original.kind(), content);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        var clean = TellingProperties.without(original.kind(), content);
        if (clean.isEmpty()) {
            toGive.objection(original).ifPresent(said::add);
            return Optional.empty();
        }
        var kept = files.keep(new Upload(
                original.name().replaceFirst("(?=\\.[^.]+$)", "（提供件）"),
                new ByteArrayInputStream(clean.get()),
                FilePurpose.CASE_MATERIAL,
                original.organ(),
                request.number()));
        if (!(kept instanceof Keeping.Kept copy)) {
            return Optional.empty();
        }
        database.sql(
                        "insert into review.clean_copy (original, result) values (:original, :result) on conflict do nothing")
                .param("original", original.id().value())
                .param("result", copy.file().id().value())
                .update();
        said.add("“" + original.name() + "”里有" + String.join("、", told) + "，已另存去除这些信息的“"
                + copy.file().name() + "”提供给申请人");
        return Optional.of(copy.file());
    }
}
