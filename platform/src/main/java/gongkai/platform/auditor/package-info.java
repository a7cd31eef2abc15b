/** The auditor's screens (安全审计): who did what, when, to what, and whether the log is whole. The log itself is {@link gongkai.platform.audit}. */
@NullMarked
package gongkai.platform.auditor;

import org.jspecify.annotations.NullMarked;
