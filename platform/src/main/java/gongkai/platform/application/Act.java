package gongkai.platform.application;

import gongkai.platform.request.procedure.StepType;

/**
 * Something an applicant may do.
 *
 * @param link where it is done, empty if it is barred now
 * @param barred why not now, with the article; empty if it may be done
 */
public record Act(String title, String explanation, String link, String barred) {
    static Act open(String title, String explanation, String link) {
        return new Act(title, explanation, link, "");
    }

    static Act barred(String title, StepType step, String reason) {
        return new Act(title, "", "", reason + "（《条例》" + step.article() + "）");
    }
}
