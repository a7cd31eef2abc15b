package gongkai.platform.register;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.DisclosureOffices;
import gongkai.platform.organ.Organs;
import gongkai.platform.organ.Reforms;
import gongkai.platform.register.ImportOutcome.Line;
import gongkai.platform.register.OrganTable.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes organs in from a file. The preview does what the import does and takes it back, so it cannot say anything else. Rows with something wrong
 * change nothing; reading the same file again changes nothing either.
 */
@Service
class OrganImport {
    private final Organs organs;
    private final Reforms reforms;
    private final DisclosureOffices offices;
    private final AuditLog log;

    OrganImport(Organs organs, Reforms reforms, DisclosureOffices offices, AuditLog log) {
        this.organs = organs;
        this.reforms = reforms;
        this.offices = offices;
        this.log = log;
    }

    /** What would become of the file. {@code since} is when new organs begin whose row does not say it. */
    ImportOutcome preview(OrganTable table, LocalDate since) {
        return reforms.rehearse(() -> read(table, since, row -> {})).ruling();
    }

    /**
     * Takes in the rows with which nothing is wrong.
     *
     * @param rowsTaken is told after each row how many there were
     */
    @Transactional
    ImportOutcome carryOut(String file, OrganTable table, LocalDate since, IntConsumer rowsTaken) {
        var outcome = read(table, since, rowsTaken);
        log.write(AuditEntry.of("导入机构", "机构", "列表").with(file + "：" + outcome.summary()));
        return outcome;
    }

    /** Row by row, a row whose superior is in the file too after that. */
    private ImportOutcome read(OrganTable table, LocalDate since, IntConsumer rowsTaken) {
        var rows = new OrganRows(organs, reforms, offices, since);
        var lines = new ArrayList<Line>();
        var waiting = table.rows();
        while (!waiting.isEmpty()) {
            var coming = new HashSet<String>();
            waiting.forEach(row -> {
                coming.add(row.cell(OrganColumns.CODE).toLowerCase(Locale.ROOT));
                coming.add(row.cell(OrganColumns.CREDIT_CODE));
                coming.add(row.cell(OrganColumns.NAME));
            });
            var later = new ArrayList<Row>();
            for (var row : waiting) {
                var parent = row.cell(OrganColumns.PARENT);
                if (!parent.isEmpty()
                        && (coming.contains(parent) || coming.contains(parent.toLowerCase(Locale.ROOT)))) {
                    later.add(row);
                } else {
                    lines.add(rows.take(row));
                    rowsTaken.accept(lines.size());
                }
            }
            if (later.size() == waiting.size()) {
                later.forEach(row -> {
                    lines.add(rows.take(row));
                    rowsTaken.accept(lines.size());
                });
                later.clear();
            }
            waiting = later;
        }
        lines.sort(Comparator.comparingInt(Line::row));
        return new ImportOutcome(List.copyOf(lines), table.unknown());
    }
}
