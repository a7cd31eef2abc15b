package gongkai.annualreport.reading;

import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.Finding;
import gongkai.annualreport.Place;
import gongkai.annualreport.Severity;
import gongkai.annualreport.reading.Item.Token;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What recognising the tables has gathered so far. */
final class Findings {
    private static final int CELLS = 256;

    final Map<CellKey, Cell> cells = LinkedHashMap.newLinkedHashMap(CELLS);
    final Map<CellKey, Place> places = LinkedHashMap.newLinkedHashMap(CELLS);
    final List<Reading.Label> labels = new ArrayList<>();
    final List<Reading.OddRow> oddRows = new ArrayList<>();
    final List<Finding> notes = new ArrayList<>();

    /** Puts down what stands in a cell; a cell that already holds something other than blank keeps it. */
    void put(CellKey key, Token token) {
        var cell = counted(key, Figures.read(token.text()), token);
        var before = cells.putIfAbsent(key, cell);
        if (before instanceof Cell.Blank) {
            cells.put(key, cell);
        }
        if (before == null || before instanceof Cell.Blank) {
            places.put(key, token.place());
        }
    }

    /** A count written as {@code 3.00} is the whole number 3; its text is kept beside it. */
    private static Cell counted(CellKey key, Cell cell, Token token) {
        if (cell instanceof Cell.Figure figure
                && figure.value().scale() > 0
                && figure.value().stripTrailingZeros().scale() <= 0
                && !Vocabulary.OFFICIAL.isAmount(key)) {
            return new Cell.Figure(figure.value().setScale(0), Wording.trim(token.text()));
        }
        return cell;
    }

    /** Notes a label that is not worded as the format words it, if it is not. */
    void label(String table, String actual, String official, Place place) {
        if (!Wording.label(actual).equals(Wording.label(official))) {
            labels.add(new Reading.Label(table, Wording.compact(actual), official, place));
        }
    }

    void note(String code, Place place, String message) {
        notes.add(new Finding(code, Severity.INFO, List.of(), place, message, null, null));
    }

    void note(String code, List<CellKey> cells, Place place, String message) {
        notes.add(new Finding(code, Severity.INFO, cells, place, message, null, null));
    }
}
