package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.procedure.LetterKind;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** An organ's templates: downloaded, adapted in Word, uploaded, and given up for ours again. */
@Controller
@RequestMapping("/office/letters/templates")
@Needs(Action.EDIT_TEMPLATES)
class TemplateController {
    private static final long MOST_BYTES = 5L << 20;

    private final Templates templates;
    private final LetterAccess access;

    TemplateController(Templates templates, LetterAccess access) {
        this.templates = templates;
        this.access = access;
    }

    @GetMapping
    View list() {
        var organ = access.own(Action.EDIT_TEMPLATES);
        var versions = templates.versions(organ.id());
        return Page.of(
                "letter/templates",
                new TemplateListPage(
                        organ,
                        Arrays.stream(LetterKind.values())
                                .map(kind -> new TemplateListPage.Line(
                                        kind,
                                        versions.stream()
                                                .filter(version -> version.kind() == kind && version.active())
                                                .findFirst()
                                                .orElse(null)))
                                .toList()));
    }

    @GetMapping("/{code}")
    View one(@PathVariable String code) {
        return Page.of("letter/template", page(kind(code), Form.EMPTY));
    }

    @PostMapping("/{code}")
    View upload(@PathVariable String code, @RequestParam(required = false) @Nullable MultipartFile file) {
        var kind = kind(code);
        var organ = access.own(Action.EDIT_TEMPLATES);
        var form = Form.of(Map.of());
        if (file == null || file.isEmpty()) {
            return rejected(kind, form.wrong("file", "请选择改好的模板（docx）"));
        }
        if (file.getSize() > MOST_BYTES) {
            return rejected(kind, form.wrong("file", "模板不能超过 5 MB"));
        }
        var docx = bytes(file);
        for (var objection : templates.objections(kind, docx)) {
            form = form.wrong("file", objection);
        }
        if (form.rejected()) {
            return rejected(kind, form);
        }
        int version = templates.use(organ.id(), kind, docx);
        return Redirect.to("/office/letters/templates/" + code).saying("已启用本单位模板第 " + version + " 版");
    }

    @PostMapping("/{code}/ours")
    View ours(@PathVariable String code) {
        templates.useOurs(access.own(Action.EDIT_TEMPLATES).id(), kind(code));
        return Redirect.to("/office/letters/templates/" + code).saying("已用回系统模板");
    }

    /** Ours, or with a version that one of the organ's own. */
    @GetMapping("/{code}/docx")
    ResponseEntity<byte[]> docx(@PathVariable String code, @RequestParam(required = false) @Nullable Long version) {
        var kind = kind(code);
        OrganId organ = access.own(Action.EDIT_TEMPLATES).id();
        var bytes = version == null
                ? templates.ours(kind).bytes()
                : templates.bytes(organ, version).orElseThrow(() -> Refusal.notFound("没有这个模板"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind.code() + " " + kind.title() + "（模板）.docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(bytes);
    }

    private View rejected(LetterKind kind, Form form) {
        return Page.rejected("letter/template", page(kind, form));
    }

    private TemplatePage page(LetterKind kind, Form form) {
        var organ = access.own(Action.EDIT_TEMPLATES);
        return new TemplatePage(
                organ,
                kind,
                templates.versions(organ.id()).stream()
                        .filter(version -> version.kind() == kind)
                        .toList(),
                LetterFields.COMMON,
                LetterFields.of(kind),
                LetterFields.repeated(kind).stream().sorted().toList(),
                LetterFields.needed(kind),
                form);
    }

    private static LetterKind kind(String code) {
        return Arrays.stream(LetterKind.values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("没有这种文书"));
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
