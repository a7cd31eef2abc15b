package gongkai.platform.reporting;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.FileRights;
import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.OrganId;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Report files are opened by whoever may see the reports of their organ. */
@Component
class ReportFileRights implements FileRights {
    private final Access access;
    private final Policy policy;

    ReportFileRights(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public Set<FilePurpose> purposes() {
        return Set.of(FilePurpose.ANNUAL_REPORT);
    }

    @Override
    public Decision decide(StoredFile file) {
        var organ = file.organ();
        return organ != null
                        && access.actor()
                                .filter(actor -> policy.allows(actor, Action.SEE_REPORTS, new OrganId(organ)))
                                .isPresent()
                ? Decision.ALLOWED
                : Decision.REFUSED;
    }
}
