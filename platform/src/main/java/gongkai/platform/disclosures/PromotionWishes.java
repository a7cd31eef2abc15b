package gongkai.platform.disclosures;

import gongkai.platform.organ.OrganId;
import gongkai.platform.request.DisclosureRequest;
import java.util.Collection;
import java.util.Set;

/** Which answers applicants have suggested to publish (条例第四十四条第二款). Whoever hears them has one bean of this kind. */
public interface PromotionWishes {
    /** The numbers of their requests, in those organs. */
    Set<String> of(Collection<OrganId> organs);

    /** The organ has published the answer or said why not: nobody has to look at the suggestion any more. */
    void settled(DisclosureRequest request);
}
