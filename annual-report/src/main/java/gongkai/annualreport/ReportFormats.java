package gongkai.annualreport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official formats there are, oldest first. A new format is a new file in {@code formats/} and its name in {@code formats/index.txt}; no
 * code knows a format by name.
 */
public record ReportFormats(List<ReportFormat> all) {
    private static final ReportFormats OFFICIAL = load();

    private static final Map<String, CellKey> BY_NAME = byName(OFFICIAL.all());

    public ReportFormats {
        all = List.copyOf(all);
    }

    /** The formats issued by the General Office of the State Council. */
    public static ReportFormats official() {
        return OFFICIAL;
    }

    public Optional<ReportFormat> byKey(@Nullable String key) {
        return all.stream().filter(format -> format.key().equals(key)).findFirst();
    }

    /** The format a report of that year must use; none before the first. */
    public Optional<ReportFormat> forYear(int year) {
        return all.stream()
                .filter(format -> year >= format.fromYear() && (format.toYear() == null || year <= format.toYear()))
                .findFirst();
    }

    /** The cell of that name, if any format has it. Unlike {@link CellKey#of} it makes no key of a name that means nothing. */
    public Optional<CellKey> cell(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** Every cell any format has, single rows in place of several included. */
    public Collection<CellKey> cells() {
        return BY_NAME.values();
    }

    /**
     * The format that has most of these cells; among equals the one in force in that year, else the newest. None if there are no cells.
     */
    public Optional<ReportFormat> closestTo(Collection<CellKey> cells, @Nullable Integer year) {
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        var inForce = year == null ? all.getLast() : forYear(year).orElse(all.getLast());
        return all.stream()
                .max(Comparator.<ReportFormat>comparingLong(format -> shared(format, cells))
                        .thenComparing(inForce::equals)
                        .thenComparing(ReportFormat::fromYear));
    }

    private static long shared(ReportFormat format, Collection<CellKey> cells) {
        return format.cells(cells).stream().filter(cells::contains).count();
    }

    private static Map<String, CellKey> byName(List<ReportFormat> formats) {
        var names = new LinkedHashMap<String, CellKey>();
        for (var format : formats.reversed()) {
            for (var table : format.tables()) {
                for (var part : table.parts()) {
                    for (var column : part.columns()) {
                        part.rows().forEach(row -> put(names, ReportFormat.key(table, row, column)));
                        part.alternatives().forEach(row -> put(names, ReportFormat.key(table, row.row(), column)));
                    }
                }
            }
        }
        return names;
    }

    private static void put(Map<String, CellKey> names, CellKey key) {
        names.put(key.toString(), key);
    }

    private static ReportFormats load() {
        try (var index = resource("formats/index.txt")) {
            var formats = new ArrayList<ReportFormat>();
            for (var key : new String(index.readAllBytes(), StandardCharsets.UTF_8).split("\\s+")) {
                try (var in = resource("formats/" + key + ".json")) {
                    formats.add(parse(in));
                }
            }
            return new ReportFormats(formats);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        var in = ReportFormats.class.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("missing resource " + name);
        }
        return in;
    }

    /** Reads one format from its JSON; see {@code formats/2021.json} for the shape. */
    public static ReportFormat parse(InputStream json) {
        var node = JsonMapper.shared().readTree(json);
        return new ReportFormat(
                text(node, "key"),
                text(node, "name"),
                text(node, "legalBasis"),
                node.required("fromYear").asInt(),
                node.required("toYear").isNull()
                        ? null
                        : node.required("toYear").asInt(),
                each(node, "sections")
                        .map(section -> new ReportFormat.SectionTitle(
                                SectionKey.valueOf(text(section, "key")),
                                text(section, "title"),
                                texts(section, "variants"),
                                texts(section, "accepted")))
                        .toList(),
                each(node, "tables")
                        .map(table -> new ReportFormat.Table(
                                text(table, "key"),
                                text(table, "name"),
                                SectionKey.valueOf(text(table, "section")),
                                text(table, "source"),
                                each(table, "parts").map(ReportFormats::part).toList()))
                        .toList());
    }

    private static ReportFormat.Part part(JsonNode part) {
        return new ReportFormat.Part(
                part.path("clause").asString(null),
                part.path("corner").asString(null),
                each(part, "columns")
                        .map(column -> new ReportFormat.Column(
                                text(column, "key"),
                                texts(column, "path"),
                                texts(column, "variants"),
                                text(column, "unit"),
                                column.path("signed").asBoolean(false),
                                column.path("total").asBoolean(false)))
                        .toList(),
                each(part, "rows")
                        .map(row -> new ReportFormat.Row(
                                text(row, "key"),
                                texts(row, "path"),
                                texts(row, "variants"),
                                row.path("total").asBoolean(false)))
                        .toList(),
                each(part, "alternatives")
                        .map(alternative -> new ReportFormat.Alternative(
                                text(alternative, "key"), texts(alternative, "path"), texts(alternative, "replaces")))
                        .toList());
    }

    private static String text(JsonNode node, String name) {
        return node.required(name).asString();
    }

    private static Stream<JsonNode> each(JsonNode node, String name) {
        return node.path(name).valueStream();
    }

    private static List<String> texts(JsonNode node, String name) {
        var texts = new ArrayList<String>();
        node.path(name).forEach(text -> texts.add(text.asString()));
        return List.copyOf(texts);
    }
}
