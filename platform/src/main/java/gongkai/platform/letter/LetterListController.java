package gongkai.platform.letter;

import gongkai.platform.access.Action;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Page;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The list of letters. */
@Controller
@Needs(Action.SEE_REQUESTS)
class LetterListController {
    private static final List<Column<LetterList.Line>> COLUMNS = List.of(
            Column.of("文书", LetterList.Line::title),
            Column.of("文号", LetterList.Line::docNo),
            Column.of("申请编号", LetterList.Line::request),
            Column.of("状态", line -> line.state().chinese()),
            Column.of("拟制时间", line -> line.madeAt().toInstant()),
            Column.of("签发日期", LetterList.Line::signedOn));

    private final LetterList list;
    private final LetterAccess access;
    private final AuditLog log;

    LetterListController(LetterList list, LetterAccess access, AuditLog log) {
        this.list = list;
        this.access = access;
        this.log = log;
    }

    @GetMapping("/office/letters")
    View list(@RequestParam Map<String, String> parameters) {
        var query = ListQuery.of(LetterList.SHAPE, parameters);
        var reach = access.reach(Action.SEE_REQUESTS);
        var export = parameters.get("export");
        if (export == null) {
            return Page.of(
                    "letter/list",
                    new LetterListPage(
                            list.page(reach, query),
                            LetterList.kinds(),
                            LetterList.states(),
                            !access.reach(Action.EDIT_TEMPLATES).organs().isEmpty()));
        }
        var rows = list.all(reach, query);
        var file = Export.of(export, "文书", COLUMNS, rows.stream());
        log.write(AuditEntry.of("导出文书", "文书", "列表").with(export + "，" + rows.size() + " 份"));
        return file;
    }
}
