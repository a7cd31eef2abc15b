package gongkai.annualreport.command;

import gongkai.annualreport.ReportJson;
import gongkai.annualreport.reading.Reading;
import java.util.List;
import java.util.Set;

/** {@code report read}. */
final class ReadAction implements Action {
    @Override
    public String name() {
        return "read";
    }

    @Override
    public String summary() {
        return "读取文件，显示其中的年度报告";
    }

    @Override
    public String help() {
        return """
                用法：./gongkai report read 文件… [--json]

                读取每个文件，显示其中的年度报告：标题、机关、年度、六个部分和三张表的每一格。
                没有填的格显示为〔空〕，表中缺失的格显示为〔缺〕；读取时作过的修正另列为提示（READ-…）。

                文件    docx、doc、pdf、ofd、html、txt、xlsx 或本工具的 json，按内容识别；
                        目录代表其中的全部文件（按文件名排序，含下级目录，隐藏文件除外）
                --json  每个文件输出一行 JSON（UTF-8），次序与参数相同；读不了的文件输出 file 和 error

                退出状态：0 全部读出；2 有文件读不了
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of("--json");
    }

    @Override
    public Set<String> valued() {
        return Set.of();
    }

    @Override
    public int run(CommandLine line, Console console) throws UsageException {
        if (line.operands().isEmpty()) {
            throw new UsageException("没有给出要读取的文件");
        }
        boolean json = line.has("--json");
        var ink = new Ink(console.colours());
        return new FileRun(console, json)
                .run(
                        line.operands(),
                        (source, reading) -> new FileRun.Page(
                                json
                                        ? ReportJson.line(source.name(), reading.report(), null) + "\n"
                                        : page(source, reading, ink),
                                DONE));
    }

    private static String page(Source source, Reading reading, Ink ink) {
        var notes = reading.notes().isEmpty() ? "" : new FindingTable(ink).text(reading.notes(), List.of());
        return new ReportPage(reading.report(), ink).text(source.name()) + notes + "\n";
    }
}
