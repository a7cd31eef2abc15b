package gongkai.platform.files;

/** What became of an upload. */
public sealed interface Keeping {
    /** It is stored. */
    record Kept(StoredFile file) implements Keeping {}

    /** It was not taken, and nothing is stored; the reason is for the person who uploads it. */
    record Refused(String reason) implements Keeping {}
}
