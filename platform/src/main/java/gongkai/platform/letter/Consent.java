package gongkai.platform.letter;

/**
 * Whether whom a letter is for agreed to be served by electronic means.
 *
 * @param how how that is known, as it stands in the file; empty if nothing is
 */
public record Consent(State state, String how) {
    static final Consent UNKNOWN = new Consent(State.UNKNOWN, "");

    /** What is known. */
    public enum State {
        GIVEN,
        REFUSED,
        UNKNOWN
    }
}
