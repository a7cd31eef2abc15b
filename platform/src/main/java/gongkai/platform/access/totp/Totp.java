package gongkai.platform.access.totp;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A time-based one-time password (RFC 6238): HMAC-SHA-1, six digits, a new one every thirty seconds, as every authenticator knows it. */
public record Totp(byte[] secret) {
    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final int EITHER_SIDE = 1;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /** A new random secret. */
    public static Totp random(SecureRandom random) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new Totp(secret);
    }

    /** The code at that moment. */
    public String at(Instant time) {
        return code(step(time));
    }

    /** The step whose code was typed: the present one or a neighbour, for clocks differ; none if the code is wrong. */
    public OptionalLong stepOf(String typed, Instant now) {
        var digits = typed.replaceAll("\\s", "");
        long present = step(now);
        var found = OptionalLong.empty();
        for (long step = present - EITHER_SIDE; step <= present + EITHER_SIDE; step++) {
            if (MessageDigest.isEqual(
                    code(step).getBytes(StandardCharsets.US_ASCII), digits.getBytes(StandardCharsets.UTF_8))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as it is typed by hand, in groups of four. */
    public String text() {
        return base32().replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** The address an authenticator reads from the QR code. */
    public String address(String issuer, String account) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + base32() + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private String code(long step) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format("%0" + DIGITS + "d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String base32() {
        var text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : secret) {
            held = held << 8 | b & 0xff;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(held >> bits & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt(held << 5 - bits & 31));
        }
        return text.toString();
    }

    private static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Totp totp && MessageDigest.isEqual(secret, totp.secret);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(secret);
    }

    @Override
    public String toString() {
        return "Totp[…]";
    }
}
