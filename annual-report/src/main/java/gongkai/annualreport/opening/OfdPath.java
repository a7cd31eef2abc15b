package gongkai.annualreport.opening;

import java.util.ArrayDeque;

/** Names of parts inside an OFD package. */
final class OfdPath {
    private OfdPath() {}

    /** The part that a location written in another part means: from the root if it begins with a slash, else from that part's folder. */
    static String resolve(String from, String location) {
        var steps = new ArrayDeque<String>();
        var written = location.strip().replace('\\', '/');
        int folder = from.lastIndexOf('/');
        var whole = written.startsWith("/") || folder < 0 ? written : from.substring(0, folder) + "/" + written;
        for (var step : whole.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}
