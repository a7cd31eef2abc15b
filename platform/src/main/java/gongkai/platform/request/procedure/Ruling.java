package gongkai.platform.request.procedure;

/** What the procedure says to a step. */
public sealed interface Ruling {
    /** The request moves on. */
    record Moved(Standing standing) implements Ruling {}

    /** The law gives no basis for the step. */
    record Barred(String article, String reason) implements Ruling {}

    /** The step cannot be as it was entered: a date that contradicts the file, or something left out. */
    record Unfit(String field, String reason) implements Ruling {}
}
