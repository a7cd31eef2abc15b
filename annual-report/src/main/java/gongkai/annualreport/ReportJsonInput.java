package gongkai.annualreport;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final JsonField root;

    private ReportJsonInput(JsonField root) {
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
        return new ReportJsonInput(new JsonField("", root)).report();
    }

    private AnnualReport report() throws UnreadableFileException {
        var year = year();
        var given = givenCells();
        var format = format(year, given);
        return new AnnualReport(
                format,
                year,
                root.at("organ").text(),
                root.at("title").text(),
                root.at("innerTitle").text(),
                period(),
                root.at("publishedOn").date(),
                root.at("preamble").textOrEmpty(),
                sections(),
                root.at("closing").textOrEmpty(),
                inOrder(format, given));
    }

    private @Nullable Integer year() throws UnreadableFileException {
        var field = root.at("year");
        if (field.absent()) {
            return null;
        }
        var year = field.number("应为整数");
        if (year.stripTrailingZeros().scale() > 0
                || year.signum() <= 0
                || year.compareTo(BigDecimal.valueOf(9999)) > 0) {
            throw field.wrong("应为四位年份");
        }
        return year.intValueExact();
    }

    private @Nullable ReportFormat format(@Nullable Integer year, Map<CellKey, Cell> given)
            throws UnreadableFileException {
        var formats = ReportFormats.official();
        var field = root.at("format");
        if (field.absent()) {
            return formats.closestTo(given.keySet(), year).orElse(null);
        }
        var key = field.node().isIntegralNumber() ? field.node().asString() : field.text();
        var format = formats.byKey(key);
        if (format.isEmpty()) {
            var known =
                    formats.all().stream().map(each -> '"' + each.key() + '"').collect(Collectors.joining(" 或 "));
            throw field.wrong("应为 " + known + " 或 null");
        }
        return format.get();
    }

    private @Nullable Period period() throws UnreadableFileException {
        var field = root.at("period");
        if (field.absent()) {
            return null;
        }
        if (!field.node().isObject()) {
            throw field.wrong("应为含 from、to 的对象");
        }
        var from = field.at("from").date();
        var to = field.at("to").date();
        if (from == null && to == null) {
            return null;
        }
        if (from == null || to == null) {
            throw field.at(from == null ? "from" : "to").wrong("应为日期");
        }
        return new Period(from, to);
    }

    private List<Section> sections() throws UnreadableFileException {
        var sections = new ArrayList<Section>();
        for (var section : root.at("sections").items()) {
            if (!section.node().isObject()) {
                throw section.wrong("应为对象");
            }
            sections.add(new Section(
                    sectionKey(section.at("key")),
                    section.at("heading").textOrEmpty(),
                    section.at("text").textOrEmpty()));
        }
        return sections;
    }

    private static SectionKey sectionKey(JsonField field) throws UnreadableFileException {
        var name = field.text();
        for (var key : SectionKey.values()) {
            if (key.name().equals(name)) {
                return key;
            }
        }
        var known = Arrays.stream(SectionKey.values()).map(SectionKey::name).collect(Collectors.joining("、"));
        throw field.wrong("应为 " + known + " 之一");
    }

    /** The cells the file speaks of, in its order. */
    private Map<CellKey, Cell> givenCells() throws UnreadableFileException {
        var raw = rawTexts();
        var cells = new LinkedHashMap<CellKey, Cell>();
        for (var figure : root.at("cells").fields().entrySet()) {
            var key = cellKey(figure.getKey(), figure.getValue());
            cells.put(key, new Cell.Figure(figure.getValue().number("应为数字"), raw.remove(key)));
        }
        var blank = root.at("blank");
        for (var key : keys(blank)) {
            if (cells.putIfAbsent(key, Cell.BLANK) != null) {
                throw blank.wrong("含有已在别处给出的 " + key);
            }
            var text = raw.remove(key);
            if (text != null && !text.isBlank()) {
                throw blank.wrong("含有 raw 里写有内容的 " + key);
            }
        }
        var missing = root.at("missing");
        for (var key : keys(missing)) {
            if (raw.containsKey(key) || cells.putIfAbsent(key, Cell.MISSING) != null) {
                throw missing.wrong("含有已在别处给出的 " + key);
            }
        }
        raw.forEach((key, text) -> cells.put(key, new Cell.Words(text)));
        return cells;
    }

    private Map<CellKey, String> rawTexts() throws UnreadableFileException {
        var texts = new LinkedHashMap<CellKey, String>();
        for (var raw : root.at("raw").fields().entrySet()) {
            var text = raw.getValue().text();
            if (text != null) {
                texts.put(cellKey(raw.getKey(), raw.getValue()), text);
            }
        }
        return texts;
    }

    private static Set<CellKey> keys(JsonField list) throws UnreadableFileException {
        var keys = new LinkedHashSet<CellKey>();
        for (var item : list.items()) {
            if (!item.node().isString()) {
                throw item.wrong("应为数据格的键");
            }
            keys.add(cellKey(item.node().asString(), list));
        }
        return keys;
    }

    private static CellKey cellKey(String name, JsonField field) throws UnreadableFileException {
        var key = ReportFormats.official().cell(name);
        if (key.isEmpty()) {
            throw field.wrong("不是年度报告的数据格" + (field.name().endsWith(name) ? "" : "：" + JsonField.shortened(name)));
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
}
