package gongkai.platform.keys;

import java.util.HexFormat;

/**
 * A secret key.
 *
 * @param number counts from 1 within its purpose; the highest is the one in use
 */
public record Key(KeyPurpose purpose, int number, Secret secret) {
    private static final int FINGERPRINT_BYTES = 8;

    /** Bytes that do not show themselves in a log or an exception. */
    public record Secret(byte[] bytes) {
        @Override
        public String toString() {
            return "***";
        }
    }

    /** What stands beside everything made with it, for example {@code field-2}. */
    public String id() {
        return purpose.prefix() + "-" + number;
    }

    /** Tells two keys apart without giving either away: 16 hexadecimal digits. */
    public String fingerprint() {
        var mac = Sm3.hmac(secret.bytes(), Sm3.utf8("gongkai key fingerprint " + id()));
        return HexFormat.of().formatHex(mac, 0, FINGERPRINT_BYTES);
    }
}
