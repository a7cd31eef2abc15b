package gongkai.platform.application;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.organ.DisclosureOffice;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.ReceivingChannel;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.NoTermsException;
import gongkai.platform.request.procedure.Terms;
import gongkai.platform.web.Day;
import gongkai.platform.web.Form;
import gongkai.platform.web.Open;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Applying to an organ: what happens next, and the steps of the form. What is typed is kept as a draft with every step. */
@Controller
@Open
class ApplyController {
    private static final int LONGEST_DRAFT = 200_000;

    /** Longer than any draft, for each save lengthens a draft's life. */
    private static final Duration COOKIE_KEPT = Duration.ofDays(365);

    private final Organs organs;
    private final DisclosureOffices offices;
    private final ApplicationDrafts drafts;
    private final Applications applications;
    private final Requests requests;
    private final AddressLimits limits;
    private final ApplicationSettings settings;
    private final ObjectProvider<PublishedAnswers> published;

    ApplyController(
            Organs organs,
            DisclosureOffices offices,
            ApplicationDrafts drafts,
            Applications applications,
            Requests requests,
            AddressLimits limits,
            ApplicationSettings settings,
            ObjectProvider<PublishedAnswers> published) {
        this.organs = organs;
        this.offices = offices;
        this.drafts = drafts;
        this.applications = applications;
        this.requests = requests;
        this.limits = limits;
        this.settings = settings;
        this.published = published;
    }

    @GetMapping("/apply/{code}")
    View intro(@PathVariable String code, HttpServletRequest request) {
        var organ = organ(code);
        var office = offices.of(organ.id()).orElse(null);
        var draft = draft(organ, request);
        return Page.of(
                "application/intro",
                new IntroPage(
                        organ,
                        office,
                        organ.until() == null && office != null && office.takes(ReceivingChannel.ONLINE),
                        draft == null ? "" : Day.minute(draft.savedAt()),
                        settings.draftDays(),
                        answerBy(requests, organ)));
    }

    @GetMapping("/apply/{code}/{step:who|what|how}")
    View step(@PathVariable String code, @PathVariable String step, HttpServletRequest request) {
        var asked = ApplicationStep.named(step).orElseThrow();
        var organ = receiving(code);
        var draft = draft(organ, request);
        var form = draft == null ? Form.EMPTY : Form.of(draft.fields());
        return Page.of("application/" + step, page(organ, asked, form, draft));
    }

    @PostMapping("/apply/{code}/{step:who|what|how}")
    View fill(
            @PathVariable String code,
            @PathVariable String step,
            @RequestParam Map<String, String> typed,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            HttpServletRequest request,
            HttpServletResponse response) {
        var asked = ApplicationStep.named(step).orElseThrow();
        var organ = receiving(code);
        var draft = save(organ, asked, typed, request, response);
        var refused = applications.attach(draft, purpose(asked), files == null ? List.of() : files);
        var removed = typed.getOrDefault("removal", "");
        if (!removed.isEmpty()) {
            applications.detach(draft, removed);
            return Redirect.to(path(organ, asked)).saying("文件已删除");
        }
        if (typed.containsKey("stay") && refused.isEmpty()) {
            return Redirect.to(path(organ, asked)).saying("已保存，还没有提交");
        }
        var form = new ApplicationFields(draft.fields()).checked(asked);
        for (var reason : refused) {
            form = form.wrong("files", reason);
        }
        return form.rejected()
                ? Page.rejected("application/" + step, page(organ, asked, form, draft))
                : Redirect.to(path(organ, asked.next()));
    }

    /** What the script sends while somebody types. */
    @PostMapping("/apply/{code}/draft")
    @ResponseBody
    ResponseEntity<Void> keep(
            @PathVariable String code,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        var organ = receiving(code);
        var step = ApplicationStep.named(typed.getOrDefault("step", "")).orElse(ApplicationStep.CHECK);
        if (step == ApplicationStep.CHECK) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        save(organ, step, typed, request, response);
        return ResponseEntity.noContent().build();
    }

    @PostMapping("/apply/{code}/draft/removal")
    View remove(@PathVariable String code, HttpServletRequest request) {
        var organ = organ(code);
        drafts.remove(BrowserToken.DRAFT.hash(request).orElse(null), organ.id());
        return Redirect.to("/apply/" + organ.code()).saying("草稿已删除");
    }

    private Draft save(
            Organ organ,
            ApplicationStep step,
            Map<String, String> typed,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.save(request);
        limits.upload(request);
        var fields = new LinkedHashMap<String, String>();
        step.fields().forEach(field -> fields.put(field, typed.getOrDefault(field, "")));
        if (fields.values().stream().mapToInt(String::length).sum() > LONGEST_DRAFT) {
            throw new Refusal(HttpStatus.CONTENT_TOO_LARGE, "填写的内容太长，没有保存。请把长篇内容存为文件，作为附件提交");
        }
        var token = BrowserToken.DRAFT
                .hash(request)
                .orElseGet(() -> BrowserToken.DRAFT.give(request, response, COOKIE_KEPT));
        return drafts.save(token, organ.id(), fields);
    }

    private StepPage page(Organ organ, ApplicationStep step, Form form, @Nullable Draft draft) {
        var words = form.value("description");
        var suggestions = new ArrayList<PublishedAnswers.Suggestion>();
        if (step == ApplicationStep.WHAT && !words.isBlank()) {
            published.stream().forEach(some -> suggestions.addAll(some.like(organ.id(), words)));
        }
        return new StepPage(
                organ,
                office(organ),
                step,
                form,
                draft == null
                        ? List.of()
                        : drafts.files(draft).stream()
                                .filter(file -> file.purpose() == purpose(step))
                                .toList(),
                suggestions,
                draft == null ? "" : draft.id().toString(),
                draft == null ? "" : Day.minute(draft.savedAt()),
                settings.draftDays());
    }

    private @Nullable Draft draft(Organ organ, HttpServletRequest request) {
        return drafts.open(BrowserToken.DRAFT.hash(request).orElse(null), organ.id())
                .orElse(null);
    }

    private static FilePurpose purpose(ApplicationStep step) {
        return step == ApplicationStep.WHO ? FilePurpose.IDENTITY_PAPER : FilePurpose.REQUEST_ATTACHMENT;
    }

    private Organ organ(String code) {
        return organs.byCode(code).orElseThrow(() -> Refusal.notFound("没有这个单位，请从“申请公开”查找"));
    }

    private Organ receiving(String code) {
        var organ = organ(code);
        if (organ.until() != null || !office(organ).takes(ReceivingChannel.ONLINE)) {
            throw notOnline(organ);
        }
        return organ;
    }

    private DisclosureOffice office(Organ organ) {
        return offices.of(organ.id()).orElseThrow(() -> notOnline(organ));
    }

    private static Refusal notOnline(Organ organ) {
        return Refusal.notFound(organ.name() + "没有开通在线提交申请，可以当面提交或者邮寄，请看这个单位的公开指南");
    }

    static String path(Organ organ, ApplicationStep step) {
        return "/apply/" + organ.code() + "/" + step.path();
    }

    /** The last day to answer if both sides confirm today; null when the calendar of the next year is not known yet. */
    static @Nullable LocalDate answerBy(Requests requests, Organ organ) {
        try {
            var today = requests.today();
            return requests.procedure(organ.id())
                    .days()
                    .plus(today, Terms.on(today).answer());
        } catch (MissingYearException | NoTermsException e) {
            return null;
        }
    }
}
