package gongkai.benchmarks;

import gongkai.annualreport.AnnualReports;
import gongkai.annualreport.FileKind;
import gongkai.annualreport.UnreadableFileException;
import gongkai.annualreport.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Reading a report with all its cells and sections, beside what the bare library needs to open the same file. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 4)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ReadingBenchmark {
    private final byte[] docx = Examples.file(FileKind.DOCX);
    private final byte[] html = Examples.file(FileKind.HTML);
    private final byte[] pdf = Examples.file(FileKind.PDF);
    private final byte[] txt = Examples.file(FileKind.TXT);

    @Benchmark
    public Reading docx(Processor processor) throws UnreadableFileException {
        return AnnualReports.read(docx);
    }

    /** Bare POI: open, and visit every cell of every table. */
    @Benchmark
    public int docxFloor(Processor processor) throws IOException {
        int length = 0;
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            for (var table : document.getTables()) {
                for (var row : table.getRows()) {
                    for (var cell : row.getTableCells()) {
                        length += cell.getText().length();
                    }
                }
            }
        }
        return length;
    }

    /** Warmed up longer, as its floor is: the compiler is done with our many small methods later than with one parser. */
    @Benchmark
    @Warmup(iterations = 12, time = 5)
    public Reading html(Processor processor) throws UnreadableFileException {
        return AnnualReports.read(html);
    }

    /** Bare jsoup: parse. */
    @Benchmark
    @Warmup(iterations = 12, time = 5)
    public Document htmlFloor(Processor processor) {
        return Jsoup.parse(new String(html, StandardCharsets.UTF_8));
    }

    @Benchmark
    public Reading pdf(Processor processor) throws UnreadableFileException {
        return AnnualReports.read(pdf);
    }

    /** Bare PDFBox: strip the text. */
    @Benchmark
    public String pdfFloor(Processor processor) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Benchmark
    public Reading txt(Processor processor) throws UnreadableFileException {
        return AnnualReports.read(txt);
    }
}
