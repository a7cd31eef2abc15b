package gongkai.platform.keys;

import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/** The SM3 hash (GB/T 32905) and HMAC-SM3. */
public final class Sm3 {
    /** The length of a hash and of a MAC in bytes. */
    public static final int BYTES = 32;

    private final HMac mac;

    private Sm3(byte[] key) {
        mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(key));
    }

    /** A MAC under one key, for many messages. Not for several threads at once. */
    public static Sm3 keyed(byte[] key) {
        return new Sm3(key);
    }

    /** The MAC of the parts one after the other. */
    public byte[] mac(byte[]... parts) {
        for (var part : parts) {
            mac.update(part, 0, part.length);
        }
        var out = new byte[BYTES];
        mac.doFinal(out, 0);
        return out;
    }

    /** The hash of the parts one after the other. */
    public static byte[] hash(byte[]... parts) {
        var digest = new SM3Digest();
        for (var part : parts) {
            digest.update(part, 0, part.length);
        }
        var out = new byte[BYTES];
        digest.doFinal(out, 0);
        return out;
    }

    /** The MAC of the parts one after the other. */
    public static byte[] hmac(byte[] key, byte[]... parts) {
        return keyed(key).mac(parts);
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
