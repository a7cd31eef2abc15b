package gongkai.platform.web;

import org.springframework.http.HttpStatus;

/**
 * Something else than the page that was asked for: a status and a Chinese sentence for the person. Features throw it, or a kind of it; it becomes a
 * page for people and a problem for programs.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String sentence;

    public Refusal(HttpStatus status, String sentence) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
    }

    /** What was asked for is not there, or not for whoever asks. */
    public static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, sentence);
    }

    public HttpStatus status() {
        return status;
    }

    /** What the person reads. */
    public String sentence() {
        return sentence;
    }
}
