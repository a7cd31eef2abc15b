package gongkai.platform.casework;

import org.jspecify.annotations.Nullable;

/**
 * A step on the page of a case.
 *
 * @param clock what it does to the time to answer
 * @param link where it is taken
 * @param barred why it cannot be taken, with the article; null if it can
 * @param first the one that usually comes next
 */
public record NextStep(
        String label,
        String clock,
        String article,
        String link,
        @Nullable String barred,
        boolean first) {}
