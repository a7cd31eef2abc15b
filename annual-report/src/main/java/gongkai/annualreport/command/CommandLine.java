package gongkai.annualreport.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after the command's name: operands in their order, and options by name. A value follows its option as the next word or
 * after {@code =}; {@code --} ends the options, for files whose names begin with a dash.
 */
record CommandLine(List<String> operands, Map<String, String> options) {
    private static final String HELP = "--help";

    /**
     * @param flags options without a value
     * @param valued options with a value
     */
    static CommandLine parse(List<String> words, Set<String> flags, Set<String> valued) throws UsageException {
        var operands = new ArrayList<String>();
        var options = new HashMap<String, String>();
        boolean literal = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            if (literal || !word.startsWith("-") || word.equals("-")) {
                operands.add(word);
            } else if (word.equals("--")) {
                literal = true;
            } else if (word.equals(HELP) || word.equals("-h")) {
                options.put(HELP, "");
            } else {
                int equals = word.indexOf('=');
                var name = equals < 0 ? word : word.substring(0, equals);
                String value;
                if (flags.contains(name) && equals < 0) {
                    value = "";
                } else if (flags.contains(name)) {
                    throw new UsageException("选项 " + name + " 不带值");
                } else if (!valued.contains(name)) {
                    throw new UsageException("没有“" + name + "”这个选项");
                } else if (equals >= 0) {
                    value = word.substring(equals + 1);
                } else if (++i < words.size()) {
                    value = words.get(i);
                } else {
                    throw new UsageException("选项 " + name + " 后面缺少值");
                }
                if (options.put(name, value) != null) {
                    throw new UsageException("选项 " + name + " 写了两次");
                }
            }
        }
        return new CommandLine(List.copyOf(operands), Map.copyOf(options));
    }

    boolean asksForHelp() {
        return options.containsKey(HELP);
    }

    boolean has(String flag) {
        return options.containsKey(flag);
    }

    Optional<String> value(String option) {
        return Optional.ofNullable(options.get(option));
    }

    String required(String option, String meaning) throws UsageException {
        var value = options.get(option);
        if (value == null || value.isBlank()) {
            throw new UsageException("缺少 " + option + " " + meaning);
        }
        return value;
    }
}
