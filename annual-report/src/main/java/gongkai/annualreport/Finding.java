package gongkai.annualreport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing to say about a report.
 *
 * @param rule the code, for example {@code T3-BALANCE}; codes never change meaning. {@code READ-…} tells what the reader repaired
 * @param cells the cells concerned; may be empty
 * @param message plain Chinese for a clerk: what is wrong, where, and the figures
 * @param expected what should stand there, where that is known: a number or a text
 * @param actual what stands there
 */
public record Finding(
        String rule,
        Severity severity,
        List<CellKey> cells,
        Place place,
        String message,
        @Nullable Object expected,
        @Nullable Object actual) {
    public Finding {
        cells = List.copyOf(cells);
    }
}
