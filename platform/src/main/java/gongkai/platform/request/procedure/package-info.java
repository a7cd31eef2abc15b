/**
 * The law of disclosure on request (依申请公开) as pure functions: which step may follow, which article bars it, until when an answer is
 * due and why. No clock, no database, no framework.
 *
 * <p>Start at {@link gongkai.platform.request.procedure.Procedure}; {@link gongkai.platform.request.procedure.StepType} is the table of
 * all steps, {@link gongkai.platform.request.procedure.Situation} what a request looks like on a day.
 */
@NamedInterface("procedure")
@NullMarked
package gongkai.platform.request.procedure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
