package gongkai.platform.operations;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The sums by which a backup knows its parts. */
final class Sums {
    private Sums() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
