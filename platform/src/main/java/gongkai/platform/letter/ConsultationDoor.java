package gongkai.platform.letter;

import gongkai.platform.casework.StepDoor;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.StepType;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where several third parties were asked at once, leads to the page on which each answers for itself. */
@Component
class ConsultationDoor implements StepDoor {
    private final Consultations consultations;

    ConsultationDoor(Consultations consultations) {
        this.consultations = consultations;
    }

    @Override
    public Set<StepType> types() {
        return EnumSet.of(StepType.THIRD_PARTY_REPLIED, StepType.THIRD_PARTY_OVERDUE);
    }

    @Override
    public boolean takesOver(DisclosureRequest request) {
        return consultations.open(request).isPresent();
    }

    @Override
    public String link(DisclosureRequest request, StepType type) {
        return ConsultationController.path(request.number());
    }

    @Override
    public String label(StepType type) {
        return "登记各第三方的意见";
    }
}
