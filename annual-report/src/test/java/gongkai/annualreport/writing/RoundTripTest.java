package gongkai.annualreport.writing;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.ReportJson;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.opening.Documents;
import gongkai.annualreport.reading.ReportReader;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** What is written reads back as it was, in every kind of file: each cell, each heading, each paragraph. */
class RoundTripTest {
    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void txt(@ForAll AnnualReport report) throws UnreadableFileException {
        assertReadsBack(report, FileKind.TXT);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void html(@ForAll AnnualReport report) throws UnreadableFileException {
        assertReadsBack(report, FileKind.HTML);
    }

    @Property(tries = 100, shrinking = ShrinkingMode.OFF)
    void docx(@ForAll AnnualReport report) throws UnreadableFileException {
        assertReadsBack(report, FileKind.DOCX);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void xlsx(@ForAll AnnualReport report) throws UnreadableFileException {
        assertReadsBack(report, FileKind.XLSX);
    }

    @Property(tries = 25, shrinking = ShrinkingMode.OFF)
    void pdf(@ForAll AnnualReport report) throws UnreadableFileException {
        assertReadsBack(report, FileKind.PDF);
    }

    @Property(tries = 20, shrinking = ShrinkingMode.OFF)
    void ofd(@ForAll AnnualReport report) throws UnreadableFileException {
        assertReadsBack(report, FileKind.OFD);
    }

    @Property(tries = 50, shrinking = ShrinkingMode.OFF)
    void json(@ForAll AnnualReport report) throws UnreadableFileException {
        assertThat(ReportJson.parse(ReportWriter.write(report, FileKind.JSON))).isEqualTo(report);
    }

    private static void assertReadsBack(AnnualReport report, FileKind kind) throws UnreadableFileException {
        var read = ReportReader.read(Documents.open(ReportWriter.write(report, kind)))
                .report();
        assertThat(new String(ReportJson.pretty(read), StandardCharsets.UTF_8))
                .isEqualTo(new String(ReportJson.pretty(report), StandardCharsets.UTF_8));
        assertThat(read).isEqualTo(report);
    }
}
