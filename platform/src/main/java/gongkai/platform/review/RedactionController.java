package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FileKind;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.jobs.Jobs;
import gongkai.platform.letter.PrintedDocx;
import gongkai.platform.redaction.Area;
import gongkai.platform.redaction.RedactionException;
import gongkai.platform.redaction.Search;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

/** Where it is marked what of a file may not be disclosed (区分处理，第三十七条), by pointer, by words found, or by typed places. */
@Controller
@RequestMapping("/office/requests/{number}/answer/redaction")
@Needs(Action.SEE_REQUESTS)
class RedactionController {
    private final CaseDesk desk;
    private final Markings markings;
    private final Originals originals;
    private final RedactionWork work;
    private final Jobs jobs;
    private final AuditLog log;

    RedactionController(
            CaseDesk desk, Markings markings, Originals originals, RedactionWork work, Jobs jobs, AuditLog log) {
        this.desk = desk;
        this.markings = markings;
        this.originals = originals;
        this.work = work;
        this.jobs = jobs;
        this.log = log;
    }

    @GetMapping
    View files(@PathVariable String number) {
        return Page.of("review/redaction", files(desk.visible(number), Form.EMPTY));
    }

    @PostMapping("/files")
    View upload(
            @PathVariable String number,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> uploads) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var form = Form.EMPTY;
        int kept = 0;
        for (var upload : uploads == null ? List.<MultipartFile>of() : uploads) {
            if (upload.isEmpty()) {
                continue;
            }
            try (var in = upload.getInputStream()) {
                switch (originals.keep(request, String.valueOf(upload.getOriginalFilename()), in)) {
                    case Keeping.Kept ok -> kept++;
                    case Keeping.Refused refused -> form = form.wrong("file", refused.reason());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        if (kept == 0 && !form.rejected()) {
            form = form.wrong("file", "请选择要上传的文件");
        }
        return form.rejected()
                ? Page.rejected("review/redaction", files(request, form))
                : Redirect.to(path(request)).saying("已上传 " + kept + " 个文件");
    }

    /** Looks for the same words in several files and marks them all: numbers of papers and telephones, or words that are typed. */
    @PostMapping("/batch")
    View batch(
            @PathVariable String number,
            @RequestParam(name = "chosen", defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "false") boolean numbers,
            @RequestParam(defaultValue = "PRIVACY") Ground ground,
            @RequestParam(defaultValue = "") String act) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var files = chosen.stream()
                .flatMap(id -> desk.material(request, id).stream())
                .filter(Originals::markable)
                .toList();
        if (files.isEmpty()) {
            return Page.rejected("review/redaction", files(request, Form.EMPTY.wrong("请先选择文件")));
        }
        if (!act.equals("make") || !words.isBlank() && Sought.pattern(words, numbers) == null) {
            return mark(request, files, words, numbers, ground);
        }
        // Words typed beside the button that makes the version are to be covered in it.
        if (numbers || !words.isBlank()) {
            var unread = found(request, files, words, numbers, ground).unread();
            if (!unread.isEmpty()) {
                return Page.rejected(
                        "review/redaction",
                        files(request, Form.EMPTY.wrong("words", "没有文字可查，请先逐页标出：" + String.join("、", unread))));
            }
        }
        return make(request, files);
    }

    private View make(DisclosureRequest request, List<StoredFile> files) {
        var unmarked = files.stream()
                .filter(file -> markings.of(request, file.id()).stream().noneMatch(Markings.Marking::stands))
                .map(StoredFile::name)
                .toList();
        if (!unmarked.isEmpty()) {
            return Page.rejected(
                    "review/redaction", files(request, Form.EMPTY.wrong("还没有标出要遮盖的内容：" + String.join("、", unmarked))));
        }
        var ids = files.stream().map(file -> file.id().toString()).toList();
        jobs.start(
                RedactionWork.KIND,
                request.number() + " 生成遮盖版（" + ids.size() + " 个文件）",
                desk.actor().person(),
                work.input(request.number(), ids));
        return Redirect.to(path(request)).saying("正在生成遮盖版，完成后列在原件下面；进度见“后台任务”");
    }

    private View mark(DisclosureRequest request, List<StoredFile> files, String words, boolean numbers, Ground ground) {
        if (Sought.pattern(words, numbers) == null) {
            return Page.rejected(
                    "review/redaction",
                    files(
                            request,
                            Form.EMPTY.wrong("words", "请填写要查找的文字（不超过 " + Sought.LONGEST_WORDS + " 个字），或者选择查找号码")));
        }
        var found = found(request, files, words, numbers, ground);
        return Redirect.to(path(request))
                .saying("已标出 " + found.marked() + " 处"
                        + (found.unread().isEmpty() ? "" : "；没有文字可查的文件请逐页标出：" + String.join("、", found.unread())));
    }

    /** How many places were marked, and the names of the files that hold no text to look in. */
    private record Marked(int marked, List<String> unread) {}

    private Marked found(
            DisclosureRequest request, List<StoredFile> files, String words, boolean numbers, Ground ground) {
        var pattern = Sought.pattern(words, numbers);
        int marked = 0;
        var unread = new ArrayList<String>();
        for (var file : files) {
            try {
                var areas = file.kind() == FileKind.PDF && pattern != null
                        ? Search.in(originals.bytes(file), pattern).stream()
                                .flatMap(found -> found.areas().stream())
                                .toList()
                        : List.<Area>of();
                if (file.kind() != FileKind.PDF) {
                    unread.add(file.name());
                } else if (!areas.isEmpty()) {
                    markings.add(request, file.id(), areas, ground, "", desk.actor());
                    marked += areas.size();
                }
            } catch (RedactionException e) {
                unread.add(file.name());
            }
        }
        return new Marked(marked, unread);
    }

    @PostMapping("/{file}/conversion")
    View convert(@PathVariable String number, @PathVariable String file) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var original = Originals.redactable(desk.material(request, file));
        try {
            return switch (originals.keepBeside(request, original, "转换", originals.printed(original))) {
                case Keeping.Kept kept -> {
                    markings.converted(request, original.id(), kept.file().id());
                    yield Redirect.to(path(request)).saying("已转换为 PDF，请核对后标出要遮盖的内容");
                }
                case Keeping.Refused refused ->
                    Page.rejected("review/redaction", files(request, Form.EMPTY.wrong(refused.reason())));
            };
        } catch (PrintedDocx.UnprintableException e) {
            return Page.rejected("review/redaction", files(request, Form.EMPTY.wrong(String.valueOf(e.getMessage()))));
        }
    }

    private RedactionPages.Files files(DisclosureRequest request, Form form) {
        var materials = desk.materials(request);
        var made = markings.made(request);
        var results = made.stream().map(Markings.Made::result).collect(Collectors.toSet());
        var names = materials.stream().collect(Collectors.toMap(StoredFile::id, StoredFile::name));
        var lines = materials.stream()
                .filter(file -> !results.contains(file.id()))
                .map(file -> new RedactionPages.FileLine(
                        file.id().toString(),
                        file.name(),
                        file.kind().chinese(),
                        file.path(),
                        Originals.markable(file)
                                ? RedactionPages.Way.MARK
                                : Originals.convertible(file) ? RedactionPages.Way.CONVERT : RedactionPages.Way.NEITHER,
                        Originals.mend(file.kind()),
                        (int) markings.of(request, file.id()).stream()
                                .filter(Markings.Marking::stands)
                                .count(),
                        made.stream()
                                .filter(each -> each.original().equals(file.id()))
                                .map(each -> new RedactionPages.Version(
                                        "/files/" + each.result(),
                                        names.getOrDefault(each.result(), "遮盖版"),
                                        each.marks(),
                                        each.removed(),
                                        each.who(),
                                        each.at()))
                                .toList()))
                .toList();
        return new RedactionPages.Files(
                desk.head(request), lines, desk.may(Action.HANDLE_REQUESTS, request.organ()), Ground.options(), form);
    }

    private static String path(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "/answer/redaction";
    }
}
