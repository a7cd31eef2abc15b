package gongkai.platform.register;

import java.util.List;
import java.util.UUID;

/**
 * What a file would change, before anything is stored.
 *
 * @param since when new organs begin whose row does not say it
 */
public record ImportPreviewPage(UUID upload, String file, String since, ImportOutcome outcome) {
    private static final int MOST = 200;

    /** The rows with something wrong, the first of them. */
    public List<ImportOutcome.Line> bad() {
        return outcome.of(ImportOutcome.Fate.BAD).stream().limit(MOST).toList();
    }

    /** The rows that would change something, the first of them. */
    public List<ImportOutcome.Line> good() {
        return outcome.lines().stream()
                .filter(line -> line.fate() == ImportOutcome.Fate.ADDED || line.fate() == ImportOutcome.Fate.CHANGED)
                .limit(MOST)
                .toList();
    }

    public long added() {
        return outcome.count(ImportOutcome.Fate.ADDED);
    }

    public long changed() {
        return outcome.count(ImportOutcome.Fate.CHANGED);
    }

    public long same() {
        return outcome.count(ImportOutcome.Fate.SAME);
    }

    public long wrong() {
        return outcome.count(ImportOutcome.Fate.BAD);
    }
}
