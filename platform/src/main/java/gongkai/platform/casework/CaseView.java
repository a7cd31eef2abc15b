package gongkai.platform.casework;

import gongkai.platform.request.procedure.ApplicantKind;
import gongkai.platform.request.procedure.Channel;
import gongkai.platform.request.procedure.DecisionType;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.ListShape;
import gongkai.platform.web.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The lists of cases, each with what stands in it. */
enum CaseView {
    MINE("我的办件", "", "分给您的、您科室的申请，按期限排列，最急的在最前。", "due"),
    ALL("全部", "/all", "本机关的全部申请，最新的在最前。", ""),
    CONFIRMING("待确认", "/confirming", "平常信函、网上、邮件、传真和误投的申请：双方确认之日才是收到申请之日（第三十一条）。收到当日就要联系。", "submitted"),
    UNOPENED("未打开", "/unopened", "还没有人打开过的申请，或分办以后承办人没有打开过的申请。", "due"),
    OVERDUE("逾期", "/overdue", "答复期限已过、还没有答复的申请。", "due"),
    OLDEST("最久十件", "/oldest", "在办时间最长的十件。", "submitted"),
    WAITING("等待对方", "/waiting", "等待申请人补正、缴费、说明理由，或等待第三方、其他机关意见的申请。对方期限过后由您决定，系统不会自动处理。", "waits");

    /** What is still in hand, written as the index has it. */
    static final String IN_HAND =
            "r.state not in ('DELIVERED', 'WITHDRAWN', 'ABANDONED_CORRECTION', 'ABANDONED_FEE', 'ARCHIVED')";

    static final String BASE = "/office/requests";

    private final String chinese;
    private final String path;
    private final String lead;
    private final String sort;

    CaseView(String chinese, String path, String lead, String sort) {
        this.chinese = chinese;
        this.path = path;
        this.lead = lead;
        this.sort = sort;
    }

    /** The list at that address. */
    static CaseView at(String address) {
        return Arrays.stream(values())
                .filter(view -> view.path().equals(address))
                .findFirst()
                .orElseThrow();
    }

    String chinese() {
        return chinese;
    }

    String path() {
        return BASE + path;
    }

    String lead() {
        return lead;
    }

    /** The condition, with {@code :today}, {@code :me}, {@code :division} and {@code :distributes} where it needs them. */
    String condition() {
        return switch (this) {
            case ALL -> "true";
            case MINE ->
                IN_HAND + " and (k.handler = :me or k.handler is null and k.division = :division"
                        + " or k.handler is null and k.division is null and :distributes)";
            case CONFIRMING -> IN_HAND + " and r.state = 'AWAITING_CONFIRMATION'";
            case UNOPENED -> IN_HAND + " and k.opened_at is null";
            case OVERDUE -> IN_HAND + " and r.judged_on is null and r.due < :today";
            case OLDEST -> IN_HAND;
            case WAITING ->
                IN_HAND + " and r.state in ('CORRECTION_PENDING', 'EXPLANATION_PENDING', 'THIRD_PARTY_PENDING',"
                        + " 'AGENCY_PENDING', 'FEE_PENDING')";
        };
    }

    /** What can be asked of it. */
    ListShape shape() {
        var shape = ListShape.at(path(), "r.id")
                .sortable("due", "r.due")
                .sortable("submitted", "r.submitted_on")
                .sortable("waits", "k.waits_until")
                .sortable("internal", "k.internal_due")
                .sortable("state", "r.state")
                .filters("q")
                .choice("state", RequestState.values())
                .choice("channel", Channel.values())
                .choice("kind", ApplicantKind.values())
                .choice("result", DecisionType.values())
                .numbers("division", "handler")
                .days("from", "to", "dueFrom", "dueTo")
                .choice("stage", Set.of("open", "closed"));
        // The newest first, in the order of an index that is there anyway.
        return this == ALL
                ? new ListShape(shape.path(), shape.columns(), shape.filters(), "", true, "r.year desc, r.running")
                : new ListShape(shape.path(), shape.columns(), shape.filters(), sort, false, "r.id");
    }

    static List<Option> tabs() {
        return Arrays.stream(values())
                .map(view -> new Option(view.path(), view.chinese()))
                .toList();
    }
}
