/** The append-only log (安全审计): who did what to what, when, with what result. Start at {@link gongkai.platform.audit.AuditLog}. Knows no other feature. */
@NullMarked
package gongkai.platform.audit;

import org.jspecify.annotations.NullMarked;
