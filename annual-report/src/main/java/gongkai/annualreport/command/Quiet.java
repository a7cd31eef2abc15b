package gongkai.annualreport.command;

/** Keeps the libraries that open files from talking on the console: what they have to say is for programmers. */
final class Quiet {
    private Quiet() {}

    /** To be called before the first of those libraries is loaded. */
    static void libraries() {
        System.setProperty("org.apache.commons.logging.Log", "org.apache.commons.logging.impl.NoOpLog");
        System.setProperty("log4j2.StatusLogger.level", "OFF");
        System.setProperty("log4j2.loggerContextFactory", "org.apache.logging.log4j.simple.SimpleLoggerContextFactory");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty("java.awt.headless", "true");
    }
}
