package gongkai.platform.organ;

import java.time.LocalDate;

/**
 * What a change rests on.
 *
 * @param on the first day on which it holds
 * @param document the number of the paper (文号), empty when there is none
 */
public record Basis(LocalDate on, String document) {
    public Basis {
        document = document.strip();
    }

    /** From that day on, without a paper. */
    public static Basis from(LocalDate on) {
        return new Basis(on, "");
    }
}
