package gongkai.annualreport;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.reading.ReportReader;
import gongkai.annualreport.writing.ReportWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is written is read again as it was, in every kind of file that is written. */
class RoundTripTest {
    @Property(tries = 200, seed = "7101", shrinking = ShrinkingMode.OFF)
    void json(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.JSON, ReportJson.parse(ReportWriter.write(report, FileKind.JSON)));
    }

    @Property(tries = 200, seed = "7102", shrinking = ShrinkingMode.OFF)
    void txt(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.TXT);
    }

    @Property(tries = 200, seed = "7103", shrinking = ShrinkingMode.OFF)
    void html(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.HTML);
    }

    @Property(tries = 60, seed = "7104", shrinking = ShrinkingMode.OFF)
    void xlsx(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.XLSX);
    }

    @Property(tries = 40, seed = "7105", shrinking = ShrinkingMode.OFF)
    void docx(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.DOCX);
    }

    @Property(tries = 20, seed = "7106", shrinking = ShrinkingMode.OFF)
    void pdf(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.PDF);
    }

    @Property(tries = 20, seed = "7107", shrinking = ShrinkingMode.OFF)
    void ofd(@ForAll AnnualReport report) throws UnreadableFileException {
        same(report, FileKind.OFD);
    }

    private static void same(AnnualReport report, FileKind kind) throws UnreadableFileException {
        var file = ReportWriter.write(report, kind);
        assertThat(Documents.kind(file)).isEqualTo(kind);
        same(report, kind, ReportReader.read(Documents.open(file)).report());
    }

    /** Part by part, for a failure of a whole report is unreadable. */
    private static void same(AnnualReport written, FileKind kind, AnnualReport read) {
        var differences = new ArrayList<String>();
        var keys = new LinkedHashSet<>(written.cells().keySet());
        keys.addAll(read.cells().keySet());
        for (var key : keys) {
            compare(differences, key.toString(), written.cell(key), read.cell(key));
        }
        compare(
                differences,
                "format",
                Objects.requireNonNull(written.format()).key(),
                read.format() == null ? null : read.format().key());
        compare(differences, "year", written.year(), read.year());
        compare(differences, "organ", written.organ(), read.organ());
        compare(differences, "title", written.title(), read.title());
        compare(differences, "innerTitle", written.innerTitle(), read.innerTitle());
        compare(differences, "period", written.period(), read.period());
        compare(differences, "publishedOn", written.publishedOn(), read.publishedOn());
        compare(differences, "preamble", written.preamble(), read.preamble());
        compare(differences, "sections", written.sections(), read.sections());
        compare(differences, "closing", written.closing(), read.closing());
        assertThat(differences.subList(0, Math.min(differences.size(), 8)))
                .as("%s：%d 处不同", kind, differences.size())
                .isEmpty();
        assertThat(read.equals(written)).as("%s 整份相等", kind).isTrue();
    }

    private static void compare(
            List<String> differences,
            String what,
            @org.jspecify.annotations.Nullable Object written,
            @org.jspecify.annotations.Nullable Object read) {
        if (!Objects.equals(written, read)) {
            var one = String.valueOf(written);
            var other = String.valueOf(read);
            int at = 0;
            while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
                at++;
            }
            differences.add(what + " 写 " + around(one, at) + " 读 " + around(other, at));
        }
    }

    /** The place of the first difference, for whole parts are too long to look through. */
    private static String around(String text, int at) {
        return text.substring(Math.max(0, Math.min(text.length(), at) - 40), Math.min(text.length(), at + 40))
                .replace("\n", "⏎");
    }
}
