package gongkai.annualreport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a report from JSON that any system may have written. Fields it does not know are passed over; a field it knows must be what it
 * should be, for a figure that is silently dropped is worse than a refused file.
 */
final class ReportJsonInput {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxNumberLength(100)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** More digits than any count or amount has, written out; a larger exponent would fill the memory. */
    private static final int MOST_DIGITS = 30;

    private final JsonNode root;

    private ReportJsonInput(JsonNode root) {
        this.root = root;
    }

    static AnnualReport parse(byte[] json) throws UnreadableFileException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new UnreadableFileException(
                    at != null && at.getLineNr() > 0 ? "不是有效的 JSON（第" + at.getLineNr() + "行有误）" : "不是有效的 JSON", e);
        } catch (NumberFormatException e) {
            // An exponent that no number of ours can hold.
            throw new UnreadableFileException("JSON 有误：有的数字过大或位数过多", e);
        }
        if (root == null || !root.isObject()) {
            throw new UnreadableFileException("JSON 里没有年度报告：最外层应为对象");
        }
        if (List.of("cells", "sections", "title", "format").stream().noneMatch(root::has)) {
            throw new UnreadableFileException("JSON 里没有年度报告：没有 cells、sections、title、format 中的任何一项");
        }
        return new ReportJsonInput(root).report();
    }

    private AnnualReport report() throws UnreadableFileException {
        var year = year();
        var given = givenCells();
        var format = format(year, given);
        return new AnnualReport(
                format,
                year,
                text("organ"),
                text("title"),
                text("innerTitle"),
                period(),
                date(root.path("publishedOn"), "publishedOn"),
                orEmpty(text("preamble")),
                sections(),
                orEmpty(text("closing")),
                inOrder(format, given));
    }

    private @Nullable Integer year() throws UnreadableFileException {
        var node = root.path("year");
        if (absent(node)) {
            return null;
        }
        if (!node.isNumber()) {
            throw wrong("year", "应为整数");
        }
        var year = number(node, "year");
        if (year.stripTrailingZeros().scale() > 0
                || year.signum() <= 0
                || year.compareTo(BigDecimal.valueOf(9999)) > 0) {
            throw wrong("year", "应为四位年份");
        }
        return year.intValueExact();
    }

    private @Nullable ReportFormat format(@Nullable Integer year, Map<CellKey, Cell> given)
            throws UnreadableFileException {
        var node = root.path("format");
        if (absent(node)) {
            return ReportFormats.official().closestTo(given.keySet(), year).orElse(null);
        }
        var key = node.isIntegralNumber() ? node.asString() : text("format");
        var format = ReportFormats.official().byKey(key);
        if (format.isEmpty()) {
            throw wrong(
                    "format",
                    "应为 "
                            + ReportFormats.official().all().stream()
                                    .map(known -> '"' + known.key() + '"')
                                    .collect(Collectors.joining(" 或 "))
                            + " 或 null");
        }
        return format.get();
    }

    private @Nullable Period period() throws UnreadableFileException {
        var node = root.path("period");
        if (absent(node)) {
            return null;
        }
        if (!node.isObject()) {
            throw wrong("period", "应为含 from、to 的对象");
        }
        var from = date(node.path("from"), "period.from");
        var to = date(node.path("to"), "period.to");
        if (from == null && to == null) {
            return null;
        }
        if (from == null || to == null) {
            throw wrong(from == null ? "period.from" : "period.to", "应为日期");
        }
        return new Period(from, to);
    }

    private List<Section> sections() throws UnreadableFileException {
        var node = root.path("sections");
        if (absent(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong("sections", "应为数组");
        }
        var sections = new ArrayList<Section>();
        for (int i = 0; i < node.size(); i++) {
            var name = "sections[" + i + "]";
            var section = node.get(i);
            if (!section.isObject()) {
                throw wrong(name, "应为对象");
            }
            var key = text(section.path("key"), name + ".key");
            if (key == null
                    || Arrays.stream(SectionKey.values())
                            .noneMatch(known -> known.name().equals(key))) {
                throw wrong(
                        name + ".key",
                        "应为 "
                                + Arrays.stream(SectionKey.values())
                                        .map(SectionKey::name)
                                        .collect(Collectors.joining("、"))
                                + " 之一");
            }
            sections.add(new Section(
                    SectionKey.valueOf(key),
                    orEmpty(text(section.path("heading"), name + ".heading")),
                    orEmpty(text(section.path("text"), name + ".text"))));
        }
        return sections;
    }

    /** The cells the file speaks of, in its order. */
    private Map<CellKey, Cell> givenCells() throws UnreadableFileException {
        var raw = rawTexts();
        var cells = new LinkedHashMap<CellKey, Cell>();
        var figures = root.path("cells");
        if (!absent(figures)) {
            if (!figures.isObject()) {
                throw wrong("cells", "应为对象");
            }
            for (var property : figures.properties()) {
                var name = "cells." + property.getKey();
                var key = cellKey(property.getKey(), name);
                if (!property.getValue().isNumber()) {
                    throw wrong(name, "应为数字");
                }
                cells.put(key, new Cell.Figure(number(property.getValue(), name), raw.remove(key)));
            }
        }
        for (var key : keys("blank")) {
            if (cells.putIfAbsent(key, Cell.BLANK) != null) {
                throw wrong("blank", "含有已在别处给出的 " + key);
            }
            var text = raw.remove(key);
            if (text != null && !text.isBlank()) {
                throw wrong("blank", "含有 raw 里写有内容的 " + key);
            }
        }
        for (var key : keys("missing")) {
            if (raw.containsKey(key) || cells.putIfAbsent(key, Cell.MISSING) != null) {
                throw wrong("missing", "含有已在别处给出的 " + key);
            }
        }
        raw.forEach((key, text) -> cells.put(key, new Cell.Words(text)));
        return cells;
    }

    private Map<CellKey, String> rawTexts() throws UnreadableFileException {
        var node = root.path("raw");
        var texts = new LinkedHashMap<CellKey, String>();
        if (absent(node)) {
            return texts;
        }
        if (!node.isObject()) {
            throw wrong("raw", "应为对象");
        }
        for (var property : node.properties()) {
            var name = "raw." + property.getKey();
            var text = text(property.getValue(), name);
            if (text != null) {
                texts.put(cellKey(property.getKey(), name), text);
            }
        }
        return texts;
    }

    private List<CellKey> keys(String name) throws UnreadableFileException {
        var node = root.path(name);
        if (absent(node)) {
            return List.of();
        }
        if (!node.isArray()) {
            throw wrong(name, "应为数组");
        }
        var keys = new ArrayList<CellKey>();
        for (int i = 0; i < node.size(); i++) {
            if (!node.get(i).isString()) {
                throw wrong(name + "[" + i + "]", "应为数据格的键");
            }
            keys.add(cellKey(node.get(i).asString(), name));
        }
        return keys.stream().distinct().toList();
    }

    private static CellKey cellKey(String name, String field) throws UnreadableFileException {
        var key = ReportFormats.official().cell(name);
        if (key.isEmpty()) {
            throw wrong(field, "不是年度报告的数据格" + (field.endsWith(name) ? "" : "：" + shortened(name)));
        }
        return key.get();
    }

    private static Map<CellKey, Cell> inOrder(@Nullable ReportFormat format, Map<CellKey, Cell> given) {
        var cells = new LinkedHashMap<CellKey, Cell>();
        if (format != null) {
            for (var key : format.cells(given.keySet())) {
                cells.put(key, given.getOrDefault(key, Cell.MISSING));
            }
        }
        var rest = new HashMap<>(given);
        rest.keySet().removeAll(cells.keySet());
        ReportFormats.official().cells().stream()
                .filter(rest::containsKey)
                .forEach(key -> cells.put(key, rest.get(key)));
        return cells;
    }

    private static BigDecimal number(JsonNode node, String name) throws UnreadableFileException {
        var value = node.decimalValue();
        if (value.scale() > MOST_DIGITS || (long) value.precision() - Math.min(value.scale(), 0) > MOST_DIGITS) {
            throw wrong(name, "的数字过大或位数过多");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    private static @Nullable LocalDate date(JsonNode node, String name) throws UnreadableFileException {
        var text = text(node, name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(name, "应为 2021-01-31 这样的日期");
        }
    }

    private @Nullable String text(String name) throws UnreadableFileException {
        return text(root.path(name), name);
    }

    private static @Nullable String text(JsonNode node, String name) throws UnreadableFileException {
        if (absent(node)) {
            return null;
        }
        if (!node.isString()) {
            throw wrong(name, "应为文字");
        }
        return node.asString();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode() || node.isNull();
    }

    private static UnreadableFileException wrong(String field, String message) {
        return new UnreadableFileException("JSON 有误：" + shortened(field) + " " + message);
    }

    private static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
