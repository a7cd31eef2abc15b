package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.files.FileKind;
import gongkai.platform.files.StoredFile;
import gongkai.platform.redaction.Area;
import gongkai.platform.redaction.PageSize;
import gongkai.platform.redaction.RedactionException;
import gongkai.platform.redaction.Search;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Form;
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
import org.springframework.web.servlet.View;

/** One file page by page, where it is marked what of it may not be disclosed: by pointer, by words found, or by typed places. */
@Controller
@RequestMapping("/office/requests/{number}/answer/redaction/{file}")
@Needs(Action.SEE_REQUESTS)
class SheetController {
    private final CaseDesk desk;
    private final Markings markings;
    private final Originals originals;
    private final AuditLog log;

    SheetController(CaseDesk desk, Markings markings, Originals originals, AuditLog log) {
        this.desk = desk;
        this.markings = markings;
        this.originals = originals;
        this.log = log;
    }

    @GetMapping
    View sheet(
            @PathVariable String number,
            @PathVariable String file,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(defaultValue = "") String find,
            @RequestParam(defaultValue = "false") boolean numbers) {
        var request = desk.visible(number);
        var original = Originals.redactable(desk.material(request, file));
        if (page == 1 && find.isEmpty()) {
            log.write(AuditEntry.of("查看材料", "文件", file)
                    .concerning(request.organ().value())
                    .with("区分处理，属于 " + number));
        }
        return Page.of("review/sheet", sheet(request, original, page, find, numbers, Form.EMPTY));
    }

    @GetMapping("/pages/{page}")
    ResponseEntity<byte[]> picture(@PathVariable String number, @PathVariable String file, @PathVariable int page) {
        var original = Originals.redactable(desk.material(desk.visible(number), file));
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

    @PostMapping("/marks")
    View add(
            @PathVariable String number,
            @PathVariable String file,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(name = "hit", defaultValue = "") List<String> hits,
            @RequestParam(required = false) @Nullable Ground ground,
            @RequestParam(defaultValue = "") String note,
            @RequestParam Map<String, String> typed) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var original = Originals.redactable(desk.material(request, file));
        var form = Form.of(typed);
        var areas = new ArrayList<Area>();
        int pages = sizes(original).size();
        if (typed.containsKey("left")) {
            var area = Places.area(page, typed);
            if (area == null || page < 1 || page > pages) {
                form = form.wrong("left", "位置读不懂：填 0 到 100 之间的数，右边大于左边，下边大于上边");
            } else {
                areas.add(area);
            }
        } else {
            hits.stream()
                    .flatMap(hit -> Arrays.stream(hit.split(";")))
                    .map(Places::area)
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

    @PostMapping("/marks/{mark}/removal")
    View remove(
            @PathVariable String number,
            @PathVariable String file,
            @PathVariable long mark,
            @RequestParam(defaultValue = "1") int page) {
        var request = desk.forAction(number, Action.HANDLE_REQUESTS);
        var original = Originals.redactable(desk.material(request, file));
        markings.remove(request, original.id(), mark, desk.actor());
        return Redirect.to(path(request) + "/" + file + "?page=" + page).saying("已取消这处遮盖，记录保留");
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
                all.stream().map(SheetController::logLine).toList(),
                hits(original, find, numbers, standing),
                numbers ? "" : find,
                original.kind() == FileKind.PDF,
                desk.may(Action.HANDLE_REQUESTS, request.organ()),
                Ground.options(),
                form);
    }

    private List<RedactionPages.Hit> hits(
            StoredFile original, String find, boolean numbers, List<Markings.Marking> standing) {
        var pattern = Sought.pattern(find, numbers);
        if (pattern == null || original.kind() != FileKind.PDF) {
            return List.of();
        }
        try {
            return Search.in(originals.bytes(original), pattern).stream()
                    .map(found -> new RedactionPages.Hit(found, Places.value(found), Places.marked(found, standing)))
                    .toList();
        } catch (RedactionException e) {
            return List.of();
        }
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

    private static String path(DisclosureRequest request) {
        return "/office/requests/" + request.number() + "/answer/redaction";
    }
}
