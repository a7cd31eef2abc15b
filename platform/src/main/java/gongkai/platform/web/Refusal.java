package gongkai.platform.web;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.HttpStatus;

/**
 * Something else than the page that was asked for: a status and a Chinese sentence for the person. Features throw it, or a kind of it; it becomes a
 * page for people and a problem for programs.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final String sentence;
    private final transient Map<String, Object> members;

    public Refusal(HttpStatus status, String sentence) {
        this(status, sentence, Map.of());
    }

    /**
     * @param members what a program is told beside the sentence, for example {@code article} and {@code reason} of a step the law bars
     */
    public Refusal(HttpStatus status, String sentence, Map<String, ?> members) {
        super(sentence);
        this.status = status;
        this.sentence = sentence;
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** What was asked for is not there, or not for whoever asks: the two cannot be told apart. */
    public static Refusal notFound(String sentence) {
        return new Refusal(HttpStatus.NOT_FOUND, sentence);
    }

    /** Something cannot be read: a missing field, an impossible date, an unknown identifier. */
    public static Refusal unreadable(String sentence) {
        return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, sentence);
    }

    /** The law bars a step. */
    public static Refusal barred(String article, String reason) {
        return new Refusal(HttpStatus.CONFLICT, article + "：" + reason, Map.of("article", article, "reason", reason));
    }

    public HttpStatus status() {
        return status;
    }

    /** What the person reads. */
    public String sentence() {
        return sentence;
    }

    /** What a program is told beside the status and the sentence. */
    public Map<String, Object> members() {
        return members;
    }
}
