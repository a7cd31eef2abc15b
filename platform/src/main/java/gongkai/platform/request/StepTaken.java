package gongkai.platform.request;

import gongkai.platform.request.procedure.Step;

/**
 * A step was taken. Told in the same transaction, so what listens becomes lasting together with the step or not at all.
 *
 * @param request where the request stands now
 * @param backfilled it was entered from an old file: no letter, mail or reminder follows
 */
public record StepTaken(DisclosureRequest request, Step step, boolean backfilled) {}
