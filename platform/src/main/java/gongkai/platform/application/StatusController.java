package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Following a request: number and query code open it for a short while. */
@Controller
@Open
class StatusController {
    private static final String FORM = "application/status";
    private static final String WRONG = "申请编号或者查询码不对。请照回执核对；查询码里没有数字 0、1 和字母 O、I";

    private final Visits visits;
    private final CaseForApplicant cases;
    private final Messages messages;
    private final StoredFiles files;
    private final AddressLimits limits;

    StatusController(
            Visits visits, CaseForApplicant cases, Messages messages, StoredFiles files, AddressLimits limits) {
        this.visits = visits;
        this.cases = cases;
        this.messages = messages;
        this.files = files;
        this.limits = limits;
    }

    @GetMapping("/applications")
    View form() {
        return Page.of(FORM, new StatusForm(Form.EMPTY));
    }

    @PostMapping("/applications")
    View open(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response) {
        // The code is never written back into a page.
        var form = Form.of(Map.of("number", number));
        if (number.isBlank() || code.isBlank()) {
            form = number.isBlank() ? form.wrong("number", "请填写申请编号") : form;
            form = code.isBlank() ? form.wrong("code", "请填写查询码") : form;
            return Page.rejected(FORM, new StatusForm(form));
        }
        if (!limits.look(request)) {
            return new Page(FORM, new StatusForm(form.wrong("从您所在的网络地址查询得太频繁，请过一分钟再试")), HttpStatus.TOO_MANY_REQUESTS);
        }
        return switch (visits.open(number, code, request, response)) {
            case Visits.Attempt.Opened opened -> Redirect.to("/applications/case");
            case Visits.Attempt.Wrong wrong -> Page.rejected(FORM, new StatusForm(form.wrong(WRONG)));
            case Visits.Attempt.Wait wait ->
                new Page(
                        FORM,
                        new StatusForm(form.wrong("这个编号的查询码连续输错多次，请在 "
                                + Math.max(1, wait.left().plusSeconds(59).toMinutes()) + " 分钟后再试")),
                        HttpStatus.TOO_MANY_REQUESTS);
        };
    }

    @GetMapping("/applications/case")
    View show(HttpServletRequest request, HttpServletResponse response) {
        var found = visits.current(request);
        if (found.isEmpty()) {
            return toForm();
        }
        unkept(response);
        visits.write("申请人查看办理情况", found.get());
        return Page.of("application/case", cases.page(found.get()));
    }

    @PostMapping("/applications/leaving")
    View leave(HttpServletRequest request, HttpServletResponse response) {
        visits.end(request, response);
        return Redirect.to("/applications").saying("已退出查询");
    }

    /** A letter to the applicant, to be saved. That they have the answer now is told to the organ. */
    @GetMapping("/applications/case/letters/{file}")
    void letter(@PathVariable String file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var found = visits.current(request).orElseThrow(() -> Refusal.notFound("查询已经结束，请重新输入申请编号和查询码"));
        for (var letter : cases.lettersOut(found)) {
            for (var one : letter.files()) {
                if (one.id().toString().equals(file)) {
                    visits.write("申请人下载文书", found);
                    if (letter.answer() && !messages.has(found, MessageKind.DOWNLOADED)) {
                        messages.add(found, MessageKind.DOWNLOADED, "", java.util.List.of());
                    }
                    send(one, found, response);
                    return;
                }
            }
        }
        throw Refusal.notFound("没有这份文书");
    }

    private void send(StoredFile file, DisclosureRequest request, HttpServletResponse response) throws IOException {
        var name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        response.setContentType(file.kind().contentType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"" + request.number() + "\"; filename*=UTF-8''" + name);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLengthLong(file.size());
        unkept(response);
        try (var content = files.open(file.id())) {
            content.transferTo(response.getOutputStream());
        }
    }

    static Redirect toForm() {
        return Redirect.to("/applications").saying("请输入申请编号和查询码。离开较久的，查询会自动结束");
    }

    static void unkept(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
    }
}
