package gongkai.annualreport.reading;

import gongkai.annualreport.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of table two as the file has it.
 *
 * @param text its label as it stands
 * @param clause the numeral of the clause line above it
 * @param heads the labels of its columns
 * @param whole whether the row's ends are known
 */
record ClauseRow(
        KnownRow known,
        String text,
        @Nullable String clause,
        List<Head> heads,
        Alignment.Values values,
        boolean whole,
        Place place) {

    /** A column label as it stands. */
    record Head(String text, String label, int column, Place place) {}

    int filled() {
        return Item.filled(values.tokens());
    }

    /** Whether figures stand both beside and below the label: see {@link Item#isScattered}. */
    boolean isScattered() {
        if (whole) {
            return false;
        }
        var tokens = values.tokens();
        boolean beside = false;
        boolean below = false;
        for (var token : tokens) {
            boolean same = token.place().equals(place);
            beside |= !token.isBlank() && same;
            below |= !token.isBlank() && !same;
        }
        return beside && below;
    }
}
