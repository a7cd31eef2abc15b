package gongkai.platform.request.procedure;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Table 3 of one organ and year, counted from its requests. A request comes in on its day of receipt and is dealt with on the day of the
 * step that ended it; so it stands in one row of what came in and in one of what became of it, and 一 + 二 = 三(七) + 四 in every column.
 */
public final class TableThree {
    /**
     * What table 3 knows of a request that was received.
     *
     * @param endedOn null while it is being dealt with
     * @param result null until then
     */
    public record Counted(
            ApplicantKind kind,
            LocalDate receiptDate,
            @Nullable LocalDate endedOn,
            @Nullable TableThreeRow result) {
        /** The rows of that year it stands in; none when it came later or ended earlier. */
        public Set<TableThreeRow> rowsIn(int year) {
            var rows = EnumSet.noneOf(TableThreeRow.class);
            var endYear = endedOn == null ? Integer.MAX_VALUE : endedOn.getYear();
            if (receiptDate.getYear() > year || endYear < year) {
                return rows;
            }
            rows.add(receiptDate.getYear() == year ? TableThreeRow.NEW_RECEIVED : TableThreeRow.CARRIED_IN);
            if (endYear == year && result != null) {
                rows.add(result);
                rows.add(TableThreeRow.RESULT_TOTAL);
            } else {
                rows.add(TableThreeRow.CARRIED_OUT);
            }
            return rows;
        }
    }

    private final Map<TableThreeRow, Map<ApplicantKind, Integer>> cells = new EnumMap<>(TableThreeRow.class);

    private TableThree() {}

    /** The table of a year; requests of other years may be among them. */
    public static TableThree of(Collection<Counted> requests, int year) {
        var table = new TableThree();
        for (var request : requests) {
            for (var row : request.rowsIn(year)) {
                table.cells
                        .computeIfAbsent(row, r -> new EnumMap<>(ApplicantKind.class))
                        .merge(request.kind(), 1, Integer::sum);
            }
        }
        return table;
    }

    public int cell(TableThreeRow row, ApplicantKind column) {
        return cells.getOrDefault(row, Map.of()).getOrDefault(column, 0);
    }

    /** The seventh column, 总计. */
    public int total(TableThreeRow row) {
        return cells.getOrDefault(row, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }
}
