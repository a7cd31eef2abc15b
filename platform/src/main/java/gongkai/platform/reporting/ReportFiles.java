package gongkai.platform.reporting;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.Cell;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.Finding;
import gongkai.annualreport.ReportJson;
import gongkai.annualreport.Severity;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.reading.Reading;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.audit.WhoActs;
import gongkai.platform.files.FileId;
import gongkai.platform.files.FilePurpose;
import gongkai.platform.files.Keeping;
import gongkai.platform.files.StoredFiles;
import gongkai.platform.files.Upload;
import gongkai.platform.organ.Organ;
import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Report files that are read in as an organ's report of a year. Who may is asked by whoever calls. */
@Service
public class ReportFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ReportFiles.class);

    private final JdbcClient database;
    private final StoredFiles files;
    private final Organs organs;
    private final AuditLog log;
    private final WhoActs whoActs;
    private final Clock clock;

    ReportFiles(JdbcClient database, StoredFiles files, Organs organs, AuditLog log, WhoActs whoActs, Clock clock) {
        this.database = database;
        this.files = files;
        this.organs = organs;
        this.log = log;
        this.whoActs = whoActs;
        this.clock = clock;
    }

    /** What became of a file. */
    public sealed interface Outcome {
        /** It was read, checked and stored. */
        record Taken(AnnualReport report, Checkup checkup) implements Outcome {}

        /** It was not stored; the reason in Chinese. */
        record Refused(String reason) implements Outcome {}
    }

    /** Reads a file as that organ's report of that year, checks it, beside last year's if that is there, and stores it. */
    @Transactional
    public Outcome take(Organ organ, int year, String name, byte[] content) {
        Reading reading;
        FileKind kind;
        try {
            reading = AnnualReports.read(content);
            kind = Documents.kind(content);
        } catch (UnreadableFileException e) {
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.warn("a report file could not be read", e);
            return new Outcome.Refused("读取时出错，文件可能已损坏");
        }
        if (isNone(reading.report())) {
            return new Outcome.Refused("没有在文件中找到年度报告：没有六个部分的标题，也没有统计表");
        }
        var upload = new Upload(
                named(name, kind),
                new ByteArrayInputStream(content),
                FilePurpose.ANNUAL_REPORT,
                organ.id().value(),
                subject(organ, year));
        return switch (files.keep(upload)) {
            case Keeping.Refused refused -> new Outcome.Refused(refused.reason());
            case Keeping.Kept kept -> {
                var checkup = check(organ, year, reading);
                add(organ, year, kept.file().id(), kept.file().name(), reading.report(), checkup);
                yield new Outcome.Taken(reading.report(), checkup);
            }
        };
    }

    /** The newest file read in as that organ's report of that year. */
    public Optional<FiledReport> newest(OrganId organ, int year) {
        return database.sql("""
                        select id, file, name, report, errors, read_at from reporting.file
                        where organ = :organ and year = :year order by id desc limit 1
                        """)
                .param("organ", organ.value())
                .param("year", year)
                .query((row, number) -> new FiledReport(
                        row.getLong("id"),
                        new FileId(row.getObject("file", UUID.class)),
                        row.getString("name"),
                        parsed(row.getString("report")),
                        row.getInt("errors"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    private Checkup check(Organ organ, int year, Reading reading) {
        var previous = newest(organ.id(), year - 1).map(FiledReport::report).orElse(null);
        var checkup =
                AnnualReports.check(new Subject(reading, previous, organ.name(), OrganLevels.of(organs, organ.id())));
        var stated = reading.report().year();
        if (stated == null || stated == year) {
            return checkup;
        }
        var other = new Finding(
                "TTL-YEAR",
                Severity.ERROR,
                List.of(),
                reading.trace().title(),
                "标题年度" + stated + "与报告年度" + year + "不一致",
                year,
                stated);
        return new Checkup(
                Stream.concat(Stream.of(other), checkup.findings().stream()).toList(), checkup.unjudged());
    }

    private void add(Organ organ, int year, FileId file, String name, AnnualReport report, Checkup checkup) {
        int errors = (int) checkup.findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
        database.sql("""
                        insert into reporting.file (organ, year, file, name, report, errors, read_at, read_by)
                        values (:organ, :year, :file, :name, :report, :errors, :now, :person)
                        """)
                .param("organ", organ.id().value())
                .param("year", year)
                .param("file", file.value())
                .param("name", name)
                .param("report", new String(ReportJson.pretty(report), StandardCharsets.UTF_8))
                .param("errors", errors)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("person", whoActs.now().person())
                .update();
        log.write(AuditEntry.of("读入年度报告文件", "年度报告", subject(organ, year))
                .concerning(organ.id().value())
                .with(errors + " 处错误"));
    }

    static String subject(Organ organ, int year) {
        return organ.code() + "-" + year;
    }

    /** The kind is known from the content; a name that says otherwise gets the right ending. */
    private static String named(String name, FileKind kind) {
        var given = name.isBlank() ? "年度报告" : name;
        boolean right = FileKind.ofName(given).filter(kind::equals).isPresent();
        return right ? given : given + "." + kind.name().toLowerCase(Locale.ROOT);
    }

    private static boolean isNone(AnnualReport report) {
        return report.sections().isEmpty()
                && new ArrayList<>(report.cells().values()).stream().allMatch(Cell.MISSING::equals);
    }

    private static AnnualReport parsed(String json) {
        try {
            return ReportJson.parse(json.getBytes(StandardCharsets.UTF_8));
        } catch (UnreadableFileException e) {
            throw new IllegalStateException(e);
        }
    }
}
