package gongkai.annualreport;

import gongkai.annualreport.checking.Checks;
import gongkai.annualreport.checking.Checkup;
import gongkai.annualreport.checking.Subject;
import gongkai.annualreport.merging.Comparison;
import gongkai.annualreport.merging.Contributions;
import gongkai.annualreport.merging.Member;
import gongkai.annualreport.merging.Merge;
import gongkai.annualreport.merging.Merger;
import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.reading.Reading;
import gongkai.annualreport.reading.ReportReader;
import gongkai.annualreport.writing.ReportWriter;
import java.nio.file.Path;
import java.util.List;

/**
 * The front door of the library: read an annual report from a file, check it, write it, merge many, compare two.
 *
 * <pre>{@code
 * var reading = AnnualReports.read(Path.of("年报.docx"));
 * var received = reading.report().figure(CellKey.of("t3.new_received.total"));
 * AnnualReports.check(reading).findings().forEach(finding -> System.out.println(finding.message()));
 * }</pre>
 *
 * Nothing here keeps state; every method may be called from many threads.
 */
public final class AnnualReports {
    private AnnualReports() {}

    /**
     * Reads the report in a file; its kind is found from its content.
     *
     * <pre>{@code
     * var report = AnnualReports.read(Path.of("年报.pdf")).report();
     * System.out.println(report.organ() + " " + report.year());
     * }</pre>
     *
     * @throws UnreadableFileException if there is no such file or it cannot be opened; the message says why, in Chinese. A file that opens
     *     but holds no report gives a report without cells and sections
     */
    public static Reading read(Path file) throws UnreadableFileException {
        return read(Documents.read(file));
    }

    /** Reads the report in the content of a file; as {@link #read(Path)}. */
    public static Reading read(byte[] content) throws UnreadableFileException {
        return Documents.mayBeJson(content) && Documents.kind(content) == FileKind.JSON
                ? Reading.of(ReportJson.parse(content))
                : ReportReader.read(Documents.open(content));
    }

    /** Checks a report by every rule that can be judged from itself. */
    public static Checkup check(Reading reading) {
        return check(new Subject(reading));
    }

    /**
     * Checks a report, with what else is known of it.
     *
     * <pre>{@code
     * var lastYear = AnnualReports.read(Path.of("2022.docx")).report();
     * var checkup = AnnualReports.check(new Subject(AnnualReports.read(Path.of("2023.docx")), lastYear, "洛阳市司法局", OrganLevel.CITY));
     * if (checkup.hasErrors()) { … }
     * }</pre>
     */
    public static Checkup check(Subject subject) {
        return Checks.check(subject);
    }

    /**
     * Writes a report in the official layout.
     *
     * <pre>{@code
     * Files.write(Path.of("年报.ofd"), AnnualReports.write(report, FileKind.OFD));
     * }</pre>
     *
     * @throws IllegalArgumentException for {@link FileKind#DOC}, which is read only
     */
    public static byte[] write(AnnualReport report, FileKind kind) {
        return ReportWriter.write(report, kind);
    }

    /**
     * Adds up many reports of one year into one report of {@code organ}, or says which of them do not belong together.
     *
     * <pre>{@code
     * var members = List.of(AnnualReports.member("a.docx"), AnnualReports.member("b.pdf"));
     * if (AnnualReports.merge(members, "洛阳市人民政府") instanceof Merge.Merged merged) {
     *     Files.write(Path.of("汇总.xlsx"), AnnualReports.write(merged, FileKind.XLSX));
     * }
     * }</pre>
     */
    public static Merge merge(List<Member> members, String organ) {
        return Merger.merge(members, organ);
    }

    /** Reads and checks one member of a merged report. */
    public static Member member(String file) throws UnreadableFileException {
        return Member.of(file, read(Path.of(file)));
    }

    /** Writes a merged report: an xlsx file has a further sheet with the source of every cell, JSON a field {@code contributions}. */
    public static byte[] write(Merge.Merged merged, FileKind kind) {
        return switch (kind) {
            case XLSX -> Contributions.asSheet(merged, write(merged.report(), kind));
            case JSON -> Contributions.asJson(merged);
            default -> write(merged.report(), kind);
        };
    }

    /**
     * Compares two years, or two versions, of one organ's report.
     *
     * <pre>{@code
     * var comparison = AnnualReports.compare(AnnualReports.read(Path.of("2022.docx")), AnnualReports.read(Path.of("2023.docx")));
     * comparison.cells().forEach(change -> System.out.println(change.name() + " " + change.difference()));
     * }</pre>
     */
    public static Comparison compare(Reading old, Reading current) {
        return Comparison.of(old.report(), current.report(), check(new Subject(current, old.report(), null, null)));
    }
}
