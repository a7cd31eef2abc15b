package gongkai.platform.access;

import gongkai.platform.web.Refusal;
import org.springframework.http.HttpStatus;

/** The policy says no. Becomes a page or a problem with status 403. */
public final class NotAllowedException extends Refusal {
    private static final long serialVersionUID = 1;

    NotAllowedException(Action action) {
        this("您没有“" + action.chinese() + "”的权限");
    }

    NotAllowedException(String why) {
        super(HttpStatus.FORBIDDEN, why);
    }
}
