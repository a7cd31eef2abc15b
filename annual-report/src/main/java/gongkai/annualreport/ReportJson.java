package gongkai.annualreport;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * A report as JSON, the shape other systems rely on. Besides the fields they know it carries {@code innerTitle}, {@code preamble} and
 * {@code closing}, so that nothing of a report is lost.
 */
public final class ReportJson {
    private static final ObjectWriter COMPACT = JsonMapper.builder()
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build()
            .writer();
    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");
    private static final ObjectWriter PRETTY =
            COMPACT.with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private ReportJson() {}

    /** Reads the JSON this class writes, and any JSON with the fields of the contract. */
    public static AnnualReport parse(byte[] json) throws UnreadableFileException {
        return ReportJsonInput.parse(json);
    }

    /** The report alone, for people to read: a {@code .json} file. */
    public static byte[] pretty(AnnualReport report) {
        return pretty(report, more -> {});
    }

    /** The report as {@link #pretty(AnnualReport)} writes it, and further fields after its own. */
    public static byte[] pretty(AnnualReport report, Consumer<JsonGenerator> more) {
        var json = write(PRETTY, out -> {
            report(out, report, null);
            more.accept(out);
        });
        return json.concat("\n").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The report on one line, without the line break.
     *
     * @param file the file it was read from, as the caller named it
     * @param findings null where nothing was checked
     */
    public static String line(String file, AnnualReport report, @Nullable List<Finding> findings) {
        return line(file, report, findings, more -> {});
    }

    /** The report on one line as {@link #line(String, AnnualReport, List)} writes it, and further fields after its own. */
    public static String line(
            String file, AnnualReport report, @Nullable List<Finding> findings, Consumer<JsonGenerator> more) {
        return write(COMPACT, out -> {
            out.writeStringProperty("file", file);
            report(out, report, findings);
            more.accept(out);
        });
    }

    /** The line for a file that could not be read. */
    public static String errorLine(String file, String error) {
        return write(COMPACT, out -> {
            out.writeStringProperty("file", file);
            out.writeStringProperty("error", error);
        });
    }

    private interface Body {
        void write(JsonGenerator out);
    }

    private static String write(ObjectWriter writer, Body body) {
        var text = new StringWriter(8192);
        try (var out = writer.createGenerator(text)) {
            out.writeStartObject();
            body.write(out);
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void report(JsonGenerator out, AnnualReport report, @Nullable List<Finding> findings) {
        out.writeStringProperty(
                "format", report.format() == null ? null : report.format().key());
        out.writeName("year");
        if (report.year() == null) {
            out.writeNull();
        } else {
            out.writeNumber(report.year());
        }
        out.writeStringProperty("organ", report.organ());
        out.writeStringProperty("title", report.title());
        out.writeStringProperty("innerTitle", report.innerTitle());
        out.writeName("period");
        if (report.period() == null) {
            out.writeNull();
        } else {
            out.writeStartObject();
            out.writeStringProperty("from", report.period().from().toString());
            out.writeStringProperty("to", report.period().to().toString());
            out.writeEndObject();
        }
        out.writeStringProperty(
                "publishedOn",
                report.publishedOn() == null ? null : report.publishedOn().toString());
        out.writeStringProperty("preamble", report.preamble());
        out.writeArrayPropertyStart("sections");
        for (var section : report.sections()) {
            out.writeStartObject();
            out.writeStringProperty("key", section.key().name());
            out.writeStringProperty("heading", section.heading());
            out.writeStringProperty("text", section.text());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeStringProperty("closing", report.closing());
        cells(out, report);
        if (findings != null) {
            out.writeArrayPropertyStart("findings");
            findings.forEach(finding -> finding(out, finding));
            out.writeEndArray();
        }
    }

    private static void cells(JsonGenerator out, AnnualReport report) {
        out.writeObjectPropertyStart("cells");
        report.cells().forEach((key, cell) -> {
            if (cell instanceof Cell.Figure figure) {
                out.writeName(key.toString());
                number(out, figure.value());
            }
        });
        out.writeEndObject();
        keys(out, "blank", keysOf(report, Cell.BLANK));
        keys(out, "missing", keysOf(report, Cell.MISSING));
        out.writeObjectPropertyStart("raw");
        report.cells().forEach((key, cell) -> {
            if (cell instanceof Cell.Figure figure && figure.raw() != null) {
                out.writeStringProperty(key.toString(), figure.raw());
            } else if (cell instanceof Cell.Words words) {
                out.writeStringProperty(key.toString(), words.raw());
            }
        });
        out.writeEndObject();
    }

    private static List<CellKey> keysOf(AnnualReport report, Cell cell) {
        return report.cells().entrySet().stream()
                .filter(entry -> entry.getValue().equals(cell))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static void keys(JsonGenerator out, String name, Collection<CellKey> keys) {
        out.writeArrayPropertyStart(name);
        keys.forEach(key -> out.writeString(key.toString()));
        out.writeEndArray();
    }

    private static void finding(JsonGenerator out, Finding finding) {
        out.writeStartObject();
        out.writeStringProperty("rule", finding.rule());
        out.writeStringProperty("severity", finding.severity().name());
        keys(out, "cells", finding.cells());
        var place = finding.place();
        out.writeName("line");
        if (place.line() == null) {
            out.writeNull();
        } else {
            out.writeNumber(place.line());
        }
        if (place.page() != null) {
            out.writeNumberProperty("page", place.page());
        }
        if (place.paragraph() != null) {
            out.writeNumberProperty("paragraph", place.paragraph());
        }
        out.writeStringProperty("message", finding.message());
        value(out, "expected", finding.expected());
        value(out, "actual", finding.actual());
        out.writeEndObject();
    }

    private static void value(JsonGenerator out, String name, @Nullable Object value) {
        out.writeName(name);
        switch (value) {
            case null -> out.writeNull();
            case BigDecimal decimal -> number(out, decimal);
            case BigInteger whole -> out.writeNumber(whole);
            case Integer whole -> out.writeNumber(whole);
            case Long whole -> out.writeNumber(whole);
            case Double number -> number(out, BigDecimal.valueOf(number));
            default -> out.writeString(value.toString());
        }
    }

    /** A whole number as a JSON integer, an amount with its decimals as they stand. */
    private static void number(JsonGenerator out, BigDecimal value) {
        if (value.scale() <= 0) {
            out.writeNumber(value.toBigInteger());
        } else {
            out.writeNumber(value);
        }
    }
}
