package gongkai.platform.request;

import gongkai.platform.keys.Key;
import gongkai.platform.keys.KeyPurpose;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The codes with which applicants follow their requests (查询码). Only a keyed hash of a code is stored. */
@Component
class QueryCodes {
    /** Without the characters that are taken for each other on paper. */
    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    private static final int LENGTH = 10;

    /** 32 bytes in base64 without padding. */
    private static final int HASH_LENGTH = 43;

    private final SecureRandom random = new SecureRandom();
    private final Keys keys;

    QueryCodes(Keys keys) {
        this.keys = keys;
    }

    /** A new code of 50 random bits. */
    String random() {
        return random.ints(LENGTH, 0, ALPHABET.length())
                .mapToObj(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::append, StringBuilder::append)
                .toString();
    }

    /** What is stored of a code. */
    String hash(String number, String code) {
        return hash(keys.current(KeyPurpose.INDEX), number, code);
    }

    /** What a request that is not there has stored: no code matches it. */
    String ofNoRequest() {
        return keys.current(KeyPurpose.INDEX).id() + ":" + "-".repeat(HASH_LENGTH);
    }

    /** Whether that is the code of the request whose hash is stored; takes the same time for every answer. */
    boolean matches(String stored, String number, String code) {
        var key = stored.substring(0, stored.indexOf(':'));
        return MessageDigest.isEqual(
                stored.getBytes(StandardCharsets.US_ASCII),
                hash(keys.get(key), number, code.strip().toUpperCase(Locale.ROOT))
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(Key key, String number, String code) {
        var mac = Sm3.hmac(key.secret().bytes(), ("QUERY\0" + number + "\0" + code).getBytes(StandardCharsets.UTF_8));
        return key.id() + ":" + Base64.getEncoder().withoutPadding().encodeToString(mac);
    }
}
