package gongkai.platform.auditor;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.access.Policy;
import gongkai.platform.audit.AuditChain;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Page;
import gongkai.platform.web.Redirect;
import gongkai.platform.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The auditor's pages: the log as a list, one line of it, the log as a file, and its verification. */
@Controller
@RequestMapping("/office/audit")
@Needs(Action.SEE_AUDIT_LOG)
class AuditController {
    /** A sheet has room for little more. */
    private static final int MOST_EXPORTED = 1_000_000;

    private static final long PATIENCE_SECONDS = 5;
    private static final List<Column<AuditRow>> COLUMNS = List.of(
            Column.of("链号", AuditRow::seq),
            Column.of("时间", AuditRow::time),
            Column.of("账号", AuditRow::login),
            Column.of("姓名", AuditRow::name),
            Column.of("来源地址", AuditRow::address),
            Column.of("机构", AuditRow::organ),
            Column.of("操作", AuditRow::action),
            Column.of("对象类型", AuditRow::subjectKind),
            Column.of("对象", AuditRow::subject),
            Column.of("内容", AuditRow::detail));

    private final AuditLines lines;
    private final AuditChain chain;
    private final AuditLog log;
    private final Access access;
    private final Policy policy;

    AuditController(AuditLines lines, AuditChain chain, AuditLog log, Access access, Policy policy) {
        this.lines = lines;
        this.chain = chain;
        this.log = log;
        this.access = access;
        this.policy = policy;
    }

    @GetMapping
    View list(@RequestParam Map<String, String> parameters, @RequestParam(defaultValue = "") String export) {
        policy.require(access.required(), Action.SEE_AUDIT_LOG, null);
        var query = ListQuery.of(AuditLines.SHAPE, parameters);
        if (!export.isEmpty()) {
            return export(query, export);
        }
        var found = lines.list(query);
        boolean more = found.total() > AuditLines.MOST;
        return Page.of(
                "auditor/list",
                new AuditListPage(
                        new Listing<>(query, found.rows(), Math.min(found.total(), AuditLines.MOST)),
                        more,
                        query.form(),
                        lines.actions(),
                        chain.state()));
    }

    @GetMapping("/{id:[0-9]{1,18}}")
    View entry(@PathVariable long id) {
        policy.require(access.required(), Action.SEE_AUDIT_LOG, null);
        var row = lines.find(id).orElseThrow(() -> Refusal.notFound("没有这条审计日志"));
        return Page.of("auditor/entry", new AuditEntryPage(row, chain.place(id).orElse(null)));
    }

    /** Verifies the chain; a short one while the auditor waits, a long one in the background. */
    @PostMapping("/verification")
    View verify() throws InterruptedException {
        policy.require(access.required(), Action.SEE_AUDIT_LOG, null);
        log.write(AuditEntry.of("核验审计日志", "审计日志", "全部"));
        var back = Redirect.to("/office/audit");
        try {
            var report = chain.verify().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return back.saying(
                    report.sound()
                            ? "核验完成：审计日志完整，共 " + report.links() + " 条"
                            : "核验完成：发现 " + report.found() + " 处问题，见下");
        } catch (TimeoutException e) {
            return back.saying("正在核验，稍后刷新本页查看结果");
        } catch (ExecutionException e) {
            return back.warning("核验没有完成，原因见运行日志");
        }
    }

    private View export(ListQuery query, String kind) {
        policy.require(access.required(), Action.EXPORT_AUDIT_LOG, null);
        var filters = query.filters().entrySet().stream()
                .map(filter -> filter.getKey() + "=" + filter.getValue())
                .collect(Collectors.joining("，"));
        log.write(AuditEntry.of("导出审计日志", "审计日志", kind).with(filters.isEmpty() ? "全部" : "筛选：" + filters));
        return Export.of(kind, "审计日志", COLUMNS, lines.all(query, MOST_EXPORTED));
    }
}
