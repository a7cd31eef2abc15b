package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.web.Part;
import org.jspecify.annotations.Nullable;

/** What a feature adds to the page of a case (办件). A feature with something to say there has one bean of this kind. */
public interface CasePanel {
    /** Its name in addresses, for example {@code letters}. */
    String id();

    /** Its name on the tab, for example 文书. */
    String title();

    /** Where it stands among the tabs, from the left. */
    int order();

    /** What it shows of that case to whoever is signed in, who may see the case; null if there is nothing for them. */
    @Nullable
    Part part(DisclosureRequest request);
}
