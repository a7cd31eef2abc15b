package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import java.time.LocalDate;
import java.util.Optional;

/** What applicants said about electronic delivery after they applied. Implemented by whoever takes their messages. */
public interface ElectronicConsent {
    record Said(boolean agrees, LocalDate on) {}

    /** What they said last; empty if they never spoke of it. */
    Optional<Said> of(DisclosureRequest request);
}
