package gongkai.platform.request;

import gongkai.platform.request.procedure.StepType;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A feature that takes steps other systems post in a way of its own, for some cases. Each such feature has one bean of this kind. */
public interface PostedStep {
    /**
     * What became of the step; empty if it is taken as usual.
     *
     * @param fields the step as it was posted
     * @throws gongkai.platform.web.Refusal 422, when something is missing or cannot be read
     */
    Optional<Requests.Outcome> take(DisclosureRequest request, StepType type, JsonNode fields, boolean backfill);
}
