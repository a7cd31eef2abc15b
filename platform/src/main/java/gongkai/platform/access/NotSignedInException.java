package gongkai.platform.access;

import gongkai.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/** Nobody is signed in where somebody must be. Becomes a problem with status 401, or the sign-in page. */
final class NotSignedInException extends Refusal {
    private static final long serialVersionUID = 1;

    NotSignedInException(String why) {
        super(HttpStatus.UNAUTHORIZED, why);
    }
}
