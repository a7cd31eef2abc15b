package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Page;
import gongkai.platform.web.Refusal;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/** A version of a draft, and the letter it would be. */
@Controller
@RequestMapping("/office/requests/{number}/answer/versions/{version}")
@Needs(Action.SEE_REQUESTS)
class VersionController {
    private final CaseDesk desk;
    private final AnswerDrafts drafts;
    private final ShownDrafts shown;
    private final DraftLetters letters;

    VersionController(CaseDesk desk, AnswerDrafts drafts, ShownDrafts shown, DraftLetters letters) {
        this.desk = desk;
        this.drafts = drafts;
        this.shown = shown;
        this.letters = letters;
    }

    @GetMapping
    View version(@PathVariable String number, @PathVariable int version) {
        var request = desk.visible(number);
        var draft = draft(request, version);
        return Page.of(
                "review/version",
                new VersionPage(desk.head(request), shown.of(request, draft), letters.shown(request, draft)));
    }

    /** A page of the letter as a picture. */
    @GetMapping("/letter/pages/{page}")
    ResponseEntity<byte[]> page(@PathVariable String number, @PathVariable int version, @PathVariable int page) {
        var request = desk.visible(number);
        var picture = letters.letter(request, draft(request, version)).pages().picture(page);
        if (picture.length == 0) {
            throw Refusal.notFound("没有这一页");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                // What the letter tells of the case may change while its draft does not.
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(picture);
    }

    /** The letter as a PDF, to be read or printed. */
    @GetMapping("/letter.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String number, @PathVariable int version) {
        var request = desk.visible(number);
        var letter = letters.letter(request, draft(request, version));
        var name = ContentDisposition.inline()
                .filename(
                        letter.title() + "（第 " + version + " 稿）" + number + ".pdf",
                        java.nio.charset.StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(letter.pages().pdf());
    }

    private AnswerDraft draft(DisclosureRequest request, int version) {
        return drafts.version(request.id(), version).orElseThrow(() -> Refusal.notFound("没有这一稿"));
    }
}
