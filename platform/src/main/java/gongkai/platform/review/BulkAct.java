package gongkai.platform.review;

import gongkai.platform.access.Action;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import java.util.List;

/** What can be done with many requests at once. */
public enum BulkAct {
    EXTEND("批量延期", "延长答复期限", Action.DECIDE_REQUESTS, RequestState.REGISTERED, RequestState.IN_PROGRESS),
    CORRECTION_OVERDUE("补正逾期", "逾期不补正，不再处理", Action.HANDLE_REQUESTS, RequestState.CORRECTION_PENDING),
    FEE_OVERDUE("缴费逾期", "逾期不缴费，不再处理", Action.HANDLE_REQUESTS, RequestState.FEE_PENDING);

    private final String tab;
    private final String label;
    private final Action action;
    private final List<RequestState> from;

    BulkAct(String tab, String label, Action action, RequestState... from) {
        this.tab = tab;
        this.label = label;
        this.action = action;
        this.from = List.of(from);
    }

    public String tab() {
        return tab;
    }

    public String label() {
        return label;
    }

    /** What follows for each request, before it is confirmed. */
    public String consequence() {
        return switch (this) {
            case EXTEND -> "每件的答复期限各自延长，只能延长一次；延期告知书随之生成，须在原期限届满前告知申请人（第三十三条）。";
            case CORRECTION_OVERDUE -> "每件视为放弃申请，不再处理，计入“其他处理”第1项；告知书随之生成（第三十条）。";
            case FEE_OVERDUE -> "每件视为放弃申请，不再处理，计入“其他处理”第2项；告知书随之生成（第四十二条）。";
        };
    }

    Action action() {
        return action;
    }

    /** The states of the requests it may concern. */
    List<RequestState> from() {
        return from;
    }

    Step step(LocalDate on, int workingDays, String approvedBy, String reason) {
        return switch (this) {
            case EXTEND -> new Step.Extend(on, workingDays, approvedBy, reason);
            case CORRECTION_OVERDUE -> new Step.CorrectionOverdue(on);
            case FEE_OVERDUE -> new Step.FeeOverdue(on);
        };
    }
}
