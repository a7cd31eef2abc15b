package gongkai.platform.disclosures;

import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.FileRights;
import gongkai.platform.files.StoredFile;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The files of a published answer are open to everyone, until it is taken back. */
@Component
class DisclosureFileRights implements FileRights {
    private final Disclosures disclosures;

    DisclosureFileRights(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public Set<FilePurpose> purposes() {
        return Set.of(FilePurpose.PUBLICATION);
    }

    @Override
    public Decision decide(StoredFile file) {
        return disclosures.isPublic(file.id()) ? Decision.PUBLIC : Decision.REFUSED;
    }
}
