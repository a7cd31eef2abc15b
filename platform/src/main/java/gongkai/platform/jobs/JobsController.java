package gongkai.platform.jobs;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;

/** The page of running and finished jobs (后台任务): one's own, and everybody's for whoever looks after the system. */
@Controller
@RequestMapping("/office/jobs")
@Needs(Action.SEE_JOBS)
class JobsController {
    private final JobList list;
    private final Jobs jobs;
    private final Access access;
    private final Policy policy;
    private final AuditLog log;

    JobsController(JobList list, Jobs jobs, Access access, Policy policy, AuditLog log) {
        this.list = list;
        this.jobs = jobs;
        this.access = access;
        this.policy = policy;
        this.log = log;
    }

    @GetMapping
    View jobs(@RequestParam Map<String, String> parameters) {
        var owner = owner();
        return Page.of("jobs/list", new JobsPage(list.list(owner, parameters), owner == null));
    }

    @PostMapping("/{id}/cancel")
    View cancel(@PathVariable long id) {
        jobs.cancel(job(id).id());
        return Redirect.to("/office/jobs").saying("已请求取消任务");
    }

    @GetMapping("/{id}/result")
    ResponseEntity<byte[]> result(@PathVariable long id) {
        var job = job(id);
        var content = jobs.result(id).orElseThrow(JobsController::none);
        log.write(AuditEntry.of("下载任务结果", "后台任务", String.valueOf(id)));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(String.valueOf(job.resultName()), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content);
    }

    private Job job(long id) {
        return list.byId(id, owner()).orElseThrow(JobsController::none);
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** Whose jobs may be seen; null for everybody's. */
    private @Nullable Long owner() {
        var actor = access.required();
        return policy.allows(actor, Action.SEE_SYSTEM, null) ? null : actor.person();
    }
}
