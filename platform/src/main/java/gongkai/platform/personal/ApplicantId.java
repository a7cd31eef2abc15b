package gongkai.platform.personal;

import java.security.SecureRandom;
import java.util.UUID;

/** The number of an applicant inside the platform. It says nothing about the person. */
public record ApplicantId(UUID value) {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MILLIS_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    /** A new one; later ones sort behind earlier ones, which keeps the index of the table small. */
    static ApplicantId next(long millis) {
        long high = (millis << MILLIS_SHIFT) | VERSION_7 | RANDOM.nextInt(0x1000);
        long low = (RANDOM.nextLong() >>> 2) | VARIANT;
        return new ApplicantId(new UUID(high, low));
    }
}
