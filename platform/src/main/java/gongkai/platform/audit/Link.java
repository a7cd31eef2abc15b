package gongkai.platform.audit;

import gongkai.platform.keys.Sm3;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * One link of the chain.
 *
 * @param seq counts from 1 without a gap
 * @param entry the line it holds
 * @param at when it was added, to the microsecond; never before the link in front of it
 * @param hash over the link in front and the line
 */
record Link(long seq, long entry, Instant at, byte[] hash) {
    /** What the first link follows. */
    static final Link NONE = new Link(0, 0, Instant.EPOCH, new byte[Sm3.BYTES]);

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int NUMBERS_BYTES = 4 * Long.BYTES;

    /** The link after this one. */
    Link next(long entry, Instant at, byte[] digest, byte[] mac) {
        return new Link(seq + 1, entry, at, hash(hash, seq + 1, entry, at, digest, mac));
    }

    static byte[] hash(byte[] before, long seq, long entry, Instant at, byte[] digest, byte[] mac) {
        var numbers = ByteBuffer.allocate(NUMBERS_BYTES)
                .putLong(seq)
                .putLong(entry)
                .putLong(at.getEpochSecond())
                .putLong(at.getNano())
                .array();
        return Sm3.hash(before, numbers, digest, mac);
    }

    /** The day it belongs to, in Shanghai. */
    LocalDate day() {
        return dayOf(at);
    }

    static LocalDate dayOf(Instant at) {
        return LocalDate.ofInstant(at, ZONE);
    }

    /** What is signed at the end of a day. */
    static byte[] headMessage(LocalDate day, long seq, byte[] hash) {
        return ("gongkai audit head\n" + day + "\n" + seq + "\n"
                        + java.util.HexFormat.of().formatHex(hash) + "\n")
                .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }
}
