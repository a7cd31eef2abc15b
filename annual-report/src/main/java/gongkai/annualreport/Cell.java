package gongkai.annualreport;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** What stands in one cell of a table. Blank, missing, a placeholder and 0 are four different things. */
public sealed interface Cell {
    /** The cell is there and empty. */
    Cell BLANK = new Blank();
    /** The cell is not there at all: its row or column is lost. */
    Cell MISSING = new Missing();
    /** A plain 0. */
    Cell ZERO = new Figure(BigDecimal.ZERO, null);

    /**
     * A number, exactly as it stands: never converted between units, its decimals kept.
     *
     * @param raw the text of the cell when it is more or other than the plain number, for example {@code 22（其中修订16件）}
     */
    record Figure(BigDecimal value, @Nullable String raw) implements Cell {}

    record Blank() implements Cell {}

    record Missing() implements Cell {}

    /** Text from which no number can be read for certain, for example the placeholder {@code /}. */
    record Words(String raw) implements Cell {}

    static Cell of(long value) {
        return value == 0 ? ZERO : new Figure(BigDecimal.valueOf(value), null);
    }
}
