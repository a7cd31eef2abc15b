package gongkai.platform.casework;

import gongkai.platform.access.Action;
import gongkai.platform.access.Colleagues;
import gongkai.platform.access.Divisions;
import gongkai.platform.access.Needs;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import gongkai.platform.web.ListQuery;
import gongkai.platform.web.Option;
import gongkai.platform.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The lists of cases of the organ somebody acts for. */
@Controller
@Needs(Action.SEE_REQUESTS)
class CaseListController {
    private static final List<Column<CaseRow>> COLUMNS = List.of(
            Column.of("编号", CaseRow::number),
            Column.of("申请内容", CaseRow::title),
            Column.of("状态", row -> row.state().label()),
            Column.of("渠道", row -> row.channel().label()),
            Column.of("申请人类型", CaseRow::kind),
            Column.of("提交日期", CaseRow::submittedOn),
            Column.of("收到申请之日", CaseRow::receiptDate),
            Column.of("答复期限", CaseRow::dueDay),
            Column.of("承办科室", CaseRow::division),
            Column.of("承办人", CaseRow::handler),
            Column.of("办结日期", CaseRow::endedOn),
            Column.of("处理结果", CaseRow::result));

    private final CaseList list;
    private final Cases cases;
    private final Divisions divisions;
    private final Colleagues colleagues;
    private final AuditLog log;

    CaseListController(CaseList list, Cases cases, Divisions divisions, Colleagues colleagues, AuditLog log) {
        this.list = list;
        this.cases = cases;
        this.divisions = divisions;
        this.colleagues = colleagues;
        this.log = log;
    }

    @GetMapping({
        "/office/requests",
        "/office/requests/all",
        "/office/requests/confirming",
        "/office/requests/unopened",
        "/office/requests/overdue",
        "/office/requests/oldest",
        "/office/requests/waiting"
    })
    View list(HttpServletRequest asked, @RequestParam Map<String, String> parameters) {
        var view = CaseView.at(asked.getRequestURI());
        var organ = cases.organ(Action.SEE_REQUESTS);
        var query = ListQuery.of(view.shape(), parameters);
        var export = parameters.get("export");
        if (export != null) {
            var rows = list.all(view, organ, cases.actor(), query);
            var file = Export.of(export, "依申请公开-" + view.chinese(), COLUMNS, rows.stream());
            log.write(AuditEntry.of("导出申请列表", "申请", view.chinese())
                    .concerning(organ.value())
                    .with(export + "，" + rows.size() + " 件"));
            return file;
        }
        var page = list.page(view, organ, cases.actor(), query);
        return Page.of(
                "casework/list",
                new CaseListPage(
                        view.chinese(),
                        view.lead(),
                        CaseView.tabs(),
                        page,
                        page.total() > CaseList.MOST_COUNTED,
                        view == CaseView.WAITING,
                        cases.may(Action.HANDLE_REQUESTS, organ),
                        cases.may(Action.SEE_PERSONAL_DATA, organ),
                        choices(organ)));
    }

    private CaseListPage.Choices choices(OrganId organ) {
        return new CaseListPage.Choices(
                Arrays.stream(RequestState.values())
                        .filter(state -> state != RequestState.RECEIVED)
                        .map(state -> new Option(state.name(), state.label()))
                        .toList(),
                channels(),
                kinds(),
                divisions.in(organ).stream()
                        .map(division -> new Option(String.valueOf(division.id()), division.name()))
                        .toList(),
                colleagues.whoMay(Action.HANDLE_REQUESTS, organ).stream()
                        .map(person -> new Option(String.valueOf(person.person()), person.label()))
                        .toList(),
                Arrays.stream(DecisionType.values())
                        .map(decision -> new Option(decision.name(), decision.label()))
                        .toList());
    }

    static List<Option> channels() {
        return Arrays.stream(Channel.values())
                .map(channel -> new Option(channel.name(), channel.label()))
                .toList();
    }

    static List<Option> kinds() {
        return Arrays.stream(ApplicantKind.values())
                .map(kind -> new Option(kind.name(), kind.chinese()))
                .toList();
    }
}
