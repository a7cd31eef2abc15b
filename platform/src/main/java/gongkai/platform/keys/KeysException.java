package gongkai.platform.keys;

/** A key is missing, is not the one it should be, or what was sealed with it has been altered. The message is for the person who runs the platform. */
public final class KeysException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeysException(String message) {
        super(message);
    }

    KeysException(String message, Throwable cause) {
        super(message, cause);
    }
}
