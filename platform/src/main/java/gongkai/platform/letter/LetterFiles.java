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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters as files: the docx, PDF and OFD of what is signed, and the pages of what is looked at before. */
@Service
class LetterFiles {
    private static final int PREVIEW_DPI = 96;

    private final LetterStore store;
    private final Templates templates;
    private final Facts facts;
    private final Requests requests;
    private final StoredFiles files;
    private final Cache<String, byte[]> previews = Caffeine.newBuilder()
            .maximumSize(40)
            .expireAfterWrite(Duration.ofMinutes(5))
            .build();

    LetterFiles(LetterStore store, Templates templates, Facts facts, Requests requests, StoredFiles files) {
        this.store = store;
        this.templates = templates;
        this.facts = facts;
        this.requests = requests;
        this.files = files;
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

    /** The letter as a PDF for the screen, with the applicant masked. */
    byte[] preview(Letter letter) {
        return Objects.requireNonNull(previews.get(letter.id() + " " + letter.changes(), key -> {
            var request = requests.byNumber(letter.request()).orElseThrow();
            var common = facts.preview(letter, request).values();
            var values = new LinkedHashMap<>(common);
            values.putAll(letter.content().values());
            values.put("申请人", common.getOrDefault("申请人", ""));
            return Pages.pdf(filled(letter, values), letter.kind().title());
        }));
    }

    int pages(Letter letter) {
        try (var pdf = Loader.loadPDF(preview(letter))) {
            return pdf.getNumberOfPages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page of the preview as a picture (PNG), from 1; empty if there is no such page. */
    byte[] page(Letter letter, int number) {
        try (var pdf = Loader.loadPDF(preview(letter))) {
            if (number < 1 || number > pdf.getNumberOfPages()) {
                return new byte[0];
            }
            var picture = new PDFRenderer(pdf).renderImageWithDPI(number - 1, PREVIEW_DPI);
            var out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of the preview, for those who cannot see its picture. */
    String text(Letter letter) {
        try (var pdf = Loader.loadPDF(preview(letter))) {
            return new org.apache.pdfbox.text.PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WordFile filled(Letter letter, Map<String, String> values) {
        var template = letter.docNo() == null
                ? templates.inUse(letter.organ(), letter.kind()).orElse(null)
                : letter.template();
        return new Fields(values, letter.content().rows()).fill(templates.file(letter.kind(), template));
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
