package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.merging.Comparison;
import gongkai.annualreport.reading.Reading;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code report compare}. */
final class CompareAction implements Action {
    private static final Set<FileKind> WRITTEN = EnumSet.of(FileKind.HTML, FileKind.XLSX, FileKind.TXT, FileKind.JSON);

    @Override
    public String name() {
        return "compare";
    }

    @Override
    public String summary() {
        return "比较两个年度，或同一年度的两个版本";
    }

    @Override
    public String help() {
        return """
                用法：./gongkai report compare 旧文件 新文件 [--to 输出文件]

                逐格比较同一机关的两份报告，列出每一个变动的格和改动的部分；相邻两个年度的，
                另按跨年规则校验（结转、现行有效件数、未审结案件、文字雷同等）。

                --to   把比较结果写成文件：html、xlsx、txt 或 json

                退出状态：0 已比较；2 有文件读不了或写不了
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public Set<String> valued() {
        return Set.of("--to");
    }

    @Override
    public int run(CommandLine line, Console console) throws UsageException {
        if (line.operands().size() != 2) {
            throw new UsageException("应给出两个文件：旧的在前，新的在后");
        }
        Output output = null;
        if (line.value("--to").isPresent()) {
            output = Output.of(line.value("--to").get());
            if (!WRITTEN.contains(output.kind())) {
                throw new UsageException("比较结果只能写成 html、xlsx、txt 或 json");
            }
        }
        var old = read(line.operands().get(0), console);
        var current = read(line.operands().get(1), console);
        if (old == null || current == null) {
            return FAILED;
        }
        return show(AnnualReports.compare(old, current), output, console);
    }

    private static int show(Comparison comparison, @Nullable Output output, Console console) {
        console.print(new ComparisonPage(comparison, new Ink(console.colours())).text());
        if (output != null) {
            try {
                output.write(ComparisonFile.write(comparison, output.kind()));
                console.print("已写出 " + output.path() + "\n");
            } catch (Output.UnwritableException e) {
                console.say(String.valueOf(e.getMessage()));
                return FAILED;
            }
        }
        return DONE;
    }

    private static @Nullable Reading read(String name, Console console) {
        return switch (Inputs.read(name)) {
            case Source.Outcome.Read read -> read.reading();
            case Source.Outcome.Unreadable unreadable -> {
                console.say(name + "：" + unreadable.reason());
                yield null;
            }
        };
    }
}
