package gongkai.platform.request;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.organ.Organs;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.procedure.Situation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register (登记簿): gives cases that begin their number and query code, stores them and tells of them. Cases that come in at the same
 * time are written in one transaction.
 */
@Component
class RequestRegister {
    /** While one group waits for the disk another is written. */
    private static final int WRITERS = 2;

    private static final int AT_ONCE = 64;

    private final RequestStore store;
    private final RunningNumbers numbers;
    private final QueryCodes queryCodes;
    private final Applicants applicants;
    private final Organs organs;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final GroupCommit<Beginning, Requests.Outcome.Taken> together;

    RequestRegister(
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
        this.store = store;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
        this.applicants = applicants;
        this.organs = organs;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
        this.events = events;
        together = new GroupCommit<>(WRITERS, AT_ONCE, new TransactionTemplate(transactions), this::write);
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
            @Nullable Long origin,
            @Nullable LocalDate answerBy,
            String act) {}

    private record Beginning(Case of, WhoActs.Acting who) {}

    /** Enters a case, in the caller's transaction if there is one; it is durable when that has ended, or else when this returns. */
    Requests.Outcome.Taken enter(Case entered) {
        var beginning = new Beginning(entered, whoActs.now());
        return TransactionSynchronizationManager.isActualTransactionActive()
                ? write(List.of(beginning)).getFirst()
                : together.take(beginning);
    }

    private List<Requests.Outcome.Taken> write(List<Beginning> all) {
        var applicantIds = applicants.add(all.stream()
                .map(Beginning::of)
                .map(Case::request)
                .map(request -> new Applicants.Newcomer(request.organ(), request.applicant()))
                .toList());
        var codes = all.stream().map(beginning -> queryCodes.random()).toList();
        var fresh = IntStream.range(0, all.size())
                .mapToObj(i -> {
                    var entered = all.get(i).of();
                    var request = entered.request();
                    int year = request.submittedOn().getYear();
                    int running = numbers.next(request.organ(), year);
                    var number = "%s-%d-%04d".formatted(code(request), year, running);
                    return new RequestStore.Fresh(
                            entered,
                            number,
                            year,
                            running,
                            queryCodes.hash(number, codes.get(i)),
                            applicantIds.get(i),
                            all.get(i).who().person());
                })
                .toList();
        var stored = store.add(fresh, clock.instant());
        log.write(IntStream.range(0, all.size())
                .mapToObj(i -> new AuditLog.Done(
                        all.get(i).who(),
                        AuditEntry.of(all.get(i).of().act(), "申请", stored.get(i).number())
                                .concerning(stored.get(i).organ().value())))
                .toList());
        events.publishEvent(new RequestsReceived(IntStream.range(0, all.size())
                .mapToObj(i -> new RequestsReceived.Received(
                        stored.get(i), codes.get(i), all.get(i).who().person()))
                .toList()));
        return IntStream.range(0, all.size())
                .mapToObj(i -> new Requests.Outcome.Taken(stored.get(i), codes.get(i)))
                .toList();
    }

    private String code(NewRequest request) {
        return organs.byId(request.organ()).orElseThrow().code();
    }
}
