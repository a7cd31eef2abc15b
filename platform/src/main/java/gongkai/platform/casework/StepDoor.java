package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.StepType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where steps are taken that another feature has pages for, in place of the plain form of this one. Such a feature has one bean of this kind;
 * the page of a case then leads to it under 下一步.
 */
public interface StepDoor {
    /** The steps it takes over. */
    Set<StepType> types();

    /** Whether it takes them over for that case; otherwise they have their plain form. */
    default boolean takesOver(DisclosureRequest request) {
        return true;
    }

    /** The page where that step of the case is taken; null if it is not offered there. Steps with one page are offered once. */
    @Nullable
    String link(DisclosureRequest request, StepType type);

    /** The word on the button. */
    default String label(StepType type) {
        return type.label();
    }
}
