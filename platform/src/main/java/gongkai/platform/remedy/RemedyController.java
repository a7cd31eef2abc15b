package gongkai.platform.remedy;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.remedy.RemedyTerms.Hearing;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.Form;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The register of reconsiderations and lawsuits (复议诉讼台账). */
@Controller
@RequestMapping("/office/remedies")
@Needs(Action.SEE_REQUESTS)
class RemedyController {
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 4_000;

    private static final List<Column<RemedyFile>> COLUMNS = List.of(
            Column.of("案号", file -> file.remedy().caseNo()),
            Column.of("类型", file -> file.remedy().kind().label()),
            Column.of("复议机关或者法院", RemedyFile::decider),
            Column.of("申请编号", file -> file.remedy().request()),
            Column.of("受理日期", file -> file.remedy().acceptedOn()),
            Column.of("收到副本日期", RemedyFile::copyOn),
            Column.of("提出答复、答辩日期", RemedyFile::defendedOn),
            Column.of("结果", RemedyFile::outcomeWords),
            Column.of("审结日期", file -> file.remedy().closedOn()),
            Column.of("重新答复期限", RemedyFile::redoUntil));

    private final RemedyList list;
    private final RemedyFiles files;
    private final RemedyClock clock;
    private final RemedyRights rights;
    private final AuditLog log;

    RemedyController(RemedyList list, RemedyFiles files, RemedyClock clock, RemedyRights rights, AuditLog log) {
        this.list = list;
        this.files = files;
        this.clock = clock;
        this.rights = rights;
        this.log = log;
    }

    @GetMapping
    View list(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(RemedyList.SHAPE, parameters);
        var export = parameters.get("export");
        if (export != null) {
            var rows = list.all(query, rights.seen());
            var file = Export.of(export, "复议诉讼台账", COLUMNS, rows.stream());
            log.write(AuditEntry.of("导出复议诉讼台账", "复议诉讼案件", "列表").with(export + "，" + rows.size() + " 件"));
            return file;
        }
        var page = list.page(query, rights.seen());
        return Page.of(
                "remedy/list",
                new RemedyPages.Register(
                        new Listing<>(
                                query, page.rows().stream().map(this::line).toList(), page.total()),
                        RemedyPages.KINDS,
                        RemedyPages.STATES,
                        !rights.handled().isEmpty()));
    }

    @GetMapping("/new")
    @Needs(Action.HANDLE_REMEDIES)
    View blank(@RequestParam Map<String, String> parameters) {
        var values = new LinkedHashMap<String, String>();
        values.put("request", parameters.getOrDefault("request", ""));
        values.put("kind", parameters.getOrDefault("kind", ""));
        values.put("hearing", Hearing.ORDINARY.name());
        var from = parameters.getOrDefault("from", "");
        if (from.matches("\\d{1,18}")) {
            values.putAll(afterReconsideration(rights.file(Long.parseLong(from))));
        }
        return Page.of("remedy/new", entering(Form.of(values)));
    }

    /** A lawsuit after that reconsideration, with who is sued beside the organ as the law has it. */
    private Map<String, String> afterReconsideration(RemedyFile file) {
        var own = rights.name(file.remedy().organ());
        var outcome = file.remedy().outcome();
        var sued = file.decider().isEmpty() || outcome == null
                ? List.of(own)
                : RemedyTerms.defendants(own, file.decider(), outcome);
        return Map.of(
                "kind", RemedyKind.LITIGATION_AFTER_RECON.name(),
                "request", Objects.requireNonNullElse(file.remedy().request(), ""),
                "about", file.about(),
                "defendants", sued.stream().filter(name -> !name.equals(own)).collect(Collectors.joining("、")));
    }

    @PostMapping
    @Needs(Action.HANDLE_REMEDIES)
    View enter(@RequestParam Map<String, String> typed) {
        var organ = rights.own();
        var input = new RemedyInput(typed);
        var kind = input.choice("kind", RemedyKind.class, "案件类型");
        var caseNo = input.required("caseNo", LONGEST_NUMBER, "案号");
        var accepted = input.requiredDay("acceptedOn", "受理日期");
        var hearing = input.choice("hearing", Hearing.class, "审理程序");
        var decider = input.required("decider", LONGEST_NAME, "复议机关或者法院");
        var request = input.text("request", LONGEST_NUMBER, "申请编号");
        var about = input.text("about", LONGEST_TEXT, "案由");
        var defendants = input.text("defendants", LONGEST_NAME, "共同被告");
        var copy = input.day("copyOn", "收到副本日期");
        if (request.isEmpty() && about.isEmpty()) {
            input.wrong("about", "不是因申请引起的（例如主动公开），请写明案由；因申请引起的，请填申请编号");
        }
        if (kind == null || accepted == null || hearing == null || input.form().rejected()) {
            return Page.rejected("remedy/new", entering(input.form()));
        }
        try {
            long id = files.enter(new RemedyFiles.Entered(
                    organ.id(),
                    kind,
                    request.isEmpty() ? null : request,
                    caseNo,
                    accepted,
                    hearing,
                    decider,
                    defendants,
                    about,
                    copy));
            return Redirect.to("/office/remedies/" + id).saying("案件已登记");
        } catch (Refusal problem) {
            return Page.rejected("remedy/new", entering(input.form().wrong(sentence(problem))));
        }
    }

    @GetMapping("/{id}")
    View file(@PathVariable long id) {
        return Page.of("remedy/case", page(rights.file(id), Form.EMPTY, Form.EMPTY));
    }

    @PostMapping("/{id}/steps")
    @Needs(Action.HANDLE_REMEDIES)
    View step(@PathVariable long id, @RequestParam Map<String, String> typed) {
        var file = rights.handled(id);
        var input = new RemedyInput(typed);
        var step = input.choice("type", RemedyStep.class, "发生了什么");
        var day = input.requiredDay("on", "日期");
        var note = input.text("note", LONGEST_TEXT, "说明");
        if (step == null || day == null || input.form().rejected()) {
            return Page.rejected("remedy/case", page(file, input.form(), Form.EMPTY));
        }
        try {
            files.take(file, step, day, note);
            return Redirect.to(file.link()).saying("已登记：" + step.label());
        } catch (Refusal problem) {
            return Page.rejected("remedy/case", page(file, input.form().wrong(sentence(problem)), Form.EMPTY));
        }
    }

    @PostMapping("/{id}/ending")
    @Needs(Action.HANDLE_REMEDIES)
    View close(@PathVariable long id, @RequestParam Map<String, String> typed) {
        var file = rights.handled(id);
        var input = new RemedyInput(typed);
        var result = input.choice("result", RemedyResult.class, "结果");
        var closed = input.requiredDay("closedOn", "审结日期");
        var redo = input.day("redoUntil", "重新答复的期限");
        var lesson = input.text("lesson", LONGEST_TEXT, "教训");
        if (result != null && !RemedyResult.of(file.remedy().kind()).contains(result)) {
            input.wrong("result", "这一结果不属于" + file.remedy().kind().label());
        }
        if (result != null && redo != null && !result.mayOrderRedo()) {
            input.wrong("redoUntil", "“" + result.label() + "”不责令重新答复，请不要填期限");
        }
        if (redo != null && closed != null && redo.isBefore(closed)) {
            input.wrong("redoUntil", "重新答复的期限早于审结日期");
        }
        if (result == null || closed == null || input.form().rejected()) {
            return Page.rejected("remedy/case", page(file, Form.EMPTY, input.form()));
        }
        try {
            var why = files.close(file, new RemedyFiles.Ending(result, closed, redo, lesson));
            return Redirect.to(file.link())
                    .saying("结果已登记，计入表四“" + result.outcome().label() + "”"
                            + (why.isEmpty() ? redone(file) : "。重新答复的案件没有立起来，" + why + "，请在办件页办理"));
        } catch (Refusal problem) {
            return Page.rejected(
                    "remedy/case", page(file, Form.EMPTY, input.form().wrong(sentence(problem))));
        }
    }

    private String redone(RemedyFile file) {
        return files.file(file.remedy().id())
                .map(RemedyFile::redoNumber)
                .map(number -> "。重新答复的案件 " + number + " 已立案，查询码写在它的登记回执里，请交给申请人")
                .orElse("");
    }

    private RemedyPages.Line line(RemedyFile file) {
        return new RemedyPages.Line(file, file.closed() ? null : clock.defence(file));
    }

    private RemedyPages.Enter entering(Form form) {
        return new RemedyPages.Enter(rights.own().name(), form, RemedyPages.KINDS, RemedyPages.HEARINGS);
    }

    private RemedyPages.Case page(RemedyFile file, Form step, Form ending) {
        return new RemedyPages.Case(
                file,
                rights.name(file.remedy().organ()),
                clock.all(file),
                clock.suit(file),
                step,
                ending,
                rights.mayHandle(file.remedy().organ()),
                true);
    }

    private static String sentence(Refusal problem) {
        return problem.sentence();
    }
}
