package gongkai.platform.request;

import gongkai.platform.personal.Applicants;
import gongkai.platform.request.procedure.RequestState;
import gongkai.platform.request.procedure.Step;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How long an applicant's data are kept (保管期限): the term begins when all their cases are archived, and waits for remedies. */
@Service
public class KeepingTerm {
    private final JdbcClient database;
    private final Applicants applicants;

    KeepingTerm(JdbcClient database, Applicants applicants) {
        this.database = database;
        this.applicants = applicants;
    }

    @EventListener
    void moved(StepTaken taken) {
        if (taken.request().state() == RequestState.ARCHIVED) {
            begin(taken.request(), taken.step().on());
        } else if (taken.step() instanceof Step.Undo) {
            suspend(taken.request());
        }
    }

    /** Keeps the data without end, for as long as something about the case is open. */
    public void suspend(DisclosureRequest request) {
        applicants.keepUntil(request.applicant(), null);
    }

    /** Begins the term on that day, unless another case of the same applicant is not archived yet. */
    public void begin(DisclosureRequest request, LocalDate on) {
        boolean open = database.sql(
                        "select exists (select from request.request where applicant = :applicant and state <> :archived)")
                .param("applicant", request.applicant().value())
                .param("archived", RequestState.ARCHIVED.name())
                .query(Boolean.class)
                .single();
        if (!open) {
            applicants.closed(request.applicant(), on);
        }
    }
}
