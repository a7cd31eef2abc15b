/**
 * Disclosure on request (依申请公开): receives requests, keeps the statutory clock, takes the steps of the procedure and counts table 3.
 * Start at {@link gongkai.platform.request.Requests}; the law itself is in {@code procedure}.
 */
@NullMarked
package gongkai.platform.request;

import org.jspecify.annotations.NullMarked;
