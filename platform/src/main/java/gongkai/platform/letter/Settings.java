package gongkai.platform.letter;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The settings of each organ's letters. */
@Repository
class Settings {
    private final JdbcClient database;
    private final Organs organs;
    private final AuditLog log;

    Settings(JdbcClient database, Organs organs, AuditLog log) {
        this.database = database;
        this.organs = organs;
        this.log = log;
    }

    LetterSettings of(OrganId organ) {
        return database.sql(
                        "select prefix, pattern, remedy_url, payment, complaints from letter.setting where organ = :organ")
                .param("organ", organ.value())
                .query(LetterSettings.class)
                .optional()
                .orElseGet(() -> LetterSettings.usual(
                        organs.byId(organ).map(Organ::shortName).orElse("")));
    }

    @Transactional
    void set(OrganId organ, LetterSettings settings) {
        database.sql("""
                        insert into letter.setting (organ, prefix, pattern, remedy_url, payment, complaints)
                        values (:organ, :prefix, :pattern, :url, :payment, :complaints)
                        on conflict (organ) do update set prefix = excluded.prefix, pattern = excluded.pattern,
                            remedy_url = excluded.remedy_url, payment = excluded.payment, complaints = excluded.complaints
                        """)
                .param("organ", organ.value())
                .param("prefix", settings.prefix())
                .param("pattern", settings.pattern())
                .param("url", settings.remedyUrl())
                .param("payment", settings.payment())
                .param("complaints", settings.complaints())
                .update();
        log.write(AuditEntry.of(
                        "变更文书设置", "机构", organs.byId(organ).map(Organ::code).orElse(""))
                .concerning(organ.value())
                .with("文号样式 " + settings.docNo("×", 2026, 1)));
    }
}
