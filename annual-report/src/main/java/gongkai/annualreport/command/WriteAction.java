package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import java.util.Set;

/** {@code report write}. */
final class WriteAction implements Action {
    @Override
    public String name() {
        return "write";
    }

    @Override
    public String summary() {
        return "读取一个文件，按法定格式写成另一个文件";
    }

    @Override
    public String help() {
        return """
                用法：./gongkai report write 文件 --to 输出文件

                读取文件，按法定格式写成输出文件；种类由输出文件的扩展名决定：
                docx、pdf、ofd、html、xlsx、json、txt。数字照原样写出，空格、缺格不补零。

                退出状态：0 已写出；2 文件读不了或写不了
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
        var output = Output.of(line.required("--to", "输出文件"));
        if (line.operands().size() != 1) {
            throw new UsageException("应给出一个要读取的文件");
        }
        var name = line.operands().getFirst();
        return switch (Inputs.read(name)) {
            case Source.Outcome.Unreadable unreadable -> {
                console.say(name + "：" + unreadable.reason());
                yield FAILED;
            }
            case Source.Outcome.Read read -> write(name, read.reading().report(), output, console);
        };
    }

    private static int write(String name, AnnualReport report, Output output, Console console) {
        if (report.format() == null && report.sections().isEmpty()) {
            console.say(name + "：没有找到年度报告，没有写出");
            return FAILED;
        }
        try {
            output.write(AnnualReports.write(report, output.kind()));
            console.print("已写出 " + output.path() + "\n");
            return DONE;
        } catch (Output.UnwritableException e) {
            console.say(String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError | StackOverflowError e) {
            console.say(name + "：内容过大，无法写出");
        }
        return FAILED;
    }
}
