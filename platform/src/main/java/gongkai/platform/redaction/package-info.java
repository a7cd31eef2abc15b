/**
 * Treating apart what may be disclosed and what may not (区分处理, Regulation Art. 37): burns black over what must not be seen, so that
 * nothing of it is left in the file. Start at {@link gongkai.platform.redaction.Redaction}. Knows no other feature.
 */
@NullMarked
package gongkai.platform.redaction;

import org.jspecify.annotations.NullMarked;
