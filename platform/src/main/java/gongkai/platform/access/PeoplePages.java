package gongkai.platform.access;

import gongkai.platform.web.Form;
import gongkai.platform.web.Listing;
import gongkai.platform.web.Option;
import gongkai.platform.web.Tone;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What the pages about people show (人员). */
public final class PeoplePages {
    /** The states an account is filtered by. */
    public static final List<Option> STATES = List.of(
            new Option("active", "在用"),
            new Option("waiting", "待启用"),
            new Option("locked", "已锁定"),
            new Option("disabled", "已停用"));

    /** All roles, to choose from. */
    public static final List<Option> ROLES = Arrays.stream(Role.values())
            .map(role -> new Option(role.name(), role.chinese()))
            .toList();

    private PeoplePages() {}

    /** @param edits whether the reader may open accounts */
    public record People(Listing<Line> list, boolean edits) {}

    public record Line(
            long id, String login, String name, String phone, String roles, String organs, String state, Tone tone) {}

    /** @param id null for a new person */
    public record Edit(@org.jspecify.annotations.Nullable Long id, String login, Form form) {}

    /**
     * A person in full; of what may be done, only what the reader may do is shown.
     *
     * @param password a one-time password, shown once; empty if none was made now
     * @param sessions where they are signed in, for whoever may end that; else empty
     */
    public record One(
            Person person,
            boolean edits,
            boolean grants,
            boolean oneself,
            String password,
            List<MePages.SessionLine> sessions,
            Form form) {}

    /**
     * @param outside who they are at single sign-on, empty if nobody
     * @param outsideConfirmed whether a security administrator has confirmed that
     */
    public record Person(
            long id,
            String login,
            String name,
            String phone,
            String email,
            String outside,
            boolean outsideConfirmed,
            int version,
            boolean disabled,
            boolean waiting,
            boolean locked,
            boolean secondFactor,
            List<Place> places,
            List<GrantLine> grants) {
        public String maskedPhone() {
            return Phone.masked(phone);
        }
    }

    /** An organ somebody belongs to. */
    public record Place(String organ, String division, String title) {}

    public record GrantLine(long id, String role, String organ, String division, boolean subtree, Instant at) {}

    /** The divisions of an organ. */
    public record Divisions(String code, String organ, List<DivisionLine> divisions, Form form) {}

    public record DivisionLine(long id, String name, int people) {}
}
