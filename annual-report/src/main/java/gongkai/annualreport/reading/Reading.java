package gongkai.annualreport.reading;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.SectionKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What reading a file gave: the report, where everything stands in the file, and what was seen on the way that a rule may want to judge.
 *
 * @param notes what the reader repaired or doubts; codes {@code READ-…}
 */
public record Reading(AnnualReport report, Trace trace, List<Finding> notes) {
    public Reading {
        notes = List.copyOf(notes);
    }

    /** A reading of something that never was a file: no places, nothing observed. */
    public static Reading of(AnnualReport report) {
        return new Reading(report, Trace.NONE, List.of());
    }

    /**
     * Where things stand and how they are written there.
     *
     * @param cells the place of each cell that is there
     * @param sections the place of each section's heading
     * @param title the place of the title
     * @param labels row and column labels that differ from the official wording after white space, punctuation, numbering, brackets
     *     and bracketed notes are put aside
     * @param oddRows rows whose number of values does not fit their columns
     * @param tables the tables of which at least one row was found
     * @param periods each statement of the statistical period, in order
     * @param pictureTables whether pictures stand where tables should
     */
    public record Trace(
            Map<CellKey, Place> cells,
            Map<SectionKey, Place> sections,
            Place title,
            List<Label> labels,
            List<OddRow> oddRows,
            List<String> tables,
            List<StatedPeriod> periods,
            boolean pictureTables) {
        public static final Trace NONE = new Trace(
                Map.of(), Map.of(), Place.NONE, List.of(), List.of(), List.of("t2", "t3", "t4"), List.of(), false);

        public Place of(CellKey key) {
            return cells.getOrDefault(key, Place.NONE);
        }
    }

    /**
     * A label that is not worded as the format words it.
     *
     * @param table {@code t2}, {@code t3} or {@code t4}
     */
    public record Label(String table, String actual, String expected, Place place) {}

    /** A row with {@code found} values where its columns ask for {@code expected}. */
    public record OddRow(String table, String row, int found, int expected, Place place) {}

    /** @param text the sentence part that states it */
    public record StatedPeriod(
            @Nullable LocalDate from, @Nullable LocalDate to, String text, Place place) {}
}
