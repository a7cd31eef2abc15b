package gongkai.platform.letter.docx;

/** A file that cannot be taken as a Word document; the message is a Chinese sentence for the person who handed it in. */
public final class UnusableWordFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnusableWordFileException(String reason) {
        super(reason);
    }

    /** What the person reads. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
