package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FileKind;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFile;
import gongkai.platform.jobs.Jobs;
import gongkai.platform.letter.PrintedDocx;
import gongkai.platform.redaction.Area;
import gongkai.platform.redaction.Found;
import gongkai.platform.redaction.PageSize;
import gongkai.platform.redaction.RedactionException;
import gongkai.platform.redaction.Search;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
    /** Numbers of citizens' papers, of mobile and fixed telephones, and of bank cards. */
    private static final String PERSONAL_NUMBERS =
            "(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9}|0\\d{2,3}[-－]?\\d{7,8}|\\d{16,19})(?!\\d)";

    private static final int LONGEST_WORDS = 100;

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
        if (!act.equals("make") || !words.isBlank() && pattern(words, numbers) == null) {
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
        if (pattern(words, numbers) == null) {
            return Page.rejected(
                    "review/redaction",
                    files(request, Form.EMPTY.wrong("words", "请填写要查找的文字（不超过 " + LONGEST_WORDS + " 个字），或者选择查找号码")));
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
        var pattern = pattern(words, numbers);
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
        var original = original(request, file);
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

    @GetMapping("/{file}")
    View sheet(
            @PathVariable String number,
            @PathVariable String file,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "false") boolean numbers) {
        var request = desk.visible(number);
        var original = original(request, file);
        if (page == 1 && find.isEmpty()) {
            log.write(AuditEntry.of("查看材料", "文件", file)
                    .concerning(request.organ().value())
                    .with("区分处理，属于 " + number));
        }
        return Page.of("review/sheet", sheet(request, original, page, find, numbers, Form.EMPTY));
    }

    @GetMapping("/{file}/pages/{page}")
    ResponseEntity<byte[]> picture(@PathVariable String number, @PathVariable String file, @PathVariable int page) {
        var original = original(desk.visible(number), file);
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(originals.page(original, page), "png", out);
            return ResponseEntity.ok()
                    .contentType(MediaType.IMAGE_PNG)
                    .cacheControl(CacheControl.noStore().cachePrivate())
                    .header("X-Content-Type-Options", "nosniff")
                    .body(out.toByteArray());
        } catch (RedactionException | IndexOutOfBoundsException e) {
            throw Refusal.notFound("没有这一页");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @PostMapping("/{file}/marks")
    View add(
            @PathVariable String number,
            @PathVariable String file,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "hit", defaultValue = "") List<String> hits,
            @RequestParam(required = false) @Nullable Ground ground,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var original = original(request, file);
        var form = Form.of(typed);
        var areas = new ArrayList<Area>();
        int pages = sizes(original).size();
        if (typed.containsKey("left")) {
            var area = area(page, typed);
            if (area == null || page < 1 || page > pages) {
                form = form.wrong("left", "位置读不懂：填 0 到 100 之间的数，右边大于左边，下边大于上边");
            } else {
                areas.add(area);
            }
        } else {
            hits.stream()
                    .flatMap(hit -> Arrays.stream(hit.split(";")))
                    .map(RedactionController::area)
                    .filter(area -> area != null && area.page() >= 1 && area.page() <= pages)
                    .forEach(areas::add);
            if (areas.isEmpty()) {
                form = form.wrong("请选择要遮盖的文字");
            }
        }
        if (ground == null) {
            form = form.wrong("ground", "请选择不公开的理由");
        }
        if (note.length() > 200) {
            form = form.wrong("note", "说明太长，最多 200 个字");
        }
        if (form.rejected() || ground == null) {
            return Page.rejected(
                    "review/sheet", sheet(request, original, page, typed.getOrDefault("find", ""), false, form));
        }
        markings.add(request, original.id(), areas, ground, note.strip(), desk.actor());
        return Redirect.to(path(request) + "/" + file + "?page=" + page).saying("已标出 " + areas.size() + " 处");
    }

    @PostMapping("/{file}/marks/{mark}/removal")
    View remove(
            @PathVariable String number,
            @PathVariable String file,
            @PathVariable long mark,
            @RequestParam(defaultValue = "1") int page) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var original = original(request, file);
        markings.remove(request, original.id(), mark, desk.actor());
        return Redirect.to(path(request) + "/" + file + "?page=" + page).saying("已取消这处遮盖，记录保留");
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
                desk.head(request), lines, desk.may(Action.HANDLE_REQUESTS, request.organ()), grounds(), form);
    }

    private RedactionPages.Sheet sheet(
            DisclosureRequest request, StoredFile original, int page, String find, boolean numbers, Form form) {
        var sizes = sizes(original);
        int shown = Math.max(1, Math.min(page, sizes.size()));
        var size = sizes.get(shown - 1);
        var all = markings.of(request, original.id());
        var standing = all.stream().filter(Markings.Marking::stands).toList();
        var boxes = standing.stream()
                .filter(mark -> mark.area().page() == shown)
                .map(mark -> new RedactionPages.Box(
                        mark.ground().label(),
                        mark.area().left() * size.width(),
                        mark.area().top() * size.height(),
                        (mark.area().right() - mark.area().left()) * size.width(),
                        (mark.area().bottom() - mark.area().top()) * size.height()))
                .toList();
        return new RedactionPages.Sheet(
                desk.head(request),
                original.id().toString(),
                original.name(),
                shown,
                sizes,
                boxes,
                all.stream().map(RedactionController::logLine).toList(),
                hits(original, find, numbers, standing),
                numbers ? "" : find,
                original.kind() == FileKind.PDF,
                desk.may(Action.HANDLE_REQUESTS, request.organ()),
                grounds(),
                form);
    }

    private List<RedactionPages.Hit> hits(
            StoredFile original, String find, boolean numbers, List<Markings.Marking> standing) {
        var pattern = pattern(find, numbers);
        if (pattern == null || original.kind() != FileKind.PDF) {
            return List.of();
        }
        try {
            return Search.in(originals.bytes(original), pattern).stream()
                    .map(found -> new RedactionPages.Hit(found, value(found), marked(found, standing)))
                    .toList();
        } catch (RedactionException e) {
            return List.of();
        }
    }

    private static boolean marked(Found found, List<Markings.Marking> standing) {
        return found.areas().stream()
                .allMatch(area -> standing.stream()
                        .map(Markings.Marking::area)
                        .anyMatch(mark -> mark.page() == area.page()
                                && mark.left() <= area.left() + 0.001
                                && mark.right() >= area.right() - 0.001
                                && mark.top() <= area.top() + 0.001
                                && mark.bottom() >= area.bottom() - 0.001));
    }

    /** Looks for each of several words, and for personal numbers with them; null if there is nothing to look for. */
    private static @Nullable Pattern pattern(String words, boolean numbers) {
        if (words.length() > LONGEST_WORDS) {
            return null;
        }
        var sought = Arrays.stream(words.split("[、，,；;]"))
                .map(word -> word.replaceAll("[\\s\\u3000]", ""))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.toCollection(ArrayList::new));
        if (numbers) {
            sought.add(PERSONAL_NUMBERS);
        }
        return sought.isEmpty()
                ? null
                : Pattern.compile(String.join("|", sought), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private List<PageSize> sizes(StoredFile original) {
        try {
            var sizes = originals.sizes(original);
            if (sizes.isEmpty()) {
                throw new Refusal(HttpStatus.CONFLICT, "文件里没有页面");
            }
            return sizes;
        } catch (RedactionException e) {
            throw new Refusal(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    private StoredFile original(DisclosureRequest request, String file) {
        var found = desk.material(request, file).orElseThrow(() -> Refusal.notFound("没有这个文件，或者您无权查看"));
        if (!Originals.markable(found) && !Originals.convertible(found)) {
            throw new Refusal(HttpStatus.CONFLICT, Originals.mend(found.kind()));
        }
        return found;
    }

    private static RedactionPages.LogLine logLine(Markings.Marking mark) {
        var area = mark.area();
        return new RedactionPages.LogLine(
                mark.id(),
                area.page(),
                String.format(
                        Locale.ROOT,
                        "左 %.1f 上 %.1f 右 %.1f 下 %.1f",
                        area.left() * 100,
                        area.top() * 100,
                        area.right() * 100,
                        area.bottom() * 100),
                mark.ground().label() + "（" + mark.ground().article() + "）",
                mark.note(),
                mark.who(),
                mark.at(),
                mark.removedBy() == null ? "" : mark.removedBy());
    }

    private static String value(Found found) {
        return found.areas().stream()
                .map(area -> String.format(
                        Locale.ROOT,
                        "%d:%.6f:%.6f:%.6f:%.6f",
                        area.page(),
                        area.left(),
                        area.top(),
                        area.right(),
                        area.bottom()))
                .collect(Collectors.joining(";"));
    }

    private static @Nullable Area area(String text) {
        var parts = text.split(":");
        try {
            return parts.length != 5
                    ? null
                    : lawful(new Area(
                            Integer.parseInt(parts[0]),
                            Double.parseDouble(parts[1]),
                            Double.parseDouble(parts[2]),
                            Double.parseDouble(parts[3]),
                            Double.parseDouble(parts[4])));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Area area(int page, Map<String, String> typed) {
        try {
            return lawful(new Area(
                    page,
                    percent(typed, "left"),
                    percent(typed, "top"),
                    percent(typed, "right"),
                    percent(typed, "bottom")));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    private static double percent(Map<String, String> typed, String name) {
        return Double.parseDouble(typed.getOrDefault(name, "").strip()) / 100;
    }

    private static @Nullable Area lawful(Area area) {
        boolean lawful = area.left() >= 0
                && area.left() < area.right()
                && area.right() <= 1
                && area.top() >= 0
                && area.top() < area.bottom()
                && area.bottom() <= 1;
        return lawful ? area : null;
    }

    private static List<Option> grounds() {
        return Arrays.stream(Ground.values())
                .map(ground -> new Option(ground.name(), ground.label() + "（" + ground.article() + "）"))
                .toList();
    }

    private static String path(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "/answer/redaction";
    }
}
