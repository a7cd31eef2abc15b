package gongkai.platform.calendar;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The calendar that holds now: the notices shipped with the platform, those entered since, and what regions decided. Kept in memory; a
 * change made on another node is seen within {@link #SEEN_WITHIN}.
 */
@Service
public class Calendars {
    /** How old what this node has in memory may be. */
    public static final Duration SEEN_WITHIN = Duration.ofSeconds(2);

    private static final int WARNED_FROM_MONTH = 11;

    private final JdbcClient database;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;
    private volatile @Nullable Known known;

    Calendars(JdbcClient database, AuditLog log, WhoActs whoActs, Clock clock) {
        this.database = database;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    private record Known(WorkCalendar calendar, long revision, long lookedAt) {}

    /** The calendar that holds now. */
    public WorkCalendar now() {
        var kept = known;
        var time = System.nanoTime();
        if (kept != null && time - kept.lookedAt() < SEEN_WITHIN.toNanos()) {
            return kept.calendar();
        }
        long revision = database.sql("select number from calendar.revision")
                .query(Long.class)
                .single();
        var calendar = kept != null && kept.revision() == revision ? kept.calendar() : read();
        known = new Known(calendar, revision, time);
        return calendar;
    }

    /** The days that count in the place with that 行政区划代码; null where only the national notices hold. */
    public WorkingDays in(@Nullable String region) {
        return region == null ? now().national() : now().in(region);
    }

    /** What kind of day today is, by the national notices; empty when this year has none. */
    public Optional<CalendarDay> today() {
        var today = LocalDate.now(clock);
        var calendar = now();
        return calendar.years().contains(today.getYear())
                ? Optional.of(calendar.national().day(today))
                : Optional.empty();
    }

    /** The years whose notice is missing and needed: this year's, and from November on the next. */
    public List<Integer> missingYears() {
        var today = LocalDate.now(clock);
        var missing = new TreeSet<Integer>();
        missing.add(today.getYear());
        if (today.getMonthValue() >= WARNED_FROM_MONTH) {
            missing.add(today.getYear() + 1);
        }
        missing.removeAll(now().years());
        return List.copyOf(missing);
    }

    /** What is wrong with a notice or a decision, in Chinese; nothing was entered then. */
    public record Rejected(List<String> problems) {}

    /** Enters a year's notice; of several for one year the last one entered holds. */
    @Transactional
    public Optional<Rejected> enter(HolidayNotice notice) {
        return enter(NoticeRules.problems(notice), notice.year(), null, notice.source(), notice.days());
    }

    /** Enters what a region decided. */
    @Transactional
    public Optional<Rejected> enter(RegionalDays regional) {
        return enter(NoticeRules.problems(regional), null, regional.region(), regional.source(), regional.days());
    }

    private Optional<Rejected> enter(
            List<String> problems,
            @Nullable Integer year,
            @Nullable String region,
            String source,
            List<NoticeDay> days) {
        if (!problems.isEmpty()) {
            return Optional.of(new Rejected(problems));
        }
        long id = database.sql("""
                        insert into calendar.decision (year, region, source, entered_at, entered_by)
                        values (:year, :region, :source, :now, :who) returning id
                        """)
                .param("year", year)
                .param("region", region)
                .param("source", source)
                .param("now", Timestamp.from(clock.instant()))
                .param("who", whoActs.now().login())
                .query(Long.class)
                .single();
        for (var day : days) {
            database.sql("insert into calendar.day (decision, day, name, off) values (:id, :day, :name, :off)")
                    .param("id", id)
                    .param("day", day.day())
                    .param("name", day.name())
                    .param("off", day.off())
                    .update();
        }
        log.write(AuditEntry.of("录入工作日历", "工作日历", String.valueOf(id))
                .with((year != null ? year + "年，" : "行政区划" + region + "，") + source + "，" + days.size() + "天"));
        changed();
        return Optional.empty();
    }

    /** Withdraws what was entered wrongly; an earlier or the shipped notice of that year holds again. False if it does not stand. */
    @Transactional
    public boolean withdraw(long id, String reason) {
        int withdrawn = database.sql("""
                        update calendar.decision set withdrawn_at = :now, withdrawn_by = :who, withdrawn_reason = :reason
                        where id = :id and withdrawn_at is null
                        """)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("who", whoActs.now().login())
                .param("reason", reason)
                .update();
        if (withdrawn == 1) {
            log.write(AuditEntry.of("撤销工作日历", "工作日历", String.valueOf(id)).with(reason));
            changed();
        }
        return withdrawn == 1;
    }

    /** All that was entered, the latest first, withdrawn ones included. */
    public List<EnteredDecision> entered() {
        var days = days();
        return database.sql("""
                        select id, year, region, source, entered_at, entered_by, withdrawn_reason
                        from calendar.decision order by id desc
                        """)
                .query((row, number) -> new EnteredDecision(
                        row.getLong("id"),
                        row.getObject("year", Integer.class),
                        row.getString("region"),
                        row.getString("source"),
                        days.getOrDefault(row.getLong("id"), List.of()),
                        row.getTimestamp("entered_at").toInstant(),
                        row.getString("entered_by"),
                        row.getString("withdrawn_reason")))
                .list();
    }

    private record DayOf(long decision, NoticeDay day) {}

    private Map<Long, List<NoticeDay>> days() {
        return database
                .sql("select decision, day, name, off from calendar.day order by decision, day")
                .query((row, number) -> new DayOf(
                        row.getLong("decision"),
                        new NoticeDay(
                                row.getObject("day", LocalDate.class), row.getString("name"), row.getBoolean("off"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(DayOf::decision, Collectors.mapping(DayOf::day, Collectors.toList())));
    }

    private WorkCalendar read() {
        var notices = new ArrayList<>(WorkCalendar.shippedNotices());
        var regional = new ArrayList<RegionalDays>();
        for (var decision : entered().reversed()) {
            if (decision.withdrawn() == null && decision.year() != null) {
                notices.add(new HolidayNotice(decision.year(), decision.source(), decision.days()));
            } else if (decision.withdrawn() == null && decision.region() != null) {
                regional.add(new RegionalDays(decision.region(), decision.source(), decision.days()));
            }
        }
        return new WorkCalendar(notices, regional);
    }

    /** What is kept in memory may be old now, and after a rollback may be of a change that never was. */
    private void changed() {
        database.sql("update calendar.revision set number = number + 1").update();
        known = null;
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                known = null;
            }
        });
    }
}
