package gongkai.annualreport;

/** A file that cannot be read as a document. The message is one Chinese sentence for the person who gave the file. */
public final class UnreadableFileException extends Exception {
    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
