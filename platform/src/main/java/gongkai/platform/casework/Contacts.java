package gongkai.platform.casework;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Day;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The attempts to reach applicants: the organ has to prove that it tried (第三十一条、国办公开办函〔2015〕207号). */
@Service
class Contacts {
    static final List<String> WAYS = List.of("电话", "短信", "电子邮件", "信函", "当面", "其他");
    static final List<String> RESULTS =
            List.of("已联系上，双方确认收到", "已联系上，申请人要求另行确认", "无人接听", "号码有误或停机", "邮件退回", "没有留联系方式", "其他");

    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;

    Contacts(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** This minute, as a field of the form takes it. */
    String now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Whether that time lies ahead. */
    boolean ahead(LocalDateTime at) {
        return at.isAfter(LocalDateTime.now(clock));
    }

    @Transactional
    public void add(DisclosureRequest request, LocalDateTime at, String way, String result, String remark, long by) {
        database.sql("""
                        insert into casework.contact (request, at, way, result, remark, recorded_at, recorded_by)
                        values (:request, :at, :way, :result, :remark, :now, :by)
                        """)
                .param("request", request.id())
                .param("at", at.atZone(clock.getZone()).toOffsetDateTime())
                .param("way", way)
                .param("result", result)
                .param("remark", remark)
                .param("now", OffsetDateTime.now(clock))
                .param("by", by)
                .update();
        log.write(AuditEntry.of("登记联系情况", "申请", request.number())
                .concerning(request.organ().value()));
    }

    /** The attempts, in order. */
    List<ContactLine> of(DisclosureRequest request) {
        return database.sql("""
                        select c.at, c.way, c.result, c.remark, coalesce(p.name, '') as by_name, c.recorded_at
                        from casework.contact c left join access.person p on p.id = c.recorded_by
                        where c.request = :request order by c.at, c.id
                        """)
                .param("request", request.id())
                .query((row, number) -> new ContactLine(
                        Day.minute(row.getObject("at", OffsetDateTime.class).toInstant()),
                        row.getString("way"),
                        row.getString("result"),
                        row.getString("remark"),
                        row.getString("by_name"),
                        Day.minute(row.getObject("recorded_at", OffsetDateTime.class)
                                .toInstant())))
                .list();
    }
}
