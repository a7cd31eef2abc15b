package gongkai.platform.audit;

import gongkai.platform.keys.Sm3;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log as it is stored.
 *
 * @param at when, to the microsecond
 */
record Line(
        long id,
        Instant at,
        @Nullable Long person,
        @Nullable String login,
        @Nullable String address,
        @Nullable Long organ,
        String action,
        String subjectKind,
        String subject,
        @Nullable String detail) {
    /** The columns {@link #of} reads, of a table called {@code e}. */
    static final String COLUMNS =
            "e.id, e.at, e.person, e.login, e.address, e.organ, e.action, e.subject_kind, e.subject, e.detail";

    private static final int FORMAT = 1;
    private static final int LONGEST_WORD = 300;
    private static final int LONGEST_DETAIL = 20_000;

    static Line of(long id, Instant at, WhoActs.Acting who, AuditEntry entry) {
        return new Line(
                id,
                at.truncatedTo(ChronoUnit.MICROS),
                who.person(),
                storable(who.login(), LONGEST_WORD),
                storable(who.address(), LONGEST_WORD),
                entry.organ(),
                storableText(entry.action(), LONGEST_WORD),
                storableText(entry.subjectKind(), LONGEST_WORD),
                storableText(entry.subject(), LONGEST_WORD),
                storable(entry.detail(), LONGEST_DETAIL));
    }

    static Line of(ResultSet row) throws SQLException {
        return new Line(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getObject("person", Long.class),
                row.getString("login"),
                row.getString("address"),
                row.getObject("organ", Long.class),
                row.getString("action"),
                row.getString("subject_kind"),
                row.getString("subject"),
                row.getString("detail"));
    }

    /** The SM3 hash of what the line says. It depends on no locale and no time zone. */
    byte[] digest() {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORMAT);
            out.writeLong(id);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            number(out, person);
            text(out, login);
            text(out, address);
            number(out, organ);
            text(out, action);
            text(out, subjectKind);
            text(out, subject);
            text(out, detail);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Sm3.hash(bytes.toByteArray());
    }

    private static void number(DataOutputStream out, @Nullable Long number) throws IOException {
        out.writeBoolean(number != null);
        out.writeLong(number == null ? 0 : number);
    }

    private static void text(DataOutputStream out, @Nullable String text) throws IOException {
        var bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        out.writeBoolean(text != null);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String storable(@Nullable String text, int longest) {
        return text == null ? null : storableText(text, longest);
    }

    /** A sign-in name comes as typed: a database takes no NUL and no half of a surrogate pair, and nobody reads a megabyte of it. */
    private static String storableText(String text, int longest) {
        var cut = text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
        return new String(cut.replace('\0', '\ufffd').getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
