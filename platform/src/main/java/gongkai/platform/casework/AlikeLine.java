package gongkai.platform.casework;

import java.time.LocalDate;

/**
 * Another request that may have to do with one.
 *
 * @param sameApplicant whether it is surely by the same applicant; else only a name or telephone agrees
 * @param sameMatter whether it asks for much the same
 */
public record AlikeLine(
        String number, String title, LocalDate submittedOn, String state, boolean sameApplicant, boolean sameMatter) {
    /** Whether it is likely the same request once more. */
    public boolean duplicate() {
        return sameMatter;
    }

    public String link() {
        return Cases.path(number);
    }
}
