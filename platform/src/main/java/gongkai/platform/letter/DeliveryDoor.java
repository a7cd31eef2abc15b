package gongkai.platform.letter;

import gongkai.platform.casework.StepDoor;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.StepType;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Leads from the page of a case to the pages where letters are handed over. */
@Component
class DeliveryDoor implements StepDoor {
    @Override
    public Set<StepType> types() {
        return EnumSet.of(StepType.DISPATCH, StepType.DELIVER, StepType.LETTER_RECEIVED);
    }

    @Override
    public String link(DisclosureRequest request, StepType type) {
        return "/office/letters/case/" + request.number()
                + (type == StepType.LETTER_RECEIVED ? "/received" : "/delivery");
    }
}
