package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.ReportFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A report as text for a person at a terminal: what it is, its sections, its tables. */
record ReportPage(AnnualReport report, Ink ink) {
    private static final int LABEL_WIDTH = 40;

    String text(String file) {
        var text = new StringBuilder();
        text.append(ink.bold(file)).append('\n');
        text.append("  ")
                .append(Objects.requireNonNullElse(report.title(), "（未找到标题）"))
                .append('\n');
        if (report.innerTitle() != null) {
            text.append("  正文标题：").append(report.innerTitle()).append('\n');
        }
        text.append("  ").append(facts()).append('\n');
        text.append(sections());
        var format = report.format();
        if (format == null) {
            return text.append("  没有可以识别的表格\n").toString();
        }
        for (var table : format.tables()) {
            text.append("  ").append(ink.bold(table.name())).append('\n');
            table.parts().forEach(part -> text.append(part(table, part)));
        }
        return text.toString();
    }

    private String facts() {
        var format = report.format();
        var period = report.period();
        return String.join(
                "，",
                "机关：" + shown(report.organ()),
                "年度：" + shown(report.year()),
                "格式：" + (format == null ? "未识别" : format.name()),
                "统计期限：" + (period == null ? "未写明" : period.from() + " 至 " + period.to()),
                "发布日期：" + shown(report.publishedOn()));
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "未写明" : value.toString();
    }

    private String sections() {
        var table = new TextTable(List.of(false, true));
        for (var section : report.sections()) {
            long length = section.text()
                    .codePoints()
                    .filter(c -> !Character.isWhitespace(c))
                    .count();
            table.row(List.of(section.heading(), length + "字"));
        }
        return table.text("  ");
    }

    private String part(ReportFormat.Table table, ReportFormat.Part part) {
        return part.rows().stream().allMatch(row -> row.path().isEmpty()) ? groups(table, part) : rows(table, part);
    }

    private String rows(ReportFormat.Table table, ReportFormat.Part part) {
        var text = new TextTable(alignment(part.columns().size()));
        text.row(Stream.concat(
                        Stream.of(Objects.requireNonNullElse(part.clause(), "")),
                        part.columns().stream().map(ReportFormat.Column::label))
                .toList());
        for (var row : present(table, part)) {
            text.row(Stream.concat(
                            Stream.of(TextTable.cut(row.label(), LABEL_WIDTH)),
                            part.columns().stream().map(column -> shown(ReportFormat.key(table, row, column))))
                    .toList());
        }
        return text.text("    ");
    }

    /** The rows the report has: a single row in place of those it stands for. */
    private List<ReportFormat.Row> present(ReportFormat.Table table, ReportFormat.Part part) {
        var rows = new ArrayList<ReportFormat.Row>();
        for (var row : part.rows()) {
            var instead = part.alternatives().stream()
                    .filter(alternative -> alternative.replaces().contains(row.key()))
                    .map(ReportFormat.Alternative::row)
                    .filter(single -> part.columns().stream()
                            .anyMatch(column -> report.cell(ReportFormat.key(table, single, column)) != null))
                    .findFirst()
                    .orElse(row);
            if (!rows.contains(instead)) {
                rows.add(instead);
            }
        }
        return rows;
    }

    /** A table of one row without a label: its column groups below each other. */
    private String groups(ReportFormat.Table table, ReportFormat.Part part) {
        Map<String, List<ReportFormat.Column>> groups = new LinkedHashMap<>();
        for (var column : part.columns()) {
            var path = column.path();
            groups.computeIfAbsent(String.join("·", path.subList(0, path.size() - 1)), name -> new ArrayList<>())
                    .add(column);
        }
        int most = groups.values().stream().mapToInt(List::size).max().orElse(0);
        var text = new TextTable(alignment(most));
        List<String> labels = List.of();
        for (var group : groups.entrySet()) {
            var own = group.getValue().stream().map(ReportFormat.Column::label).toList();
            if (!own.equals(labels)) {
                text.row(Stream.concat(Stream.of(""), own.stream()).toList());
                labels = own;
            }
            for (var row : part.rows()) {
                text.row(Stream.concat(
                                Stream.of(group.getKey()),
                                group.getValue().stream().map(column -> shown(ReportFormat.key(table, row, column))))
                        .toList());
            }
        }
        return text.text("    ");
    }

    private static List<Boolean> alignment(int figures) {
        return Stream.concat(Stream.of(false), Collections.nCopies(figures, true).stream())
                .toList();
    }

    private String shown(CellKey key) {
        return shown(report.cell(key));
    }

    /** What stands in a cell, in a few words; blank and missing are said, not left blank. */
    static String shown(@Nullable Cell cell) {
        return switch (cell) {
            case Cell.Figure figure -> figure.raw() == null ? figure.value().toPlainString() : figure.raw();
            case Cell.Words words -> words.raw();
            case Cell.Blank ignored -> "〔空〕";
            case Cell.Missing ignored -> "〔缺〕";
            case null -> "〔缺〕";
        };
    }
}
