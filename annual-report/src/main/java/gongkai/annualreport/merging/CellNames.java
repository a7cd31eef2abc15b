package gongkai.annualreport.merging;

import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import org.jspecify.annotations.Nullable;

/** What a cell is called in the tables, for people. */
public final class CellNames {
    private CellNames() {}

    private record Spot(ReportFormat.Table table, ReportFormat.Row row, ReportFormat.Column column) {}

    /** For example {@code 表三“（一）予以公开”“自然人”}; the key itself where the format has no such cell. */
    public static String of(ReportFormat format, CellKey key) {
        var spot = spot(format, key);
        if (spot == null) {
            return key.toString();
        }
        var columns = spot.row().path().isEmpty()
                ? String.join("·", spot.column().path())
                : spot.column().label();
        return spot.table().name()
                + (spot.row().label().isEmpty() ? "" : "“" + spot.row().label() + "”")
                + "“" + columns + "”";
    }

    static String unit(ReportFormat format, CellKey key) {
        var spot = spot(format, key);
        return spot == null ? "" : spot.column().unit();
    }

    private static @Nullable Spot spot(ReportFormat format, CellKey key) {
        for (var table : format.tables()) {
            if (!table.key().equals(key.table())) {
                continue;
            }
            for (var part : table.parts()) {
                for (var column : part.columns()) {
                    for (var row : part.rows()) {
                        if (ReportFormat.key(table, row, column).equals(key)) {
                            return new Spot(table, row, column);
                        }
                    }
                    for (var alternative : part.alternatives()) {
                        if (ReportFormat.key(table, alternative.row(), column).equals(key)) {
                            return new Spot(table, alternative.row(), column);
                        }
                    }
                }
            }
        }
        return null;
    }
}
