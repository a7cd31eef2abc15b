package gongkai.annualreport.command;

import java.util.List;

/** What the launcher has run once after a build, so that the classes it needs are in the archive later starts begin from. */
final class Rehearsal {
    private Rehearsal() {}

    static int play() {
        new ReportCommand(Console.SILENT).run(List.of("--help"));
        return Action.DONE;
    }
}
