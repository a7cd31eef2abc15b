package gongkai.platform.operations;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.jobs.Jobs;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/** How the system runs (系统运行), and a backup at a button. */
@Controller
@Needs(Action.SEE_SYSTEM)
class SystemController {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final SystemState state;
    private final Jobs jobs;
    private final Access access;
    private final Clock clock;

    SystemController(SystemState state, Jobs jobs, Access access, Clock clock) {
        this.state = state;
        this.jobs = jobs;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping("/office/system")
    View system() {
        return Page.of("operations/system", state.now());
    }

    @PostMapping("/office/system/backup")
    @Needs(Action.EDIT_SYSTEM)
    View backup() {
        var name = "gongkai-" + STAMP.format(LocalDateTime.now(clock)) + ".backup";
        jobs.start(BackupWork.KIND, "备份 " + name, access.required().person(), name);
        return Redirect.to("/office/jobs").saying("已开始备份");
    }
}
