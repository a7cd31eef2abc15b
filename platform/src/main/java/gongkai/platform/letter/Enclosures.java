package gongkai.platform.letter;

import gongkai.platform.request.DisclosureRequest;
import java.util.List;

/** Tells what goes out with an answer (附件), so that the letter names it. Implemented by whoever keeps the drafts of answers. */
public interface Enclosures {
    /** The names of what goes out with the answer that is being signed, in order; empty if nothing does. */
    List<String> of(DisclosureRequest request);
}
