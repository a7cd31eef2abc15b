package gongkai.platform.remedy;

import gongkai.platform.web.Due;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A term of a case.
 *
 * @param met the day it was met, null while it has not been
 */
public record RunningTerm(
        RemedyTerms.Term term, Due due, @Nullable LocalDate met) {
    /** What was done when it was met. */
    public String done() {
        return term.name().startsWith("重新") ? "已答复" : "已提出";
    }

    /** Whether it was met too late, or has passed. */
    public boolean late() {
        return met == null ? due.over() : met.isAfter(due.day());
    }
}
