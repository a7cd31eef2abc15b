package gongkai.platform.workbench;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.web.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** The first page of the back office. */
@Controller
@Needs(Action.SEE_WORKBENCH)
class WorkbenchController {
    private final Access access;

    WorkbenchController(Access access) {
        this.access = access;
    }

    @GetMapping("/office")
    View workbench() {
        return Page.of(
                "workbench/workbench", new WorkbenchPage(access.required().name()));
    }
}
