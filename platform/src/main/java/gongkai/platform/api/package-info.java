/**
 * What all calls under {@code /api/v1} have in common: problem details, idempotency keys, the description. Knows no feature, so
 * that every feature may use it.
 */
@NullMarked
package gongkai.platform.api;

import org.jspecify.annotations.NullMarked;
