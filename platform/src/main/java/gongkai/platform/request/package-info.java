/**
 * Disclosure on request (依申请公开). The law itself is pure and stands in {@link gongkai.platform.request.procedure} and {@link
 * gongkai.platform.request.fee}.
 */
@NullMarked
package gongkai.platform.request;

import org.jspecify.annotations.NullMarked;
