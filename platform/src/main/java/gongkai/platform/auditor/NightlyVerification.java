package gongkai.platform.auditor;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import gongkai.platform.audit.AuditChain;
import gongkai.platform.audit.AuditVerify;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The whole log is verified every night, on one node; the auditor finds the result on the page of the log and, when something is wrong, on the workbench. */
@Configuration(proxyBeanMethods = false)
class NightlyVerification {
    static final String TASK = "audit-verification";

    private static final Logger LOG = LoggerFactory.getLogger(NightlyVerification.class);
    private static final LocalTime TIME = LocalTime.of(2, 30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    RecurringTask<Void> auditVerification(AuditChain chain) {
        return Tasks.recurring(TASK, Schedules.daily(ZONE, TIME)).execute((instance, context) -> tell(verified(chain)));
    }

    private static AuditVerify.Report verified(AuditChain chain) {
        try {
            return chain.verify().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void tell(AuditVerify.Report report) {
        if (report.sound()) {
            LOG.info("审计日志每夜核验：完整，共 {} 条", report.links());
        } else {
            LOG.error("审计日志每夜核验：发现 {} 处问题，详见审计日志页", report.found());
        }
    }
}
