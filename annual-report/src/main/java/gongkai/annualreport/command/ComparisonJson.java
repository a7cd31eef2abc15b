package gongkai.annualreport.command;

import gongkai.annualreport.AnnualReport;
import gongkai.annualreport.Cell;
import gongkai.annualreport.Finding;
import gongkai.annualreport.merging.Comparison;
import java.io.ByteArrayOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** A comparison as JSON: both reports' names, every changed cell, changed sections, findings. */
final class ComparisonJson {
    private ComparisonJson() {}

    static byte[] write(Comparison comparison) {
        var bytes = new ByteArrayOutputStream();
        var writer = JsonMapper.builder()
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .writerWithDefaultPrettyPrinter();
        try (var out = writer.createGenerator(bytes)) {
            out.writeStartObject();
            report(out, "old", comparison.old());
            report(out, "new", comparison.current());
            out.writeStringProperty("kind", comparison.kind().name());
            out.writeArrayPropertyStart("cells");
            comparison.cells().forEach(change -> cell(out, change));
            out.writeEndArray();
            out.writeArrayPropertyStart("sections");
            for (var change : comparison.sections()) {
                out.writeStartObject();
                out.writeStringProperty("key", change.key().name());
                out.writeStringProperty("heading", change.heading());
                out.writeStringProperty("change", change.change().name());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayPropertyStart("findings");
            comparison.findings().forEach(finding -> finding(out, finding));
            out.writeEndArray();
            out.writeArrayPropertyStart("unjudged");
            for (var one : comparison.unjudged()) {
                out.writeStartObject();
                out.writeStringProperty("rule", one.rule());
                out.writeStringProperty("reason", one.reason());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void report(JsonGenerator out, String name, AnnualReport report) {
        out.writeObjectPropertyStart(name);
        out.writeStringProperty("organ", report.organ());
        out.writeName("year");
        if (report.year() == null) {
            out.writeNull();
        } else {
            out.writeNumber(report.year());
        }
        out.writeStringProperty("title", report.title());
        out.writeEndObject();
    }

    private static void cell(JsonGenerator out, Comparison.CellChange change) {
        out.writeStartObject();
        out.writeStringProperty("key", change.key().toString());
        out.writeStringProperty("name", change.name());
        value(out, "old", change.old());
        value(out, "new", change.current());
        if (change.difference() != null) {
            out.writeName("difference");
            out.writeNumber(change.difference());
        }
        out.writeEndObject();
    }

    /** A number as a number; blank as the empty text, other words as they stand, missing as null. */
    private static void value(JsonGenerator out, String name, Cell cell) {
        out.writeName(name);
        switch (cell) {
            case Cell.Figure figure -> out.writeNumber(figure.value());
            case Cell.Words words -> out.writeString(words.raw());
            case Cell.Blank ignored -> out.writeString("");
            case Cell.Missing ignored -> out.writeNull();
        }
    }

    private static void finding(JsonGenerator out, Finding finding) {
        out.writeStartObject();
        out.writeStringProperty("rule", finding.rule());
        out.writeStringProperty("severity", finding.severity().name());
        out.writeArrayPropertyStart("cells");
        finding.cells().forEach(key -> out.writeString(key.toString()));
        out.writeEndArray();
        out.writeStringProperty("message", finding.message());
        out.writeEndObject();
    }
}
