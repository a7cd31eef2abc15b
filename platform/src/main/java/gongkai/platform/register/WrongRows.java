package gongkai.platform.register;

import static java.util.Objects.requireNonNull;

import gongkai.platform.web.Column;
import gongkai.platform.web.Export;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The rows of a file with something wrong, each with its reasons, as a file to be mended and read again. */
final class WrongRows {
    private WrongRows() {}

    static Export<ImportOutcome.Line> export(String kind, OrganTable table, List<ImportOutcome.Line> wrong) {
        var rows = table.rows().stream().collect(Collectors.toMap(OrganTable.Row::number, row -> row));
        var columns = new ArrayList<Column<ImportOutcome.Line>>();
        columns.add(Column.of("原行号", ImportOutcome.Line::row));
        columns.add(Column.of(
                "问题",
                line -> line.flaws().stream()
                        .map(flaw -> (flaw.column().isEmpty() ? "" : flaw.column() + "：") + flaw.reason())
                        .collect(Collectors.joining("；"))));
        table.columns()
                .forEach(title -> columns.add(Column.of(
                        title, line -> requireNonNull(rows.get(line.row())).cell(title))));
        return Export.of(kind, "有问题的行", columns, wrong.stream());
    }
}
