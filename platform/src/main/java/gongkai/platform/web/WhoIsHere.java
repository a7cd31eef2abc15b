package gongkai.platform.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the frame who sent the request. The frame knows no accounts; whoever keeps them implements this. */
public interface WhoIsHere {
    /** Whoever is signed in, empty for the public. */
    Optional<Visitor> now();

    /**
     * Someone signed in, as the head of every page shows them.
     *
     * @param person their number, under which their saved filters are kept
     * @param organ the name of the organ they act for now, null for those who act for none
     * @param organs the organs they may switch to, the present one included
     * @param account the address of the page about themselves, empty if there is none
     */
    record Visitor(long person, String name, @Nullable String organ, List<Choice> organs, String account) {}

    /** An organ in the switcher. */
    record Choice(String code, String name, boolean present) {}
}
