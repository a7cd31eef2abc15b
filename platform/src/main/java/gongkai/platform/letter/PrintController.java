package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.web.Redirect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Opens a signed letter in the browser, to be printed at the counter. */
@Controller
class PrintController {
    private final LetterAccess access;
    private final StoredFiles files;
    private final AuditLog log;

    PrintController(LetterAccess access, StoredFiles files, AuditLog log) {
        this.access = access;
        this.files = files;
        this.log = log;
    }

    @GetMapping("/office/letters/{id}/print")
    @Needs(Action.SEE_PERSONAL_DATA)
    Object print(@PathVariable String id) {
        var letter = access.letter(id);
        access.require(Action.SEE_PERSONAL_DATA, letter.organ());
        var pdf = letter.pdf();
        if (pdf == null) {
            return Redirect.to(letter.path())
                    .warning(letter.docNo() == null ? "这份文书还没有签发，签发以后才能打印" : "文书正在生成，请过一会儿再打印");
        }
        log.write(AuditEntry.of("打印文书", "申请", letter.request())
                .concerning(letter.organ().value())
                .with(letter.kind().title() + " " + letter.docNo()));
        try (var in = files.open(pdf)) {
            return ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_PDF)
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            ContentDisposition.inline()
                                    .filename(
                                            letter.kind().title() + " " + letter.request() + ".pdf",
                                            StandardCharsets.UTF_8)
                                    .build()
                                    .toString())
                    .body(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
