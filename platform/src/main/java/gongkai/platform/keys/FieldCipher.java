package gongkai.platform.keys;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.springframework.stereotype.Component;

/**
 * Encrypts single values for the database by SM4-GCM.
 *
 * <p>What comes out is text, {@code sm4:field-1:…}: the algorithm, the key, and in base64 a random nonce, the cipher text and its tag. It
 * opens only in the place it was sealed for, so a value copied to another row or column is refused.
 */
@Component
public final class FieldCipher {
    static final String ALGORITHM = "sm4";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Keys keys;

    public FieldCipher(Keys keys) {
        this.keys = keys;
    }

    /**
     * Where a sealed value stands.
     *
     * @param column schema, table and column, for example {@code personal.applicant.name}
     * @param row the primary key of the row
     */
    public record Place(String column, String row) {}

    /** Seals a text under the key in use. */
    public String seal(String clear, Place place) {
        return sealBytes(clear.getBytes(StandardCharsets.UTF_8), place);
    }

    /** Seals bytes under the key in use. */
    public String sealBytes(byte[] clear, Place place) {
        var key = keys.current(KeyPurpose.FIELD);
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = gcm(true, key, nonce, place, clear, 0, clear.length);
        var out = new byte[NONCE_BYTES + sealed.length];
        System.arraycopy(nonce, 0, out, 0, NONCE_BYTES);
        System.arraycopy(sealed, 0, out, NONCE_BYTES, sealed.length);
        return ALGORITHM + ":" + key.id() + ":"
                + Base64.getEncoder().withoutPadding().encodeToString(out);
    }

    /** The text that was sealed. @throws KeysException if it was altered, moved, or its key is missing */
    public String open(String sealed, Place place) {
        return new String(openBytes(sealed, place), StandardCharsets.UTF_8);
    }

    /** The bytes that were sealed. @throws KeysException if they were altered, moved, or their key is missing */
    public byte[] openBytes(String sealed, Place place) {
        var parts = sealed.split(":", 3);
        if (parts.length != 3 || !parts[0].equals(ALGORITHM)) {
            throw new KeysException("密文格式不对：" + place.column() + "（" + place.row() + "）");
        }
        var key = keys.get(parts[1]);
        try {
            var bytes = Base64.getDecoder().decode(parts[2]);
            if (key.purpose() != KeyPurpose.FIELD || bytes.length < NONCE_BYTES + TAG_BITS / 8) {
                throw altered(place);
            }
            var nonce = java.util.Arrays.copyOf(bytes, NONCE_BYTES);
            return gcm(false, key, nonce, place, bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
        } catch (IllegalArgumentException e) {
            throw altered(place);
        }
    }

    /** Whether the value is sealed under the key in use now. */
    public boolean isCurrent(String sealed) {
        return sealed.startsWith(currentPrefix());
    }

    /** What a value that is sealed under the key in use begins with. */
    public String currentPrefix() {
        return ALGORITHM + ":" + keys.current(KeyPurpose.FIELD).id() + ":";
    }

    private static byte[] gcm(boolean encrypt, Key key, byte[] nonce, Place place, byte[] in, int offset, int length) {
        var cipher = GCMBlockCipher.newInstance(new SM4Engine());
        var context = Sm3.utf8(ALGORITHM + "\0" + key.id() + "\0" + place.column() + "\0" + place.row());
        cipher.init(encrypt, new AEADParameters(new KeyParameter(key.secret().bytes()), TAG_BITS, nonce, context));
        var out = new byte[cipher.getOutputSize(length)];
        int written = cipher.processBytes(in, offset, length, out, 0);
        try {
            cipher.doFinal(out, written);
        } catch (InvalidCipherTextException e) {
            throw altered(place);
        }
        return out;
    }

    private static KeysException altered(Place place) {
        return new KeysException("密文校验不通过，可能被篡改或挪用：" + place.column() + "（" + place.row() + "）");
    }
}
