package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.jobs.Jobs;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Extends many requests at once, or closes those whose applicants let a term pass; as a job. */
@Controller
@RequestMapping("/office/requests/bulk")
@Needs({Action.HANDLE_REQUESTS, Action.DECIDE_REQUESTS})
class BulkController {
    private static final int LONGEST_TEXT = 500;
    private static final int LONGEST_EXTENSION = 20;

    private final CaseDesk desk;
    private final BulkList list;
    private final BulkWork work;
    private final Jobs jobs;

    BulkController(CaseDesk desk, BulkList list, BulkWork work, Jobs jobs) {
        this.desk = desk;
        this.list = list;
        this.work = work;
        this.jobs = jobs;
    }

    @GetMapping
    View choose(@RequestParam(defaultValue = "EXTEND") BulkAct act) {
        return Page.of("review/bulk", page(act, Form.of(Map.of("workingDays", "20"))));
    }

    @PostMapping
    View start(
            @RequestParam BulkAct act,
            @RequestParam(name = "chosen", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "20") String workingDays,
            @RequestParam(defaultValue = "") String approvedBy,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam MultiValueMap<String, String> typed) {
        var organ = desk.organ(act.action());
        var form = Form.of(typed);
        int days = workingDays.strip().matches("\\d{1,2}") ? Integer.parseInt(workingDays.strip()) : 0;
        if (chosen.isEmpty()) {
            form = form.wrong("请至少选择一件申请");
        }
        if (act == BulkAct.EXTEND) {
            if (days < 1 || days > LONGEST_EXTENSION) {
                form = form.wrong("workingDays", "延长的期限为 1 至 " + LONGEST_EXTENSION + " 个工作日（第三十三条）");
            }
            if (approvedBy.isBlank() || approvedBy.length() > LONGEST_TEXT) {
                form = form.wrong("approvedBy", "请填写批准人：延长期限须经政府信息公开工作机构负责人同意（第三十三条）");
            }
            if (reason.isBlank() || reason.length() > LONGEST_TEXT) {
                form = form.wrong("reason", "请填写延期的理由，最多 " + LONGEST_TEXT + " 个字");
            }
        }
        if (form.rejected()) {
            return Page.rejected("review/bulk", page(act, form));
        }
        var allowed = new HashSet<String>();
        list.of(organ.id(), act).forEach(request -> allowed.add(request.number()));
        var numbers = chosen.stream().distinct().filter(allowed::contains).toList();
        if (numbers.size() < chosen.size()) {
            form = form.wrong("所选的有 " + (chosen.size() - numbers.size()) + " 件刚刚由他人办理过或者不能这样办理，请看过后重新选择");
            return Page.rejected("review/bulk", page(act, form));
        }
        jobs.start(
                BulkWork.KIND,
                act.tab() + "（" + numbers.size() + " 件）",
                desk.actor().person(),
                work.input(new BulkWork.Input(act, numbers, Math.max(1, days), approvedBy.strip(), reason.strip())));
        return Redirect.to("/office/jobs").saying("已开始办理 " + numbers.size() + " 件，完成后可以下载结果");
    }

    private BulkPage page(BulkAct act, Form form) {
        boolean mayAct = desk.may(act.action(), null);
        var organ = desk.organ(mayAct ? act.action() : Action.SEE_REQUESTS);
        var found = list.of(organ.id(), act);
        return new BulkPage(
                organ.shortName(),
                act,
                found.stream().limit(BulkList.MOST).map(this::line).toList(),
                found.size() > BulkList.MOST,
                mayAct,
                form);
    }

    private BulkPage.Line line(DisclosureRequest request) {
        return new BulkPage.Line(
                request.number(),
                CaseTitle.of(request.description()),
                request.state().label(),
                desk.due(request));
    }
}
