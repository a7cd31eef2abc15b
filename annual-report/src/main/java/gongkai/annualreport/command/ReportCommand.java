package gongkai.annualreport.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code ./gongkai report}: finds the command meant, and answers what it does not understand with how it is used. */
public final class ReportCommand {
    private static final List<Action> ACTIONS =
            List.of(new ReadAction(), new CheckAction(), new WriteAction(), new MergeAction(), new CompareAction());

    private final Console console;

    ReportCommand(Console console) {
        this.console = console;
    }

    public static void main(String... words) {
        Quiet.libraries();
        var console = Console.ofProcess();
        int status = words.length == 1 && words[0].equals("prepare")
                ? Rehearsal.play()
                : new ReportCommand(console).run(List.of(words));
        console.out().flush();
        console.err().flush();
        // Files that took too long may still be read somewhere; nobody waits for them.
        Runtime.getRuntime().exit(status);
    }

    int run(List<String> words) {
        if (words.isEmpty()) {
            console.say(usage());
            return Action.FAILED;
        }
        var name = words.getFirst();
        if (List.of("help", "--help", "-h").contains(name)) {
            console.print(usage() + "\n");
            return Action.DONE;
        }
        var action = action(name);
        if (action.isEmpty()) {
            return misused("没有“" + name + "”这个命令", "report --help");
        }
        return run(action.get(), words.subList(1, words.size()));
    }

    private int run(Action action, List<String> words) {
        try {
            var line = CommandLine.parse(words, action.flags(), action.valued());
            if (line.asksForHelp()) {
                console.print(action.help());
                return Action.DONE;
            }
            return action.run(line, console);
        } catch (UsageException e) {
            return misused(String.valueOf(e.getMessage()), "report " + action.name() + " --help");
        }
    }

    private int misused(String message, String help) {
        console.say(message + "。用法见：./gongkai " + help);
        return Action.FAILED;
    }

    private static Optional<Action> action(String name) {
        return ACTIONS.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    private static String usage() {
        return ACTIONS.stream()
                .map(action -> "  %-8s %s".formatted(action.name(), action.summary()))
                .collect(Collectors.joining(
                        "\n",
                        "用法：./gongkai report 命令 文件…\n\n命令：\n",
                        "\n\n文件可以是 docx、doc、pdf、ofd、html、txt、xlsx 和本工具的 json，按内容识别，不看扩展名；也可以是目录。\n"
                                + "各命令的说明：./gongkai report 命令 --help"));
    }
}
