package gongkai.annualreport.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where a command writes: results to {@code out}, everything said beside them to {@code err}.
 *
 * @param colours whether {@code out} is a terminal whose user has not asked for no colours
 * @param progress whether {@code err} is a terminal, so that a bar may be drawn and redrawn
 */
record Console(PrintStream out, PrintStream err, boolean colours, boolean progress) {
    /** Where nothing is heard. */
    static final Console SILENT = new Console(
            new PrintStream(OutputStream.nullOutputStream()),
            new PrintStream(OutputStream.nullOutputStream()),
            false,
            false);

    /** The console of this process. The launcher knows which of its streams are terminals and says so in a property. */
    static Console ofProcess() {
        var terminals = Arrays.asList(System.getProperty("gongkai.terminal", "").split(","));
        var noColor = System.getenv("NO_COLOR");
        return new Console(
                stream(FileDescriptor.out),
                stream(FileDescriptor.err),
                terminals.contains("out") && (noColor == null || noColor.isEmpty()),
                terminals.contains("err"));
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** One line beside the results. */
    void say(String line) {
        err.println(line);
        err.flush();
    }

    /** Some lines of results, passed on at once, so that whoever reads them need not wait for the last file. */
    void print(String lines) {
        out.print(lines);
        out.flush();
    }

    /** Whether nobody reads the results any more. */
    boolean closed() {
        return out.checkError();
    }
}
