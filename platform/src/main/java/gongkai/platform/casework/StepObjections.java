package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.Ruling;
import gongkai.platform.request.procedure.StepType;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that speaks against steps on the screens. What is entered from an old file, or by another system, is not asked about. */
@Component
public class StepObjections {
    private final ObjectProvider<StepObjection> all;

    StepObjections(ObjectProvider<StepObjection> all) {
        this.all = all;
    }

    /** The first thing that speaks against the step. */
    public Optional<Ruling.Barred> to(DisclosureRequest request, StepType type) {
        return all.stream().flatMap(each -> each.to(request, type).stream()).findFirst();
    }
}
