package gongkai.platform.access;

/** The policy says no. Becomes a page or a problem with status 403. */
public final class NotAllowedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAllowedException(Action action) {
        super("您没有“" + action.chinese() + "”的权限");
    }
}
