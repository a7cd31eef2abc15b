package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whoever is signed in, with the rights they hold.
 *
 * @param organ the organ they act for now; a person of several organs may switch
 */
public record Actor(
        long person, String login, String name, @Nullable OrganId organ, List<Grant> grants) {
    /** A role held in an organ, and below it if {@code subtree}; {@code organ} is null for the three administrators. */
    public record Grant(Role role, @Nullable OrganId organ, boolean subtree) {}

    /** What a session keeps of an actor: the rights are looked up anew. */
    public record Signed(long person, String login) implements Serializable {
        private static final long serialVersionUID = 1;
    }
}
