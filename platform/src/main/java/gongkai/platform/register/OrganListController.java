package gongkai.platform.register;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Export;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The list of organs. Its export has the columns of the import, so it can be mended in a spreadsheet and read again. */
@Controller
@Needs(Action.SEE_ORGANS)
class OrganListController {
    private static final List<Option> STATES = List.of(new Option("all", "全部"), new Option("gone", "已撤销"));

    private final OrganList list;
    private final OrganRights rights;
    private final OrganColumns columns;
    private final AuditLog log;

    OrganListController(OrganList list, OrganRights rights, OrganColumns columns, AuditLog log) {
        this.list = list;
        this.rights = rights;
        this.columns = columns;
        this.log = log;
    }

    @GetMapping("/office/organs")
    View list(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(OrganList.SHAPE, parameters);
        var export = parameters.get("export");
        if (export == null) {
            return Page.of(
                    "organ/list",
                    new OrganListPage(
                            list.page(query), OrganList.kinds(), STATES, rights.mayAnywhere(Action.EDIT_ORGANS)));
        }
        var rows = list.all(query).toList();
        var file = Export.of(export, "机构", columns.all(), rows.stream());
        log.write(AuditEntry.of("导出机构", "机构", "列表").with(export + "，" + rows.size() + " 个"));
        return file;
    }
}
