package gongkai.annualreport.checking;

import gongkai.annualreport.Place;
import gongkai.annualreport.reading.Reading.Label;
import gongkai.annualreport.reading.Reading.OddRow;
import gongkai.annualreport.reading.Reading.StatedPeriod;
import gongkai.annualreport.reading.Reading.Trace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What a reader might have seen on the way. */
final class Traces {
    private Traces() {}

    static Trace with(OddRow... rows) {
        return trace(List.of(), List.of(rows), List.of(), false);
    }

    static Trace with(Label... labels) {
        return trace(List.of(labels), List.of(), List.of(), false);
    }

    static Trace with(StatedPeriod... periods) {
        return trace(List.of(), List.of(), List.of(periods), false);
    }

    static Trace ofPictures() {
        return trace(List.of(), List.of(), List.of(), true);
    }

    static StatedPeriod period(String text, String from, String to) {
        return new StatedPeriod(LocalDate.parse(from), LocalDate.parse(to), text, Place.NONE);
    }

    private static Trace trace(List<Label> labels, List<OddRow> rows, List<StatedPeriod> periods, boolean pictures) {
        return new Trace(Map.of(), Map.of(), Place.NONE, labels, rows, List.of("t2", "t3", "t4"), periods, pictures);
    }
}
