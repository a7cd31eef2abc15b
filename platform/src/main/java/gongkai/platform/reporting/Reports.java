package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.CellKey;
import gongkai.annualreport.FileKind;
import gongkai.platform.access.Access;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.Organs;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The yearly reports the organs work on. Who may see or write one is asked by whoever calls. */
@Service
public class Reports {
    private final ReportStore store;
    private final ReportFiles files;
    private final LedgerCells ledger;
    private final Organs organs;
    private final Access access;
    private final AuditLog log;
    private final Clock clock;

    Reports(
            ReportStore store,
            ReportFiles files,
            LedgerCells ledger,
            Organs organs,
            Access access,
            AuditLog log,
            Clock clock) {
        this.store = store;
        this.files = files;
        this.ledger = ledger;
        this.organs = organs;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /** What became of something that was written. */
    public sealed interface Saving {
        record Saved() implements Saving {}

        /** Somebody else was faster; nothing was saved. */
        record Changed(String by) implements Saving {}
    }

    /** The report of that organ and year as it stands; empty for a year without official format. */
    public Optional<YearReport> of(Organ organ, int year) {
        return ledger.format(year)
                .map(format -> new YearReport(
                        organ,
                        year,
                        format,
                        OrganLevels.of(organs, organ.id()),
                        ledger.of(organ.id(), year, format),
                        store.adjustments(organ.id(), year),
                        store.entries(organ.id(), year),
                        store.parts(organ.id(), year),
                        store.publishedOn(organ.id(), year),
                        previous(organ, year - 1)));
    }

    /** The year whose report is due: the one before this until the governments' term has passed, then this one. */
    public int yearDue() {
        var today = LocalDate.now(clock);
        return today.getMonthValue() <= 6 ? today.getYear() - 1 : today.getYear();
    }

    /** Saves what was written in a part, unless somebody else has changed it since that version was seen. */
    @Transactional
    public Saving write(Organ organ, int year, ReportPart part, String text, int seen) {
        store.hold(organ.id(), year);
        var now = store.parts(organ.id(), year).get(part);
        if (now != null && now.version() != seen) {
            return new Saving.Changed(now.by());
        }
        store.write(organ.id(), year, part, text, seen + 1, access.required().person(), clock.instant());
        entry("编写年度报告", organ, year, part.label());
        return new Saving.Saved();
    }

    /** Saves the figures of table two; what is not among them is blank. */
    @Transactional
    public Saving enter(Organ organ, int year, Map<CellKey, BigDecimal> figures, int seen) {
        var saving = write(organ, year, ReportPart.TABLE_TWO, "表二", seen);
        if (saving instanceof Saving.Saved) {
            store.enter(organ.id(), year, figures, access.required().person(), clock.instant());
        }
        return saving;
    }

    /**
     * Adjusts a counted cell, for a reason that stays with it, unless somebody else has adjusted it meanwhile.
     *
     * @param seen how many adjustments of the cell whoever adjusts it has seen
     */
    @Transactional
    public Saving adjust(Organ organ, int year, CellKey cell, int added, String reason, int seen) {
        store.hold(organ.id(), year);
        var before = store.adjustments(organ.id(), year).stream()
                .filter(each -> each.cell().equals(cell))
                .toList();
        if (before.size() != seen) {
            return new Saving.Changed(before.isEmpty() ? "" : before.getLast().by());
        }
        adjust(organ, year, cell, added, reason);
        return new Saving.Saved();
    }

    private void adjust(Organ organ, int year, CellKey cell, int added, String reason) {
        store.adjust(organ.id(), year, cell, added, reason, access.required().person(), clock.instant());
        entry("调整年度报告数据", organ, year, cell + " " + Adjustment.signed(added) + "，理由：" + reason);
    }

    /** Takes the opening balance from last year's report, each column with the same reason. @return how many cells were adjusted */
    @Transactional
    public int takeOpeningBalance(Organ organ, int year) {
        // Held before it is read: two who press at once must not both make up the difference.
        store.hold(organ.id(), year);
        var report = of(organ, year).orElseThrow();
        int adjusted = 0;
        for (var cell : report.openingCells()) {
            int gap = report.openingGap(cell);
            if (gap != 0) {
                adjust(organ, year, cell, gap, "与" + (year - 1) + "年年度报告“结转下年度继续办理”数衔接");
                adjusted++;
            }
        }
        return adjusted;
    }

    @Transactional
    public void publishedOn(Organ organ, int year, @Nullable LocalDate day) {
        store.hold(organ.id(), year);
        store.setPublishedOn(organ.id(), year, day);
        entry("登记年度报告发布日期", organ, year, day == null ? "未发布" : day.toString());
    }

    /** The report as a file of that kind. */
    @Transactional
    public byte[] file(YearReport report, FileKind kind) {
        entry("导出年度报告", report.organ(), report.year(), kind.name());
        return AnnualReports.write(report.report(), kind);
    }

    /** How many parts have been written, by number of the organ. */
    Map<Long, Integer> progress(int year) {
        return store.progress(year);
    }

    /** The newest file of that year, else what was worked on here, if anything was written then. */
    private @Nullable AnnualReport previous(Organ organ, int year) {
        var filed = files.newest(organ.id(), year);
        if (filed.isPresent()) {
            return filed.get().report();
        }
        return store.parts(organ.id(), year).isEmpty()
                ? null
                : ledger.format(year)
                        .map(format -> new YearReport(
                                        organ,
                                        year,
                                        format,
                                        null,
                                        ledger.of(organ.id(), year, format),
                                        store.adjustments(organ.id(), year),
                                        store.entries(organ.id(), year),
                                        store.parts(organ.id(), year),
                                        store.publishedOn(organ.id(), year),
                                        null)
                                .report())
                        .orElse(null);
    }

    private void entry(String action, Organ organ, int year, String detail) {
        log.write(AuditEntry.of(action, "年度报告", ReportFiles.subject(organ, year))
                .concerning(organ.id().value())
                .with(detail));
    }
}
