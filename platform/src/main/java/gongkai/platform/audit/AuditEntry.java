package gongkai.platform.audit;

import org.jspecify.annotations.Nullable;

/**
 * One thing that was done, to be logged.
 *
 * @param action what was done, in Chinese as the auditor reads it, for example 修改机构
 * @param subjectKind what kind of thing it was done to, for example 机构
 * @param subject which one: its number or code, never personal data
 * @param organ the organ it concerns, if any
 * @param detail what changed, in words or JSON; never personal data in the clear
 */
public record AuditEntry(
        String action,
        String subjectKind,
        String subject,
        @Nullable Long organ,
        @Nullable String detail) {
    /** An entry without detail that concerns no organ. */
    public static AuditEntry of(String action, String subjectKind, String subject) {
        return new AuditEntry(action, subjectKind, subject, null, null);
    }

    /** The same, concerning that organ. */
    public AuditEntry concerning(long organ) {
        return new AuditEntry(action, subjectKind, subject, organ, detail);
    }

    /** The same, with what changed. */
    public AuditEntry with(String detail) {
        return new AuditEntry(action, subjectKind, subject, organ, detail);
    }
}
