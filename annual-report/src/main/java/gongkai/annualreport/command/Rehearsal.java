package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.Cell;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.ReportFormat;
import gongkai.annualreport.ReportFormats;
import gongkai.annualreport.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * What the launcher has run once after a build, so that the classes it needs are in the archive later starts begin from: every command,
 * on a file of every kind that can be written.
 */
final class Rehearsal {
    private static final int YEAR = 2023;

    private Rehearsal() {}

    static int play() {
        try {
            var stage = Files.createTempDirectory("gongkai");
            try {
                play(stage);
            } finally {
                try (var files = Files.list(stage)) {
                    files.forEach(file -> file.toFile().delete());
                }
                Files.delete(stage);
            }
            return Action.DONE;
        } catch (IOException e) {
            return Action.FAILED;
        }
    }

    private static void play(Path stage) throws IOException {
        var format = ReportFormats.official().forYear(YEAR).orElseThrow();
        for (var kind : FileKind.values()) {
            if (kind != FileKind.DOC) {
                Files.write(
                        stage.resolve("report." + kind.name().toLowerCase(Locale.ROOT)),
                        AnnualReports.write(report(format), kind));
            }
        }
        var report = stage + "/report.json";
        var command = new ReportCommand(Console.SILENT);
        command.run(List.of("read", "" + stage, "--json"));
        command.run(List.of("read", "" + stage));
        command.run(List.of("check", "" + stage, "--json", "--previous", report));
        command.run(List.of("check", "" + stage));
        command.run(List.of("merge", report, "--organ", "某市人民政府", "--to", stage + "/sum.xlsx"));
        command.run(List.of("compare", report, report));
        command.run(List.of("read", "--help"));
        command.run(List.of("none"));
    }

    private static AnnualReport report(ReportFormat format) {
        var organ = "某市司法局";
        var cells = new LinkedHashMap<CellKey, Cell>();
        format.cells().forEach(key -> cells.put(key, Cell.of(1)));
        var sections = new ArrayList<Section>();
        var numbers = List.of("一", "二", "三", "四", "五", "六");
        for (var section : format.sections()) {
            sections.add(new Section(
                    section.key(),
                    numbers.get(sections.size()) + "、" + section.title(),
                    "本年度收到政府信息公开申请3件，办结2件，予以公开1件；现行有效的行政规范性文件4件。"));
        }
        var title = organ + YEAR + "年政府信息公开工作年度报告";
        return new AnnualReport(format, YEAR, organ, title, null, null, null, "", sections, "", cells);
    }
}
