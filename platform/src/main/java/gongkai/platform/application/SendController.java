package gongkai.platform.application;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.request.Requests;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Checks an application over, sends it, and shows the receipt. */
@Controller
@Open
class SendController {
    private static final String CHECK = "application/check";

    private final Organs organs;
    private final DisclosureOffices offices;
    private final ApplicationDrafts drafts;
    private final Applications applications;
    private final Visits visits;
    private final Requests requests;
    private final AddressLimits limits;
    private final ApplicationSettings settings;

    SendController(
            Organs organs,
            DisclosureOffices offices,
            ApplicationDrafts drafts,
            Applications applications,
            Visits visits,
            Requests requests,
            AddressLimits limits,
            ApplicationSettings settings) {
        this.organs = organs;
        this.offices = offices;
        this.drafts = drafts;
        this.applications = applications;
        this.visits = visits;
        this.requests = requests;
        this.limits = limits;
        this.settings = settings;
    }

    @GetMapping("/apply/{code}/check")
    View check(@PathVariable String code, HttpServletRequest request) {
        var organ = organ(code);
        var token = BrowserToken.DRAFT.hash(request).orElse(null);
        var draft = drafts.open(token, organ.id()).orElse(null);
        if (draft == null) {
            return drafts.lastSent(token, organ.id()).isPresent()
                    ? Redirect.to("/apply/" + organ.code() + "/receipt")
                    : Redirect.to(ApplyController.path(organ, ApplicationStep.WHO))
                            .saying("请先填写申请");
        }
        var unfinished = new ApplicationFields(draft.fields()).unfinished();
        return unfinished == null
                ? Page.of(CHECK, page(organ, draft, Form.EMPTY))
                : Redirect.to(ApplyController.path(organ, unfinished)).warning("还有内容没有填好，请补全后再核对");
    }

    /**
     * Sends it. The draft is what makes two presses one application, so the form needs no number of its own, and the second press is led to
     * the receipt too, even while the first one is still being carried out.
     */
    @PostMapping("/apply/{code}/check")
    View send(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String draft,
            HttpServletRequest request,
            HttpServletResponse response) {
        var organ = organ(code);
        var token = BrowserToken.DRAFT.hash(request).orElse(null);
        var before = drafts.open(token, organ.id()).orElse(null);
        if (before != null && !limits.send(request)) {
            return Page.rejected(
                    CHECK, page(organ, before, Form.EMPTY.wrong("从您所在的网络地址提交的申请太多，请过一会儿再试，或者当面提交、邮寄。您填写的内容已经保存")));
        }
        Applications.Sending sending;
        try {
            sending = applications.send(token, organ.id(), id(draft));
        } catch (MissingYearException e) {
            sending = new Applications.Sending.Refused("工作日历还没有备齐，暂时不能在线提交，请改用当面提交或者邮寄");
        }
        return switch (sending) {
            case Applications.Sending.Sent sent -> {
                visits.begin(sent.number(), request, response);
                yield Redirect.to("/apply/" + organ.code() + "/receipt");
            }
            case Applications.Sending.Unfinished unfinished ->
                Redirect.to(ApplyController.path(organ, unfinished.step())).warning("还有内容没有填好，请补全后再提交");
            case Applications.Sending.Gone gone ->
                Redirect.to("/apply/" + organ.code()).warning("这份草稿已经不在了：可能已删除、已过期，或者已在另一个窗口中提交");
            case Applications.Sending.Refused refused ->
                before == null
                        ? Redirect.to("/apply/" + organ.code())
                        : Page.rejected(CHECK, page(organ, before, Form.EMPTY.wrong(refused.reason())));
        };
    }

    @GetMapping("/apply/{code}/receipt")
    View receipt(@PathVariable String code, HttpServletRequest request, HttpServletResponse response) {
        var organ = organ(code);
        var draft = drafts.lastSent(BrowserToken.DRAFT.hash(request).orElse(null), organ.id())
                .orElse(null);
        if (draft == null || draft.number() == null || draft.sentAt() == null) {
            return Redirect.to("/applications").saying("回执不再显示。凭申请编号和查询码可以随时查询办理情况");
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
        return Page.of(
                "application/receipt",
                new ReceiptPage(
                        organ,
                        offices.of(organ.id()).orElse(null),
                        draft.number(),
                        draft.code(),
                        Day.minute(draft.sentAt()),
                        settings.receiptKept().toMinutes(),
                        requests.today(),
                        ApplyController.answerBy(requests, organ)));
    }

    private CheckPage page(Organ organ, Draft draft, Form form) {
        var fields = new ApplicationFields(draft.fields());
        var files = drafts.files(draft);
        var papers = files.stream()
                .filter(file -> file.purpose() == FilePurpose.IDENTITY_PAPER)
                .toList();
        return new CheckPage(
                organ,
                offices.of(organ.id())
                        .filter(office -> office.takes(ReceivingChannel.ONLINE))
                        .orElseThrow(() -> Refusal.notFound("这个单位没有开通在线提交申请")),
                form,
                groups(fields),
                papers,
                files.stream().filter(file -> !papers.contains(file)).toList(),
                fields.warnings(requests.today(), !papers.isEmpty()),
                draft.id().toString());
    }

    private static List<CheckPage.Group> groups(ApplicationFields fields) {
        var kind = fields.kind().orElseThrow();
        return List.of(
                new CheckPage.Group(
                        ApplicationStep.WHO,
                        List.of(
                                new CheckPage.Fact("申请人", kind.chinese()),
                                new CheckPage.Fact("姓名或者名称", fields.value("name")),
                                new CheckPage.Fact("证件号码", fields.value("idNumber")),
                                new CheckPage.Fact("联系电话", fields.value("phone")),
                                new CheckPage.Fact("电子邮箱", fields.value("email")),
                                new CheckPage.Fact("通信地址", fields.value("address")),
                                new CheckPage.Fact("代理人", fields.value("agent")),
                                new CheckPage.Fact("需要帮助", fields.ticked("assistance") ? "是" : "否"))),
                new CheckPage.Group(
                        ApplicationStep.WHAT,
                        List.of(
                                new CheckPage.Fact("内容描述", fields.value("description")),
                                new CheckPage.Fact("文号", fields.value("docNo")))),
                new CheckPage.Group(
                        ApplicationStep.HOW,
                        List.of(
                                new CheckPage.Fact("形式", fields.wantedForm()),
                                new CheckPage.Fact("获取途径", fields.wantedDelivery()))));
    }

    private static UUID id(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            return new UUID(0, 0);
        }
    }

    private Organ organ(String code) {
        return organs.byCode(code).orElseThrow(() -> Refusal.notFound("没有这个单位，请从“申请公开”查找"));
    }
}
