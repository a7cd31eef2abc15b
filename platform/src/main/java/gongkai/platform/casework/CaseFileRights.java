package gongkai.platform.casework;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.FileRights;
import gongkai.platform.files.StoredFile;
import gongkai.platform.organ.OrganId;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Files of a case may be opened by those who may see the case. What tells who the applicant is, such as their papers, their application as it
 * came and the letters to them, is for those only who may see personal data.
 */
@Component
class CaseFileRights implements FileRights {
    private final Access access;
    private final Policy policy;

    CaseFileRights(Access access, Policy policy) {
        this.access = access;
        this.policy = policy;
    }

    @Override
    public Set<FilePurpose> purposes() {
        return EnumSet.of(
                FilePurpose.IDENTITY_PAPER,
                FilePurpose.REQUEST_ATTACHMENT,
                FilePurpose.CASE_MATERIAL,
                FilePurpose.LETTER);
    }

    @Override
    public Decision decide(StoredFile file) {
        var organ = file.organ();
        if (organ == null) {
            return Decision.REFUSED;
        }
        var needed = file.purpose() == FilePurpose.CASE_MATERIAL ? Action.SEE_REQUESTS : Action.SEE_PERSONAL_DATA;
        return access.actor()
                .filter(actor -> policy.allows(actor, Action.SEE_REQUESTS, new OrganId(organ)))
                .filter(actor -> policy.allows(actor, needed, new OrganId(organ)))
                .map(actor -> Decision.ALLOWED)
                .orElse(Decision.REFUSED);
    }
}
