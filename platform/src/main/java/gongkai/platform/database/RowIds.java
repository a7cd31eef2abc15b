package gongkai.platform.database;

import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Identifiers of rows from a sequence, taken by the block, so that a row costs no statement of its own. Gaps mean nothing. The sequence
 * increases by {@value #BLOCK}.
 */
public final class RowIds {
    private static final int BLOCK = 64;

    private final JdbcClient database;
    private final String sequence;
    private long next;
    private long end;

    public RowIds(JdbcClient database, String sequence) {
        this.database = database;
        this.sequence = sequence;
    }

    /** Nobody waits while another takes a block: whoever waits may hold the last connection, which the other needs. */
    public long next() {
        return known().orElseGet(() -> {
            long first = database.sql("select nextval(?::regclass)")
                    .param(sequence)
                    .query(Long.class)
                    .single();
            synchronized (this) {
                next = first + 1;
                end = first + BLOCK;
            }
            return first;
        });
    }

    private synchronized OptionalLong known() {
        return next < end ? OptionalLong.of(next++) : OptionalLong.empty();
    }
}
