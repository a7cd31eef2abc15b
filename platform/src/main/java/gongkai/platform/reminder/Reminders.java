package gongkai.platform.reminder;

import gongkai.platform.calendar.MissingYearException;
import gongkai.platform.organ.OrganId;
import gongkai.platform.reminder.Reminder.Occasion;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.Requests;
import gongkai.platform.request.procedure.Deadlines;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks for terms that are near or over, organ by organ, and tells of each once. */
@Service
class Reminders {
    /** No term that ends later than this can be within three working days, holidays counted in. */
    private static final int AHEAD = 16;

    private static final int NEAR = 3;

    private final JdbcClient database;
    private final Requests requests;
    private final ReminderMail mail;

    Reminders(JdbcClient database, Requests requests, ReminderMail mail) {
        this.database = database;
        this.requests = requests;
        this.mail = mail;
    }

    /** The organs that have cases which are not over. */
    List<OrganId> organs() {
        return database.sql("""
                        select distinct organ from request.request where ended_on is null or state in ('DECIDED', 'DISPATCHED')
                        """)
                .query((row, number) -> new OrganId(row.getLong(1)))
                .list();
    }

    /** Tells an organ what it has not been told yet. @return the new reminders */
    @Transactional
    List<Reminder> remind(OrganId organ) {
        var today = requests.today();
        var fresh = new ArrayList<Reminder>();
        for (var number : candidates(organ, today)) {
            requests.byNumber(number).stream()
                    .flatMap(request -> due(request, today).stream())
                    .filter(reminder -> isNew(reminder, organ, today))
                    .forEach(fresh::add);
        }
        mail.send(organ, fresh);
        return fresh;
    }

    /** What an organ's people were reminded of and is still so. */
    List<Reminder> standing(Long[] organs, Occasion occasion) {
        return database.sql("""
                        select m.request as request_id, r.number as request, m.term, m.last_day, m.occasion
                        from reminder.reminder m join request.request r on r.id = m.request
                        where m.organ = any(:organs) and m.occasion = :occasion and m.term = 'REPLY'
                          and r.due = m.last_day and r.judged_on is null
                        order by m.last_day limit 20
                        """)
                .param("organs", organs)
                .param("occasion", occasion.name())
                .query((row, number) -> new Reminder(
                        row.getLong("request_id"),
                        row.getString("request"),
                        Deadlines.Kind.valueOf(row.getString("term")),
                        row.getObject("last_day", LocalDate.class),
                        Occasion.valueOf(row.getString("occasion"))))
                .list();
    }

    private List<String> candidates(OrganId organ, LocalDate today) {
        return database.sql("""
                        select number from request.request
                        where organ = :organ and (ended_on is null or state in ('DECIDED', 'DISPATCHED')) and (due is null or due <= :soon)
                        order by id
                        """)
                .param("organ", organ.value())
                .param("soon", today.plusDays(AHEAD))
                .query((row, number) -> row.getString("number"))
                .list();
    }

    private List<Reminder> due(DisclosureRequest request, LocalDate today) {
        try {
            var procedure = requests.procedure(request.organ());
            return procedure.deadlines(requests.standing(request, requests.steps(request))).stream()
                    .flatMap(deadline -> occasion(request, deadline, today)
                            .map(found -> new Reminder(
                                    request.id(), request.number(), deadline.kind(), deadline.lastDay(), found))
                            .stream())
                    .toList();
        } catch (MissingYearException e) {
            return List.of();
        }
    }

    private Optional<Occasion> occasion(DisclosureRequest request, Deadlines.Deadline deadline, LocalDate today) {
        if (deadline.lastDay().isBefore(today)) {
            // After seven working days nothing can be asked for any more; that is no reproach.
            return deadline.kind() == Deadlines.Kind.CORRECTION_NOTICE
                    ? Optional.empty()
                    : Optional.of(Occasion.OVERDUE);
        }
        int left = requests.procedure(request.organ()).days().left(today, deadline.lastDay());
        if (left <= 1) {
            return Optional.of(Occasion.ONE_DAY);
        }
        return left <= NEAR ? Optional.of(Occasion.THREE_DAYS) : Optional.empty();
    }

    private boolean isNew(Reminder reminder, OrganId organ, LocalDate today) {
        return database.sql("""
                        insert into reminder.reminder (request, organ, term, last_day, occasion, made_on)
                        values (:request, :organ, :term, :lastDay, :occasion, :today) on conflict do nothing
                        """)
                        .param("request", reminder.requestId())
                        .param("organ", organ.value())
                        .param("term", reminder.term().name())
                        .param("lastDay", reminder.lastDay())
                        .param("occasion", reminder.occasion().name())
                        .param("today", today)
                        .update()
                == 1;
    }
}
