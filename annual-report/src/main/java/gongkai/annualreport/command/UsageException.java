package gongkai.annualreport.command;

/** The command line was typed in a way that means nothing. The message is Chinese, for the person who typed it. */
final class UsageException extends Exception {
    UsageException(String message) {
        super(message);
    }
}
