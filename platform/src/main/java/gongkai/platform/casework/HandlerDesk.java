package gongkai.platform.casework;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Actor;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Due;
import gongkai.platform.web.ListQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits for whoever handles requests, and how the organ stands. */
@Component
class HandlerDesk implements Desk {
    private static final Map<String, String> MOST_URGENT = Map.of("size", "30");

    private final CaseList list;
    private final Cases cases;
    private final Access access;
    private final Policy policy;
    private final Requests requests;
    private final JdbcClient database;

    HandlerDesk(CaseList list, Cases cases, Access access, Policy policy, Requests requests, JdbcClient database) {
        this.list = list;
        this.cases = cases;
        this.access = access;
        this.policy = policy;
        this.requests = requests;
        this.database = database;
    }

    @Override
    public List<Task> tasks() {
        var actor = access.actor().orElse(null);
        if (actor == null || actor.organ() == null || !policy.allows(actor, Action.HANDLE_REQUESTS, actor.organ())) {
            return List.of();
        }
        var organ = Objects.requireNonNull(actor.organ());
        var query = ListQuery.of(CaseView.MINE.shape(), MOST_URGENT);
        return list.page(CaseView.MINE, organ, actor, query).rows().stream()
                .map(row -> task(row, organ))
                .filter(Objects::nonNull)
                .toList();
    }

    /** What this organ has to do about that case now; null while others have to act and still have time. */
    private @Nullable Task task(CaseRow row, OrganId organ) {
        var waits = Turn.waitsFor(row.state());
        if (waits.isPresent() && row.state() != RequestState.EXPLANATION_PENDING) {
            var lapse = Turn.lapse(waits.get());
            return row.waits() == null || !row.waits().over() || lapse == null
                    ? null
                    : new Task(row.number(), row.title(), lapse.label() + "？", row.link(), row.waits());
        }
        if (row.state() == RequestState.AWAITING_CONFIRMATION) {
            return new Task(row.number(), row.title(), "与申请人确认", row.link(), cases.due(organ, row.submittedOn(), ""));
        }
        var step = row.state() == RequestState.EXPLANATION_PENDING ? "答复（等待申请人说明理由）" : Turn.what(row.state());
        return new Task(row.number(), row.title(), step, row.link(), sooner(row));
    }

    /** The term of the law, or the one the office has set if that ends first. */
    private static @Nullable Due sooner(CaseRow row) {
        var due = row.due();
        var internal = row.internalDue();
        return internal != null && (due == null || internal.day().isBefore(due.day())) ? internal : due;
    }

    @Override
    public List<Figure> figures() {
        return access.actor()
                .filter(actor -> actor.organ() != null)
                .filter(actor -> policy.allows(actor, Action.SEE_REQUESTS, actor.organ()))
                .map(this::figures)
                .orElse(List.of());
    }

    private List<Figure> figures(Actor actor) {
        var organ = Objects.requireNonNull(actor.organ());
        var today = requests.today();
        var inHand = database.sql("""
                        select count(*) as all_cases, count(*) filter (where r.state = 'AWAITING_CONFIRMATION') as confirming,
                               count(*) filter (where r.judged_on is null and r.due < :today) as overdue,
                               count(*) filter (where k.opened_at is null) as unopened
                        from request.request r left join casework.docket k on k.request = r.id
                        where r.organ = :organ and
                        """ + CaseView.IN_HAND)
                .param("organ", organ.value())
                .param("today", today)
                .query((row, number) -> new int[] {
                    row.getInt("all_cases"), row.getInt("confirming"), row.getInt("overdue"), row.getInt("unopened")
                })
                .single();
        var year = database.sql("""
                        select count(*) as received, count(judged_on) as answered,
                               count(*) filter (where judged_on <= due) as in_time
                        from request.request where organ = :organ and receipt_on >= :first
                        """)
                .param("organ", organ.value())
                .param("first", today.withDayOfYear(1))
                .query((row, number) ->
                        new int[] {row.getInt("received"), row.getInt("answered"), row.getInt("in_time")})
                .single();
        var figures = new ArrayList<Figure>();
        figures.add(new Figure("在办申请", String.valueOf(inHand[0]), "/office/requests/all?stage=open"));
        figures.add(new Figure("逾期", String.valueOf(inHand[2]), CaseView.OVERDUE.path()));
        figures.add(new Figure("待双方确认", String.valueOf(inHand[1]), CaseView.CONFIRMING.path()));
        figures.add(new Figure("未打开", String.valueOf(inHand[3]), CaseView.UNOPENED.path()));
        figures.add(new Figure("本年新收", String.valueOf(year[0]), "/office/requests/all?from=" + today.withDayOfYear(1)));
        if (year[1] > 0) {
            figures.add(new Figure(
                    "按期答复",
                    "%.1f%%（%d/%d）".formatted(100.0 * year[2] / year[1], year[2], year[1]),
                    "/office/requests/all?stage=closed"));
        }
        return figures;
    }
}
