package gongkai.platform.review;

import gongkai.platform.casework.StepDoor;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.StepType;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads from the page of a case to drafting, and to the steps by which one case becomes several or several one. */
@Component
class ReviewDoor implements StepDoor {
    @Override
    public Set<StepType> types() {
        return Set.of(
                StepType.SUBMIT_FOR_REVIEW,
                StepType.RETURN_FROM_REVIEW,
                StepType.DECIDE,
                StepType.SPLIT,
                StepType.MERGE,
                StepType.REDO);
    }

    @Override
    public @Nullable String link(DisclosureRequest request, StepType type) {
        var here = "/office/requests/" + request.number() + "/answer";
        return switch (type) {
            case SPLIT -> here + "/split";
            case MERGE -> here + "/merge";
            case REDO -> here + "/redo";
            default -> here;
        };
    }

    @Override
    public String label(StepType type) {
        return switch (type) {
            case SUBMIT_FOR_REVIEW -> "拟稿、送审";
            case DECIDE -> "审核、签发";
            default -> type.label();
        };
    }
}
