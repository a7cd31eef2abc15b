package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.organ.Basis;
import gongkai.platform.organ.Capacity;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reforms;
import gongkai.platform.organ.Ruling;
import gongkai.platform.web.Form;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The forms that change organs. Each is sent twice: first to see what it would do, then to do it.
 */
@Controller
@Needs(Action.EDIT_ORGANS)
class ReformController {
    private static final String EDIT = "edit";
    private static final String CONFIRM = "confirm";

    private final Organs organs;
    private final Reforms reforms;
    private final OrganRights rights;

    ReformController(Organs organs, Reforms reforms, OrganRights rights) {
        this.organs = organs;
        this.reforms = reforms;
        this.rights = rights;
    }

    @GetMapping("/office/organs/new")
    View establish(@RequestParam(defaultValue = "") String parent) {
        return Page.of(
                "organ/new",
                page(null, Form.of(Map.of("parent", parent, "on", organs.today().toString()))));
    }

    @PostMapping("/office/organs/new")
    View establish(@RequestParam MultiValueMap<String, String> typed, @RequestParam(defaultValue = "") String step) {
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var facts = input.facts();
        var basis = input.basis();
        return carryOut(
                new Asked("organ/new", "新增机构", null, "/office/organs/new", step),
                input.form(),
                () -> reforms.establish(input.text("code"), Objects.requireNonNull(facts), basis));
    }

    @GetMapping("/office/organs/{code}/change")
    View change(@PathVariable String code) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        return Page.of(
                "organ/change", page(organ, seen(organ, OrganInput.filled(organ, organs.tree(), organs.today()))));
    }

    @PostMapping("/office/organs/{code}/change")
    View change(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String step) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var facts = input.facts();
        boolean correct = input.text("way").equals("correct");
        var basis = correct ? Basis.from(organ.since()) : input.basis();
        return carryOut(
                new Asked("organ/change", "变更机构", organ, OrganLine.link(organ) + "/change", step),
                fresh(organ, input.form()),
                () -> correct
                        ? reforms.correct(organ.id(), Objects.requireNonNull(facts))
                        : reforms.change(organ.id(), Objects.requireNonNull(facts), basis));
    }

    @GetMapping("/office/organs/{code}/merge")
    View merge(@PathVariable String code) {
        return blank("organ/merge", code);
    }

    @PostMapping("/office/organs/{code}/merge")
    View merge(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String step) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var parts = new LinkedHashSet<OrganId>(Set.of(organ.id()));
        parts.addAll(input.organs("others"));
        var into = input.organ("into");
        var basis = input.basis();
        var form = input.text("into").isEmpty() ? input.form().wrong("into", "请填写并入哪个机构") : input.form();
        return carryOut(
                new Asked("organ/merge", "并入其他机构", organ, OrganLine.link(organ) + "/merge", step),
                form,
                () -> reforms.merge(parts, Objects.requireNonNull(into), basis));
    }

    @GetMapping("/office/organs/{code}/split")
    View split(@PathVariable String code) {
        return blank("organ/split", code);
    }

    @PostMapping("/office/organs/{code}/split")
    View split(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String step) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var into = input.organs("into");
        var basis = input.basis();
        return carryOut(
                new Asked("organ/split", "分设机构", organ, OrganLine.link(organ) + "/split", step),
                input.form(),
                () -> reforms.split(organ.id(), into, input.text("stays").equals("true"), basis));
    }

    @GetMapping("/office/organs/{code}/abolish")
    View abolish(@PathVariable String code) {
        return blank("organ/abolish", code);
    }

    @PostMapping("/office/organs/{code}/abolish")
    View abolish(
            @PathVariable String code,
            @RequestParam MultiValueMap<String, String> typed,
            @RequestParam(defaultValue = "") String step) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        var input = new OrganInput(typed, organs.tree(), organs.today());
        var successor = input.organ("successor");
        var basis = input.basis();
        return carryOut(
                new Asked("organ/abolish", "撤销机构", organ, OrganLine.link(organ) + "/abolish", step),
                input.form(),
                () -> reforms.abolish(organ.id(), successor, basis));
    }

    /** What was asked for: which form, of which organ, to see it, to do it or to go on typing. */
    private record Asked(
            String template, String title, @Nullable Organ organ, String action, String step) {}

    private View carryOut(Asked asked, Form form, Supplier<Ruling> work) {
        if (asked.step().equals(EDIT)) {
            return Page.of(asked.template(), page(asked.organ(), new Form(form.values(), Map.of(), List.of())));
        }
        if (form.rejected()) {
            return Page.rejected(asked.template(), page(asked.organ(), form));
        }
        if (asked.step().equals(CONFIRM)) {
            return switch (work.get()) {
                case Ruling.Done done ->
                    Redirect.to(OrganLine.link(organs.byId(done.organ()).orElseThrow()))
                            .saying(asked.title() + "：已保存");
                case Ruling.Barred barred -> rejected(asked, form, barred);
            };
        }
        var rehearsal = reforms.rehearse(work);
        return switch (rehearsal.ruling()) {
            case Ruling.Done ignored -> preview(asked, form, rehearsal);
            case Ruling.Barred barred -> rejected(asked, form, barred);
        };
    }

    private View rejected(Asked asked, Form form, Ruling.Barred barred) {
        return Page.rejected(asked.template(), page(asked.organ(), OrganInput.objected(form, barred)));
    }

    private View preview(Asked asked, Form form, Reforms.Rehearsal<Ruling> rehearsal) {
        if (rehearsal.events().isEmpty()) {
            return Page.rejected(asked.template(), page(asked.organ(), form.wrong("内容与现有资料相同，没有需要保存的变更")));
        }
        var lines = rehearsal.events().stream()
                .map(event -> new PreviewPage.Line(
                        Objects.requireNonNull(rehearsal.tree().lastKnown(event.organ(), event.day()))
                                .name(),
                        event.kind().chinese(),
                        event.day(),
                        event.what()))
                .toList();
        boolean past = lines.stream().anyMatch(line -> line.day().isBefore(organs.today()));
        return Page.of(
                "organ/preview",
                new PreviewPage(
                        asked.title(),
                        asked.action(),
                        form,
                        lines,
                        past ? "生效日期早于今天：这一天以后的复议机关、隶属关系等都将按变更后的情况认定。" : ""));
    }

    private View blank(String template, String code) {
        var organ = rights.organ(code, Action.EDIT_ORGANS);
        return Page.of(template, page(organ, Form.of(Map.of("on", organs.today().toString()))));
    }

    /** The form with a mark of what was known of the organ when it was opened. */
    private Form seen(Organ organ, Form form) {
        var values = new LinkedHashMap<>(form.values());
        values.put("seen", List.of(mark(organ)));
        return new Form(values, form.fieldErrors(), form.errors());
    }

    /** The form, rejected when somebody else has changed the organ since it was opened. */
    private Form fresh(Organ organ, Form form) {
        var seen = form.value("seen");
        return seen.isEmpty() || seen.equals(mark(organ))
                ? form
                : seen(organ, form).wrong("您打开本页之后，别人变更了这个机构。请核对机构页上的沿革，确认仍要变更后再次提交");
    }

    private String mark(Organ organ) {
        return String.valueOf(reforms.events(organ.id()).size());
    }

    private ReformPage page(@Nullable Organ organ, Form form) {
        return new ReformPage(
                organ == null ? "" : organ.code(),
                organ == null ? "" : organ.name(),
                form,
                OrganList.kinds(),
                Stream.of(Capacity.values())
                        .map(capacity -> new Option(capacity.name(), capacity.chinese()))
                        .toList(),
                organ == null
                        ? List.of()
                        : organs.children(organ.id()).stream().map(Organ::name).toList());
    }
}
