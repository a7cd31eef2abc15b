package gongkai.annualreport.reading;

import gongkai.annualreport.ReportFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A row of a table in any of the formats.
 *
 * @param label the bare words of its own label
 * @param wordings all bare words it goes by, with and without the labels of its groups before it
 * @param official by format, the label as that one writes it; in table three the newest comes first
 */
record KnownRow(String key, String label, Set<String> wordings, Map<String, String> official) {
    KnownRow(ReportFormat.Row row) {
        this(row.key(), Wording.label(row.label()), new LinkedHashSet<>(), new LinkedHashMap<>());
    }

    /** Takes in how a format writes the row; returns the bare words of the row's own label there. */
    Set<String> learn(ReportFormat format, ReportFormat.Row row) {
        var words = Wording.labels(row.label(), row.variants());
        wordings.addAll(words);
        official.put(format.key(), row.label());
        return words;
    }

    String firstOfficial() {
        return official.values().iterator().next();
    }
}
