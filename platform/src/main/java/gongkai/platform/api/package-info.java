/** What all calls under {@code /api/v1} have in common: tokens, problem details, idempotency, the description. */
@NullMarked
package gongkai.platform.api;

import org.jspecify.annotations.NullMarked;
