package gongkai.platform.review;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.casework.StepObjections;
import gongkai.platform.organ.OrganId;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Entry;
import gongkai.platform.request.procedure.Recorded;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.StepType;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The requests of an organ with which something may be done today, the most urgent first. */
@Repository
class BulkList {
    static final int MOST = 200;

    private final JdbcClient database;
    private final Requests requests;
    private final StepObjections objections;

    BulkList(JdbcClient database, Requests requests, StepObjections objections) {
        this.database = database;
        this.requests = requests;
        this.objections = objections;
    }

    List<DisclosureRequest> of(OrganId organ, BulkAct act) {
        return database
                .sql("""
                        select number from request.request
                        where organ = :organ and ended_on is null and state in (:states)
                        order by due nulls last, id limit :most
                        """)
                .param("organ", organ.value())
                .param("states", act.from().stream().map(Enum::name).toList())
                .param("most", MOST * 5)
                .query((row, number) -> String.valueOf(row.getString("number")))
                .list()
                .stream()
                .map(requests::byNumber)
                .flatMap(Optional::stream)
                .filter(request -> allowed(request, act))
                .limit(MOST + 1)
                .toList();
    }

    /** Whether the law lets it be done today. */
    private boolean allowed(DisclosureRequest request, BulkAct act) {
        var today = requests.today();
        var steps = requests.steps(request).stream().map(Recorded::step).toList();
        try {
            return requests.procedure(request.organ())
                                    .take(
                                            request.opening(),
                                            steps,
                                            act.step(today, 1, "批准人", "理由"),
                                            new Entry(today, false))
                            instanceof Ruling.Moved
                    && objections
                            .to(request, StepType.of(act.step(today, 1, "", "")))
                            .isEmpty();
        } catch (MissingYearException e) {
            return false;
        }
    }
}
