package gongkai.platform.casework;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One time a case changed hands. {@code byPerson} is who gave it, null for the platform itself. */
public record AssignmentLine(
        String kind,
        String division,
        String handler,
        @Nullable LocalDate internalDue,
        String remark,
        Instant at,
        String by,
        @Nullable Long byPerson) {}
