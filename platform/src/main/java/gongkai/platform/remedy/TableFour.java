package gongkai.platform.remedy;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Table 4 of one organ and year. A case stands in it every year from its acceptance to its closing. */
public final class TableFour {
    private TableFour() {}

    /**
     * What table 4 knows of a case.
     *
     * @param outcome null until it is closed
     * @param closedOn null until then
     */
    public record Counted(
            RemedyKind kind,
            LocalDate acceptedOn,
            @Nullable RemedyOutcome outcome,
            @Nullable LocalDate closedOn) {
        /** The column it stands in that year; none before its acceptance and after its closing. */
        public Optional<RemedyOutcome> columnIn(int year) {
            return columnIn(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }

        /** The same for a period from its first day to its last. */
        public Optional<RemedyOutcome> columnIn(LocalDate first, LocalDate last) {
            if (acceptedOn.isAfter(last) || (closedOn != null && closedOn.isBefore(first))) {
                return Optional.empty();
            }
            return Optional.of(
                    closedOn == null || outcome == null || closedOn.isAfter(last) ? RemedyOutcome.PENDING : outcome);
        }
    }

    /** All fifteen cells by their keys without {@code t4.}, for example {@code rc.upheld}; 0 where nothing happened. */
    public static Map<String, Integer> of(Collection<Counted> cases, int year) {
        return of(cases, LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    /** The same for a period from its first day to its last. */
    public static Map<String, Integer> of(Collection<Counted> cases, LocalDate first, LocalDate last) {
        var cells = new LinkedHashMap<String, Integer>();
        for (var kind : RemedyKind.values()) {
            for (var outcome : RemedyOutcome.values()) {
                cells.put(kind.group() + "." + outcome.column(), 0);
            }
            cells.put(kind.group() + ".total", 0);
        }
        for (var remedy : cases) {
            remedy.columnIn(first, last).ifPresent(column -> {
                cells.merge(remedy.kind().group() + "." + column.column(), 1, Integer::sum);
                cells.merge(remedy.kind().group() + ".total", 1, Integer::sum);
            });
        }
        return cells;
    }
}
