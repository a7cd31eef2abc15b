package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out the file of a case. */
@Controller
@RequestMapping("/office/letters/case/{number}/file")
@Needs(Action.SEE_REQUESTS)
class CaseFileController {
    private final CaseFiles caseFiles;
    private final LetterAccess access;

    CaseFileController(CaseFiles caseFiles, LetterAccess access) {
        this.caseFiles = caseFiles;
        this.access = access;
    }

    @GetMapping
    Page ask(@PathVariable String number) {
        var request = access.request(number);
        return Page.of(
                "letter/casefile",
                new CaseFilePage(request, access.may(Action.SEE_PERSONAL_DATA, request.organ()), Form.EMPTY));
    }

    @PostMapping
    Object make(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String whole,
            @RequestParam(defaultValue = "") String reason) {
        var request = access.request(number);
        boolean all = !whole.isEmpty();
        if (all) {
            access.require(Action.SEE_PERSONAL_DATA, request.organ());
            if (reason.strip().length() < 2) {
                var form = Form.of(Map.of("whole", whole, "reason", reason))
                        .wrong("reason", "请写明为什么需要含个人信息的卷宗，例如 提交行政复议机关");
                return Page.rejected("letter/casefile", new CaseFilePage(request, true, form));
            }
        }
        var pdf = all ? caseFiles.whole(request, reason) : caseFiles.masked(request);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("卷宗 " + request.number() + ".pdf", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(pdf);
    }
}
