package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Part;
import gongkai.platform.web.Redirect;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** What officers add to a case beside its steps: attempts to reach the applicant, searches, papers, links. */
@Controller
@Needs(Action.HANDLE_REQUESTS)
class CaseNotesController {
    private static final String REJECTED = "casework/rejected";
    private static final int LONGEST = 2000;

    private final Cases cases;
    private final Requests requests;
    private final Contacts contacts;
    private final SearchNotes notes;
    private final SearchPanel searchPanel;
    private final CaseLinks links;
    private final LinksPanel linksPanel;
    private final CaseUploads uploads;

    CaseNotesController(
            Cases cases,
            Requests requests,
            Contacts contacts,
            SearchNotes notes,
            SearchPanel searchPanel,
            CaseLinks links,
            LinksPanel linksPanel,
            CaseUploads uploads) {
        this.cases = cases;
        this.requests = requests;
        this.contacts = contacts;
        this.notes = notes;
        this.searchPanel = searchPanel;
        this.links = links;
        this.linksPanel = linksPanel;
        this.uploads = uploads;
    }

    @PostMapping("/office/requests/{number}/contacts")
    View contact(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String at,
            @RequestParam(defaultValue = "") String way,
            @RequestParam(defaultValue = "") String result,
            @RequestParam(defaultValue = "") String remark) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(Map.of("at", at, "way", way, "result", result, "remark", remark));
        var time = time(at);
        if (time == null) {
            form = form.wrong("at", "请填写联系的时间");
        } else if (contacts.ahead(time)) {
            form = form.wrong("at", "联系的时间不能晚于现在");
        }
        if (!Contacts.WAYS.contains(way)) {
            form = form.wrong("way", "请选择联系的方式");
        }
        if (!Contacts.RESULTS.contains(result)) {
            form = form.wrong("result", "请选择联系的结果");
        }
        form = notTooLong(form, "remark", remark);
        if (form.rejected() || time == null) {
            return rejected(number, "登记联系情况", new Part("casework/contact-form", new ContactForm(number, form)));
        }
        contacts.add(request, time, way, result, remark.strip(), cases.actor().person());
        return back(number, "request", "已登记联系情况");
    }

    @PostMapping("/office/requests/{number}/searches")
    View search(@PathVariable String number, @RequestParam Map<String, String> typed) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(typed);
        var on = day(typed.getOrDefault("on", ""));
        if (on == null) {
            form = form.wrong("on", "请填写检索的日期");
        } else if (on.isAfter(cases.today())) {
            form = form.wrong("on", "检索的日期不能晚于今天");
        }
        for (var field : List.of("place", "method", "words", "outcome", "by")) {
            if (form.value(field).isBlank()) {
                form = form.wrong(
                        field,
                        "请填写"
                                + Map.of(
                                                "place", "在哪里检索", "method", "怎样检索", "words", "检索词", "outcome", "检索的结果",
                                                "by", "检索人")
                                        .get(field));
            }
            form = notTooLong(form, field, form.value(field));
        }
        if (form.rejected() || on == null) {
            return rejected(number, "登记检索记录", new Part("casework/search-form", searchPanel.content(request, form)));
        }
        notes.add(
                request,
                new SearchNote(
                        0,
                        on,
                        form.value("place").strip(),
                        form.value("method").strip(),
                        form.value("words").strip(),
                        form.value("found").equals("true"),
                        form.value("outcome").strip(),
                        form.value("by").strip(),
                        "",
                        false),
                cases.actor().person());
        return back(number, "search", "已登记检索记录");
    }

    @PostMapping("/office/requests/{number}/searches/{note}/removal")
    View strike(@PathVariable String number, @PathVariable long note) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        notes.strike(request, note, cases.actor().person());
        return back(number, "search", "已划去，记录仍可查看");
    }

    @PostMapping("/office/requests/{number}/materials")
    View material(
            @PathVariable String number,
            @RequestParam(defaultValue = "CASE_MATERIAL") String purpose,
            @RequestParam(required = false) @Nullable List<MultipartFile> file) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var kept = switch (purpose) {
            case "IDENTITY_PAPER" -> FilePurpose.IDENTITY_PAPER;
            case "REQUEST_ATTACHMENT" -> FilePurpose.REQUEST_ATTACHMENT;
            default -> FilePurpose.CASE_MATERIAL;
        };
        var refused = uploads.keep(request, kept, file);
        var tab = kept == FilePurpose.CASE_MATERIAL ? "search" : "request";
        if (!refused.isEmpty()) {
            var form = Form.EMPTY;
            for (var reason : refused) {
                form = form.wrong("file", reason);
            }
            return rejected(number, "上传材料", new Part("casework/material-form", new ContactForm(number, form)));
        }
        return back(number, tab, file == null || file.stream().allMatch(MultipartFile::isEmpty) ? "没有选择文件" : "已收下");
    }

    @PostMapping("/office/requests/{number}/links")
    View link(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String why) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.of(Map.of("other", other, "why", why));
        var found = requests.byNumber(other.strip()).filter(it -> it.organ().equals(request.organ()));
        if (found.isEmpty()) {
            form = form.wrong("other", "本机关没有编号为“" + other.strip() + "”的申请");
        } else if (found.get().id() == request.id()) {
            form = form.wrong("other", "不能与自己关联");
        }
        form = notTooLong(form, "why", why);
        if (form.rejected() || found.isEmpty()) {
            return rejected(number, "关联申请", new Part("casework/link-form", linksPanel.content(request, form)));
        }
        links.add(request, found.get(), why.strip(), cases.actor().person());
        return back(number, "links", "已关联 " + found.get().number());
    }

    @PostMapping("/office/requests/{number}/links/{other}/removal")
    View unlink(@PathVariable String number, @PathVariable String other) {
        var request = cases.forAction(number, Action.HANDLE_REQUESTS);
        links.remove(request, cases.forAction(other, Action.HANDLE_REQUESTS));
        return back(number, "links", "已解除关联");
    }

    private View rejected(String number, String title, Part part) {
        return Page.rejected(REJECTED, new RejectedPage(number, title, part));
    }

    private static Redirect back(String number, String tab, String notice) {
        return Redirect.to(Cases.path(number) + "?tab=" + tab).saying(notice);
    }

    private static Form notTooLong(Form form, String field, String text) {
        return text.length() > LONGEST ? form.wrong(field, "太长，最多" + LONGEST + "字") : form;
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return Day.typed(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable LocalDateTime time(String text) {
        try {
            var time = LocalDateTime.parse(text.strip());
            Day.typed(time.toLocalDate().toString());
            return time;
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
