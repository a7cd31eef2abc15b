package gongkai.platform.application;

import gongkai.platform.files.StoredFile;
import gongkai.platform.request.DisclosureRequest;
import java.time.LocalDate;
import java.util.List;

/** The signed letters to an applicant that may be saved by them. Who keeps letters has a bean of this kind. */
public interface ApplicantLetters {
    /** Those of that request that have gone out, oldest first. */
    List<Letter> of(DisclosureRequest request);

    /**
     * A letter.
     *
     * @param number its number, empty if it has none
     * @param answer whether it is the answer, or comes with it
     */
    record Letter(String title, String number, LocalDate on, boolean answer, List<StoredFile> files) {}
}
