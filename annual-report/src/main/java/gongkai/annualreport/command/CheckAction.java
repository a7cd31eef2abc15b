package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.OrganLevel;
import gongkai.annualreport.ReportJson;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.reading.Reading;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** {@code report check}. */
final class CheckAction implements Action {
    @Override
    public String name() {
        return "check";
    }

    @Override
    public String summary() {
        return "读取并校验，列出每一处问题";
    }

    @Override
    public String help() {
        return """
                用法：./gongkai report check 文件… [--json] [--previous 文件] [--organ 名称] [--organ-level 级别]

                读取并校验每个文件，列出问题：错误（不得提交）、警告（改正或说明）、提示，以及无法判断的规则。

                文件           同 report read
                --json         每个文件输出一行 JSON（UTF-8），问题在 findings 中；次序与参数相同
                --previous     同一机关上一年度的报告，用于跨年规则
                --organ        机关全称，标题没有写全时用
                --organ-level  机关所在区域的级别：province（省）、city（市）、county（县）、township（乡）；
                               不给出时从机关名称推断，推断不出的，需要级别的规则不作判断

                退出状态：0 没有错误；1 有错误；2 有文件读不了
                """;
    }

    @Override
    public Set<String> flags() {
        return Set.of("--json");
    }

    @Override
    public Set<String> valued() {
        return Set.of("--previous", "--organ", "--organ-level");
    }

    @Override
    public int run(CommandLine line, Console console) throws UsageException {
        if (line.operands().isEmpty()) {
            throw new UsageException("没有给出要校验的文件");
        }
        var level = level(line);
        var organ = line.value("--organ").orElse(null);
        boolean json = line.has("--json");
        AnnualReport previous = null;
        int status = DONE;
        if (line.value("--previous").isPresent()) {
            switch (Inputs.read(line.value("--previous").get())) {
                case Source.Outcome.Read read -> previous = read.reading().report();
                case Source.Outcome.Unreadable unreadable -> {
                    console.say(
                            "上一年度的报告读不了，跨年规则不作判断：" + line.value("--previous").get() + "：" + unreadable.reason());
                    status = FAILED;
                }
            }
        }
        var lastYear = previous;
        var ink = new Ink(console.colours());
        return Math.max(status, new FileRun(console, json).run(line.operands(), (source, reading) -> {
                    var checkup = AnnualReports.check(new Subject(reading, lastYear, organ, level));
                    return new FileRun.Page(
                            json ? line(source, reading, checkup) : page(source, reading, checkup, ink),
                            checkup.hasErrors() ? ERRORS_FOUND : DONE);
                }));
    }

    private static @Nullable OrganLevel level(CommandLine line) throws UsageException {
        var code = line.value("--organ-level").orElse(null);
        if (code == null) {
            return null;
        }
        return OrganLevel.ofCode(code)
                .orElseThrow(() -> new UsageException("--organ-level 应为 province、city、county 或 township"));
    }

    private static String line(Source source, Reading reading, Checkup checkup) {
        var line = ReportJson.line(source.name(), reading.report(), checkup.findings(), out -> {
            out.writeArrayPropertyStart("unjudged");
            for (var unjudged : checkup.unjudged()) {
                out.writeStartObject();
                out.writeStringProperty("rule", unjudged.rule());
                out.writeStringProperty("reason", unjudged.reason());
                out.writeEndObject();
            }
            out.writeEndArray();
        });
        return line + "\n";
    }

    private static String page(Source source, Reading reading, Checkup checkup, Ink ink) {
        var title = Objects.requireNonNullElse(reading.report().title(), "（未找到标题）");
        return ink.bold(source.name()) + "\n  " + title + "\n"
                + new FindingTable(ink).text(checkup.findings(), checkup.unjudged()) + "\n";
    }
}
