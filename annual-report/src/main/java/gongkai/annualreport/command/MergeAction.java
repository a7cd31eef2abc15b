package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.merging.Member;
import gongkai.annualreport.merging.Merge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** {@code report merge}. */
final class MergeAction implements Action {
    @Override
    public String name() {
        return "merge";
    }

    @Override
    public String summary() {
        return "把同一年度的多份报告逐格相加，汇总成一份";
    }

    @Override
    public String help() {
        return """
                用法：./gongkai report merge 文件… --organ 名称 --to 输出文件

                把同一年度、同一格式的多份报告逐格相加，写成一份汇总报告；xlsx 另有“来源”工作表，
                json 另有 contributions，列出每一格来自哪些单位。没有填的格按 0 计并列出；
                单位不一致（如元与万元）的格不相加。年度或格式不一致、有文件读不了时不汇总。

                文件      同 report read，可以是目录
                --organ   汇总机关的名称
                --to      输出文件：docx、pdf、ofd、html、xlsx、json 或 txt

                退出状态：0 已写出；1 已写出，但成员报告有错误或有重复计入等问题；2 没有写出
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of();
    }

    @Override
    public Set<String> valued() {
        return Set.of("--organ", "--to");
    }

    @Override
    public int run(CommandLine line, Console console) throws UsageException {
        var output = Output.of(line.required("--to", "输出文件"));
        var organ = line.required("--organ", "汇总机关的名称").strip();
        if (line.operands().isEmpty()) {
            throw new UsageException("没有给出要汇总的文件");
        }
        var sources = Sources.of(line.operands());
        if (sources.isEmpty()) {
            console.say("没有要汇总的文件。");
            return FAILED;
        }
        var members = members(sources, console);
        if (members.size() < sources.size()) {
            console.say("有文件读不了，没有汇总。");
            return FAILED;
        }
        return write(AnnualReports.merge(members, organ), members, output, console);
    }

    /** What is kept of a file: far less than what was read, for there may be thousands. */
    private sealed interface Kept {
        record Part(Member member) implements Kept {}

        record Unreadable(String reason) implements Kept {}
    }

    private static List<Member> members(List<Source> sources, Console console) {
        var members = new ArrayList<Member>();
        for (var kept : Inputs.readAll(sources, new ProgressBar(console, sources.size()), MergeAction::keep)) {
            switch (kept) {
                case Kept.Part part -> members.add(part.member());
                case Kept.Unreadable unreadable -> console.say(unreadable.reason());
            }
        }
        return members;
    }

    private static Kept keep(Source source, Source.Outcome outcome) {
        return switch (outcome) {
            case Source.Outcome.Unreadable unreadable -> new Kept.Unreadable(source.name() + "：" + unreadable.reason());
            case Source.Outcome.Read read -> {
                try {
                    yield new Kept.Part(Member.of(source.name(), read.reading()));
                } catch (RuntimeException | Error e) {
                    yield new Kept.Unreadable(source.name() + "：处理时出错，文件可能已损坏");
                }
            }
        };
    }

    private static int write(Merge merge, List<Member> members, Output output, Console console) {
        var table = new FindingTable(new Ink(console.colours()));
        return switch (merge) {
            case Merge.Refused refused -> {
                console.print(table.text(refused.findings(), List.of()));
                console.say("没有汇总。");
                yield FAILED;
            }
            case Merge.Merged merged -> {
                try {
                    output.write(AnnualReports.write(merged, output.kind()));
                } catch (Output.UnwritableException e) {
                    console.say(String.valueOf(e.getMessage()));
                    yield FAILED;
                }
                console.print("汇总 " + members.size() + " 份报告，已写出 " + output.path() + "\n"
                        + table.text(merged.findings(), merged.checkup().unjudged()));
                yield merged.hasErrors() ? ERRORS_FOUND : DONE;
            }
        };
    }
}
