package gongkai.platform.request;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.database.Inserts;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.procedure.Situation;
import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register (登记簿): gives cases that begin their number and query code, stores them and tells of them. Cases that come in at the same
 * time are written in one transaction.
 */
@Component
class RequestRegister {
    private static final int AT_ONCE = 64;

    private final JdbcClient database;
    private final RequestStore store;
    private final RunningNumbers numbers;
    private final QueryCodes queryCodes;
    private final Applicants applicants;
    private final Organs organs;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final GroupCommit<Inserts> together;

    RequestRegister(
            JdbcClient database,
            RequestStore store,
            RunningNumbers numbers,
            QueryCodes queryCodes,
            Applicants applicants,
            Organs organs,
            AuditLog log,
            WhoActs whoActs,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.database = database;
        this.store = store;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
        this.applicants = applicants;
        this.organs = organs;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
        this.events = events;
        together =
                new GroupCommit<>(AT_ONCE, new TransactionTemplate(transactions), all -> Inserts.send(all, database));
    }

    /**
     * A case that the law lets begin.
     *
     * @param situation where it stands then
     * @param origin the case it came out of, null if it came in by itself
     * @param answerBy the day that the order to answer anew set, null where no order begins it
     * @param act what is being done, for the log
     */
    record Case(
            NewRequest request,
            Situation situation,
            @Nullable DisclosureRequest origin,
            @Nullable LocalDate answerBy,
            String act) {}

    /** Enters a case, in the caller's transaction if there is one; it is durable when that has ended, or else when this returns. */
    Requests.Outcome.Taken enter(Case entered) {
        var organ = entered.request().organ();
        int year = entered.request().submittedOn().getYear();
        int running = numbers.next(organ, year);
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status == STATUS_ROLLED_BACK) {
                        numbers.putBack(organ, year, running);
                    }
                }
            });
            return Inserts.together(database, () -> enter(entered, year, running));
        }
        return enterWithOthers(entered, year, running);
    }

    private Requests.Outcome.Taken enterWithOthers(Case entered, int year, int running) {
        try {
            var gathered = gather(entered, year, running);
            together.take(gathered.inserts());
            return gathered.told();
        } catch (GroupCommit.NotWritten e) {
            numbers.putBack(entered.request().organ(), year, running);
            throw e.why();
        }
    }

    /** Whatever can be made ready without the others is made ready in the thread of whoever brings it. */
    private Inserts.Gathered<Requests.Outcome.Taken> gather(Case entered, int year, int running)
            throws GroupCommit.NotWritten {
        try {
            return Inserts.gather(() -> enter(entered, year, running));
        } catch (RuntimeException e) {
            throw new GroupCommit.NotWritten(e);
        }
    }

    private Requests.Outcome.Taken enter(Case entered, int year, int running) {
        var request = entered.request();
        var number = "%s-%d-%04d".formatted(code(request), year, running);
        var queryCode = queryCodes.random();
        var row = new RequestStore.Fresh(
                store.nextId(),
                entered,
                number,
                year,
                running,
                queryCodes.hash(number, queryCode),
                applicants.add(request.organ(), request.applicant()),
                whoActs.now().person());
        store.add(row, clock.instant());
        var stored = row.stored();
        log.write(AuditEntry.of(entered.act(), "申请", number)
                .concerning(request.organ().value()));
        events.publishEvent(new RequestReceived(stored, queryCode));
        return new Requests.Outcome.Taken(stored, queryCode);
    }

    private String code(NewRequest request) {
        return organs.byId(request.organ()).orElseThrow().code();
    }
}
