package gongkai.annualreport.reading;

import gongkai.annualreport.ReportFormats;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Matches the rows of the file to those of the formats in order, so that a damaged label is known by its neighbours. */
final class RequestMatching {
    private static final RequestWords WORDS = RequestWords.OFFICIAL;
    private static final double ALIKE = 0.55;

    private final List<RequestRow> candidates;
    private final Map<RequestRow, Integer> matches = new LinkedHashMap<>();

    private RequestMatching(List<RequestRow> candidates) {
        this.candidates = candidates;
    }

    /** By row of the file: the position of the row of the formats that it is. */
    static Map<RequestRow, Integer> of(List<RequestRow> candidates, Findings out) {
        var matching = new RequestMatching(candidates);
        if (!matching.matchExactly()) {
            matching.align(matching.likenesses());
        }
        matching.inferUnlabelled(out);
        matching.dropSingleRow(out);
        return matching.matches;
    }

    /** Matches every row where each is exactly one row of the formats and all come in order; else none. */
    private boolean matchExactly() {
        int last = -1;
        for (var row : candidates) {
            if (row.exact.size() != 1 || row.exact.getFirst() <= last) {
                matches.clear();
                return false;
            }
            last = row.exact.getFirst();
            matches.put(row, last);
        }
        return true;
    }

    /** How like each row of the file is to each of the formats. */
    private double[][] likenesses() {
        var likeness = new double[candidates.size()][WORDS.rows().size()];
        for (int r = 0; r < likeness.length; r++) {
            var row = candidates.get(r);
            for (int exact : row.exact) {
                likeness[r][exact] = 1 + (row.hasNumbers() ? 0.01 : 0);
            }
            if (row.exact.isEmpty()) {
                likely(row, likeness[r]);
            }
        }
        return likeness;
    }

    private static void likely(RequestRow row, double[] likeness) {
        var joined = new StringBuilder();
        for (int i = row.texts.size() - 1; i >= 0 && row.texts.size() - i <= 5; i--) {
            joined.insert(0, row.texts.get(i).text());
            var bare = Wording.label(joined.toString());
            if (bare.length() >= 2 && bare.length() <= 50) {
                for (int k = 0; k < likeness.length; k++) {
                    double alike = WORDS.likeness(bare, k, ALIKE);
                    likeness[k] = Math.max(likeness[k], alike);
                }
            }
        }
    }

    /** The matching in order with the greatest likeness in all. */
    private void align(double[][] likeness) {
        int n = candidates.size();
        int m = WORDS.rows().size();
        var best = new double[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int k = m - 1; k >= 0; k--) {
                double pair = likeness[i][k] > 0 ? likeness[i][k] + best[i + 1][k + 1] : 0;
                best[i][k] = Math.max(pair, Math.max(best[i + 1][k], best[i][k + 1]));
            }
        }
        int i = 0;
        int k = 0;
        while (i < n && k < m) {
            if (likeness[i][k] > 0 && best[i][k] == likeness[i][k] + best[i + 1][k + 1]) {
                matches.put(candidates.get(i++), k++);
            } else if (best[i][k] == best[i + 1][k]) {
                i++;
            } else {
                k++;
            }
        }
    }

    /** A row without any text between two rows that have exactly one between them in the format is that one. */
    private void inferUnlabelled(Findings out) {
        for (int i = 1; i < candidates.size() - 1; i++) {
            var row = candidates.get(i);
            var before = matches.get(candidates.get(i - 1));
            var after = matches.get(candidates.get(i + 1));
            if (before != null && after != null && after == before + 2 && row.hasNumbers() && isNameless(row)) {
                matches.put(row, before + 1);
                out.note(
                        "READ-ROW-INFERRED",
                        row.place,
                        "表三一行没有行名，按前后行认作“" + WORDS.rows().get(before + 1).firstOfficial() + "”");
            }
        }
    }

    private static boolean isNameless(RequestRow row) {
        for (var text : row.texts) {
            if (!text.label().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /**
     * A group's label is not the single row of that name where the rows of the group are there too; figures beside it belong to one of
     * them, and nobody can tell which.
     */
    private void dropSingleRow(Findings out) {
        for (var format : ReportFormats.official().all()) {
            for (var part : format.parts("t3")) {
                for (var single : part.alternatives()) {
                    var dropped = matches.entrySet().stream()
                            .filter(match -> key(match.getValue()).equals(single.key()))
                            .map(Map.Entry::getKey)
                            .toList();
                    if (dropped.isEmpty() || !hasNumbersIn(single.replaces())) {
                        continue;
                    }
                    dropped.stream()
                            .filter(RequestRow::hasNumbers)
                            .forEach(row -> out.note(
                                    "READ-EXTRA-ROW", row.place, "表三“" + row.label + "”旁有数值，其下各项又另有行，不能确定属于哪一行，未计入"));
                    dropped.forEach(matches::remove);
                }
            }
        }
    }

    private boolean hasNumbersIn(List<String> rows) {
        return matches.entrySet().stream()
                .anyMatch(match -> match.getKey().hasNumbers() && rows.contains(key(match.getValue())));
    }

    private static String key(int row) {
        return WORDS.rows().get(row).key();
    }
}
