package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import java.util.List;

/** What is left to do about a case beside its steps, for example signing a letter. A feature that knows of such things has one bean of this kind. */
public interface CaseErrand {
    /** One thing to do: the words of the button, what for, and where. */
    record Errand(String label, String purpose, String link) {}

    /** What is left to do about that case by whoever handles it, the most urgent first. */
    List<Errand> of(DisclosureRequest request);
}
