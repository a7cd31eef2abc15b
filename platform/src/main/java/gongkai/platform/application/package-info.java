/**
 * The public's side of disclosure on request (依申请公开): applying over the internet, following a request by its number and query code, and
 * what an applicant may do on the way. Start at {@link gongkai.platform.application.Applications} and {@link
 * gongkai.platform.application.Visits}.
 */
@NullMarked
package gongkai.platform.application;

import org.jspecify.annotations.NullMarked;
