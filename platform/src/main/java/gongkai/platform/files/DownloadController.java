package gongkai.platform.files;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FileRights.Decision;
import gongkai.platform.web.Form;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Refusal;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands files out, always to be saved and never to be shown in the page. The right is asked for each time. */
@Controller
@Open
class DownloadController {
    private static final int SHORTEST_REASON = 2;

    private final StoredFiles files;
    private final List<FileRights> rights;
    private final AuditLog log;

    DownloadController(StoredFiles files, List<FileRights> rights, AuditLog log) {
        this.files = files;
        this.rights = rights;
        this.log = log;
    }

    /** The content; of an encrypted file, the page that asks for a reason. */
    @GetMapping("/files/{id}")
    Object download(@PathVariable String id) {
        var asked = asked(id);
        if (asked.file().purpose().encrypted()) {
            return Page.of("files/reason", new ReasonPage(asked.file(), Form.EMPTY));
        }
        if (asked.decision() == Decision.ALLOWED) {
            log.write(entry("下载文件", asked.file()));
        }
        return content(asked.file());
    }

    /** The content of an encrypted file, for a reason that is logged. */
    @PostMapping("/files/{id}")
    Object open(@PathVariable String id, @RequestParam(defaultValue = "") String reason) {
        var file = asked(id).file();
        if (file.purpose().encrypted() && reason.strip().length() < SHORTEST_REASON) {
            return Page.rejected(
                    "files/reason",
                    new ReasonPage(file, Form.of(Map.of("reason", reason)).wrong("reason", "请填写查看理由（至少 2 个字）")));
        }
        log.write(entry("查看" + file.purpose().chinese(), file).with("理由：" + reason.strip()));
        return content(file);
    }

    private record Asked(StoredFile file, Decision decision) {}

    private Asked asked(String id) {
        try {
            var file = files.find(new FileId(UUID.fromString(id)));
            if (file.isPresent()) {
                var decision = decide(file.get());
                if (decision != Decision.REFUSED) {
                    return new Asked(file.get(), decision);
                }
            }
        } catch (IllegalArgumentException e) {
            // No such number can exist.
        }
        throw Refusal.notFound("没有这个文件，或者您无权查看");
    }

    private Decision decide(StoredFile file) {
        return rights.stream()
                .filter(some -> some.purposes().contains(file.purpose()))
                .map(some -> some.decide(file))
                .filter(decision -> decision != Decision.REFUSED)
                .findFirst()
                .orElse(Decision.REFUSED);
    }

    private static AuditEntry entry(String action, StoredFile file) {
        var entry = AuditEntry.of(action, "文件", file.id().toString()).with("属于 " + file.subject());
        return file.organ() == null ? entry : entry.concerning(file.organ());
    }

    private ResponseEntity<Resource> content(StoredFile file) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.kind().contentType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(file))
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(new Content(file));
    }

    /** RFC 6266: the name as RFC 5987 writes it, and a plain one for those who do not read that. */
    static String disposition(StoredFile file) {
        var encoded = URLEncoder.encode(file.name(), StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"file." + FileName.extension(file.name()) + "\"; filename*=UTF-8''" + encoded;
    }

    /** The content as Spring reads it, whole or in the ranges a client asks for. */
    private final class Content extends AbstractResource {
        private final StoredFile file;

        Content(StoredFile file) {
            this.file = file;
        }

        @Override
        public InputStream getInputStream() {
            return files.open(file.id());
        }

        @Override
        public long contentLength() {
            return file.size();
        }

        @Override
        public boolean exists() {
            return true;
        }

        @Override
        public String getDescription() {
            return "file " + file.id();
        }

        @Override
        public boolean equals(@org.jspecify.annotations.Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return file.id().hashCode();
        }
    }
}
