package gongkai.platform.auditor;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.audit.AuditChain;
import gongkai.platform.web.Day;
import gongkai.platform.web.Desk;
import gongkai.platform.web.Tone;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lays on the auditor's workbench what the last verification of the log said. */
@Component
class AuditDesk implements Desk {
    private static final String PAGE = "/office/audit";

    private final Access access;
    private final Policy policy;
    private final AuditChain chain;

    AuditDesk(Access access, Policy policy, AuditChain chain) {
        this.access = access;
        this.policy = policy;
        this.chain = chain;
    }

    @Override
    public List<Notice> notices() {
        if (access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_AUDIT_LOG, null))
                .isEmpty()) {
            return List.of();
        }
        return Optional.ofNullable(chain.state().verified())
                .map(last -> last.sound()
                        ? new Notice(Tone.DONE, "审计日志完整：" + Day.minute(last.at()) + " 核验 " + last.links() + " 条", PAGE)
                        : new Notice(
                                Tone.ERROR,
                                "审计日志可能被改动：" + Day.minute(last.at()) + " 核验发现 " + last.found() + " 处问题，请立即查看",
                                PAGE))
                .map(List::of)
                .orElseGet(() -> List.of(new Notice(Tone.ACTION, "审计日志还没有核验过；每天 2:30 自动核验，也可以现在核验", PAGE)));
    }
}
