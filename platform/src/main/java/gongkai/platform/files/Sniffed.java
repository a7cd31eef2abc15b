package gongkai.platform.files;

/** What a look into a file told. */
sealed interface Sniffed {
    /** It is of that kind. */
    record Found(FileKind kind) implements Sniffed {}

    /** It is not taken; the reason is for the person who uploads it. */
    record Refused(String reason) implements Sniffed {}
}
