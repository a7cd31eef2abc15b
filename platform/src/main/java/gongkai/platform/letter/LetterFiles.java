package gongkai.platform.letter;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import gongkai.annualreport.writing.Paper;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.letter.docx.Fields;
import gongkai.platform.letter.docx.Pages;
import gongkai.platform.letter.docx.WordFile;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.LetterKind;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters as files: the docx, PDF and OFD of what is signed, and the pages of what is looked at before. */
@Service
class LetterFiles {
    private final LetterStore store;
    private final Templates templates;
    private final Facts facts;
    private final Requests requests;
    private final StoredFiles files;
    private final Unprintable unprintable;
    private final Cache<Look, byte[]> previews = Caffeine.newBuilder()
            .maximumSize(40)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    LetterFiles(
            LetterStore store,
            Templates templates,
            Facts facts,
            Requests requests,
            StoredFiles files,
            Unprintable unprintable) {
        this.store = store;
        this.templates = templates;
        this.facts = facts;
        this.requests = requests;
        this.files = files;
        this.unprintable = unprintable;
    }

    /** Prints a signed letter, once; it can be called again after a crash. */
    @Transactional
    void print(UUID id) {
        var letter = store.lock(id).orElseThrow();
        if (!letter.unprinted() || letter.content().fixed().isEmpty()) {
            return;
        }
        var word = filled(letter, letter.content().values());
        var title = letter.kind().title();
        var pdf = Pages.pdf(word, title);
        store.printed(
                id,
                keep(letter, "docx", word.bytes()),
                keep(letter, "pdf", pdf),
                keep(letter, "ofd", Paper.ofd(title, pdf)));
    }

    /** The letter as pages for the screen, with the applicant and their query code masked. */
    PdfPages preview(Letter letter) {
        return pages(letter, Map.of(), false);
    }

    /** The letter as a form without a number, with the applicant masked; {@code clear}: who signed for it is not. */
    byte[] form(Letter letter, boolean clear) {
        return pages(letter, Map.of("文号", ""), clear).pdf();
    }

    /** What of the letter cannot be printed, in words for the person; empty if all can. */
    String unprintable(Letter letter) {
        var request = requests.byNumber(letter.request()).orElseThrow();
        var text = new StringBuilder();
        var values = new LinkedHashMap<>(facts.preview(letter, request).values());
        values.putAll(letter.content().values());
        // The name is measured apart: here it is masked, or is what was signed.
        values.remove("申请人");
        values.values().forEach(value -> text.append(value).append('\n'));
        letter.content().rows().values().forEach(rows -> rows.forEach(row -> text.append(row)));
        return unprintable.of(letter, request, text.toString());
    }

    private PdfPages pages(Letter letter, Map<String, String> instead, boolean clear) {
        var request = requests.byNumber(letter.request()).orElseThrow();
        var common = facts.preview(letter, request).values();
        var values = new LinkedHashMap<>(common);
        var applicant = common.getOrDefault("申请人", "");
        values.putAll(letter.content().signable(applicant));
        values.put("申请人", applicant);
        values.putAll(instead);
        if (!clear) {
            values.replaceAll(LetterFields::masked);
        }
        var key = new Look(
                letter.kind(), template(letter), values, letter.content().rows());
        return new PdfPages(Objects.requireNonNull(previews.get(
                key, look -> Pages.pdf(filled(letter, values), letter.kind().title()))));
    }

    /** All that a page of a preview depends on. */
    private record Look(
            LetterKind kind,
            @Nullable Long template,
            Map<String, String> values,
            Map<String, List<Map<String, String>>> rows) {}

    private WordFile filled(Letter letter, Map<String, String> values) {
        return new Fields(
                        LetterFields.ended(letter.kind(), values),
                        letter.content().rows())
                .fill(templates.file(letter.kind(), template(letter)));
    }

    private @Nullable Long template(Letter letter) {
        return letter.docNo() == null
                ? templates.inUse(letter.organ(), letter.kind()).orElse(null)
                : letter.template();
    }

    private FileId keep(Letter letter, String ending, byte[] content) {
        var name = letter.kind().title() + " " + letter.docNo() + "." + ending;
        var upload = new Upload(
                name,
                new ByteArrayInputStream(content),
                FilePurpose.LETTER,
                letter.organ().value(),
                letter.request());
        return switch (files.keep(upload)) {
            case Keeping.Kept kept -> kept.file().id();
            case Keeping.Refused refused ->
                throw new IllegalStateException("a letter of ours was refused: " + refused.reason());
        };
    }
}
