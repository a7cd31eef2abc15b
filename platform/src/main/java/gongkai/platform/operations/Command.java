package gongkai.platform.operations;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What was typed after {@code ./gongkai}: a command, its words and its options.
 *
 * @param words those that are no options, the command itself left out
 */
record Command(List<String> words, Map<String, String> options) {
    /** All was well. */
    static final int WELL = 0;
    /** A check failed, or the work could not be done. */
    static final int FAILED = 1;
    /** It was typed wrongly, or what it shall read cannot be read. */
    static final int MISUSED = 2;

    /** Where a command writes. */
    record Output(PrintStream out, PrintStream err) {}

    /** It cannot be done as typed, or what it shall read cannot be read. The message is Chinese. */
    static final class MisusedException extends Exception {
        private static final long serialVersionUID = 1;

        MisusedException(String message) {
            super(message);
        }
    }

    /** Reads the words that follow a command which takes so many words and these options, each with a value. */
    static Command of(List<String> typed, int words, Set<String> known) throws MisusedException {
        var plain = new ArrayList<String>();
        var options = new HashMap<String, String>();
        for (int i = 0; i < typed.size(); i++) {
            var word = typed.get(i);
            if (!word.startsWith("--")) {
                plain.add(word);
                continue;
            }
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (!known.contains(name)) {
                throw new MisusedException("没有“" + name + "”这个选项");
            }
            if (equals < 0 && i + 1 == typed.size()) {
                throw new MisusedException("选项 " + name + " 后面缺少值");
            }
            options.put(name, equals < 0 ? typed.get(++i) : word.substring(equals + 1));
        }
        if (plain.size() > words) {
            throw new MisusedException("多出了“" + plain.get(words) + "”");
        }
        if (plain.size() < words) {
            throw new MisusedException("缺少文件名");
        }
        return new Command(plain, options);
    }
}
