package gongkai.platform.audit;

import gongkai.platform.keys.Keys;
import gongkai.platform.keys.KeysException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Verifies the whole log: finds a line that was changed, removed, inserted or put elsewhere, a chain whose end was cut off, a signature
 * that is not ours. Needs the database and the keys, not the application, and works while the platform runs.
 */
public final class AuditVerify {
    private static final int SHOWN = 100;

    private final Keys keys;
    private final Path directory;
    private final Clock clock;

    /** @param directory where the end of the chain is noted outside the database ({@code DIR/audit}) */
    public AuditVerify(Keys keys, Path directory, Clock clock) {
        this.keys = keys;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What came out.
     *
     * @param links how many links the chain has
     * @param pending lines committed a moment ago that wait for their link
     * @param head the hash of the last link in hexadecimal, empty if there is none
     * @param findings what is wrong, in Chinese, at most {@value #SHOWN}
     * @param found how much is wrong in all
     */
    public record Report(long links, long pending, String head, List<String> findings, long found, Duration took) {
        /** Whether nothing is wrong. */
        public boolean sound() {
            return found == 0;
        }

        /** The report as the command prints it. */
        public String text() {
            var text = new StringBuilder();
            findings.forEach(finding -> text.append(finding).append('\n'));
            if (found > findings.size()) {
                text.append("……另有 ").append(found - findings.size()).append(" 处\n");
            }
            text.append(sound() ? "审计日志完整" : "审计日志不完整：共 " + found + " 处问题")
                    .append("。已核验 ")
                    .append(links)
                    .append(" 条")
                    .append(head.isEmpty() ? "" : "，链尾 " + head)
                    .append("\n");
            return text.toString();
        }
    }

    /** Links what is committed and verifies all. */
    public Report verify(DataSource database) throws SQLException {
        try (var connection = database.getConnection()) {
            // Asked before anything is linked, for that makes the file anew.
            boolean cut = !Files.exists(new HeadFile(directory, keys).path())
                    && Sealing.last(connection).isPresent();
            new Sealing(keys, directory, clock).seal(connection);
            var report = verifySealed(connection, cut);
            remember(connection, report);
            return report;
        }
    }

    private void remember(Connection database, Report report) throws SQLException {
        try (var insert = database.prepareStatement(
                "insert into audit.verification (at, links, head, found, findings) values (?, ?, ?, ?, ?)")) {
            insert.setObject(1, Sealing.utc(clock.instant()));
            insert.setLong(2, report.links());
            insert.setString(3, report.head());
            insert.setLong(4, report.found());
            insert.setString(5, String.join("\n", report.findings()));
            insert.executeUpdate();
        }
    }

    private Report verifySealed(Connection database, boolean cut) throws SQLException {
        var start = System.nanoTime();
        var findings = new Findings();
        // The file is read first: a chain that grows meanwhile still holds what the file says.
        Optional<HeadFile.Head> noted = Optional.empty();
        boolean fileReadable = true;
        var headFile = new HeadFile(directory, keys);
        try {
            noted = headFile.read();
        } catch (KeysException e) {
            findings.add(String.valueOf(e.getMessage()));
            fileReadable = false;
        }
        database.setAutoCommit(false);
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try {
            var walk = new ChainWalk(database, keys, findings);
            var last = walk.walk(noted);
            if (cut || fileReadable && noted.isEmpty() && last.seq() > 0) {
                findings.add("缺少库外的链尾文件 " + headFile.path() + "：不能判断链尾是否被截去");
            }
            new HeadCheck(database, keys, findings).check(last);
            long pending = new PendingCheck(database, clock.instant(), findings).check();
            return new Report(
                    walk.links(),
                    pending,
                    last.seq() == 0 ? "" : HexFormat.of().formatHex(last.hash()),
                    findings.shown(),
                    findings.count(),
                    Duration.ofNanos(System.nanoTime() - start));
        } finally {
            database.rollback();
            database.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            database.setAutoCommit(true);
        }
    }

    /** What is wrong; the first are kept, all are counted. */
    static final class Findings {
        private final List<String> shown = new ArrayList<>();
        private long count;

        void add(String finding) {
            count++;
            if (shown.size() < SHOWN) {
                shown.add(finding);
            }
        }

        List<String> shown() {
            return List.copyOf(shown);
        }

        long count() {
            return count;
        }
    }
}
