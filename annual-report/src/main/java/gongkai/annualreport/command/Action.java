package gongkai.annualreport.command;

import java.util.Set;

/** One of the commands below {@code report}. */
interface Action {
    /** Everything went well. */
    int DONE = 0;
    /** Everything was read, and something in it is wrong. */
    int ERRORS_FOUND = 1;
    /** Something could not be read or written, or the command line was wrong. */
    int FAILED = 2;

    String name();

    /** Half a line that says what it does. */
    String summary();

    /** The page {@code --help} shows. */
    String help();

    Set<String> flags();

    Set<String> valued();

    /** Does it and returns the exit status. */
    int run(CommandLine line, Console console) throws UsageException;
}
