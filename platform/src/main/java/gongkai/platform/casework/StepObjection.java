package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.StepType;
import java.util.Optional;

/**
 * What speaks against a step on the screens beside the procedure itself, for example a letter that was never served. Whoever knows of such things
 * has one bean of this kind.
 */
public interface StepObjection {
    /** Why the step cannot be taken today, with the article; empty if nothing speaks against it. */
    Optional<Ruling.Barred> to(DisclosureRequest request, StepType type);
}
