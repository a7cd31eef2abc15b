package gongkai.annualreport;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A field of a JSON file by its name from the outermost object: what it must hold is asked of it, and what is wrong is said of it. */
record JsonField(String name, JsonNode node) {
    /** More digits than any count or amount has, written out; a larger exponent would fill the memory. */
    private static final int MOST_DIGITS = 30;

    JsonField at(String key) {
        return new JsonField(name.isEmpty() ? key : name + "." + key, node.path(key));
    }

    boolean absent() {
        return node.isMissingNode() || node.isNull();
    }

    @Nullable
    String text() throws UnreadableFileException {
        if (absent()) {
            return null;
        }
        if (!node.isString()) {
            throw wrong("应为文字");
        }
        return node.asString();
    }

    String textOrEmpty() throws UnreadableFileException {
        var text = text();
        return text == null ? "" : text;
    }

    @Nullable
    LocalDate date() throws UnreadableFileException {
        var text = text();
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong("应为 2021-01-31 这样的日期");
        }
    }

    /** Its number; {@code expected} says what is wrong where it is none. */
    BigDecimal number(String expected) throws UnreadableFileException {
        if (!node.isNumber()) {
            throw wrong(expected);
        }
        var value = node.decimalValue();
        if (value.scale() > MOST_DIGITS || (long) value.precision() - Math.min(value.scale(), 0) > MOST_DIGITS) {
            throw wrong("的数字过大或位数过多");
        }
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** The items of an array; none where the field is absent. */
    List<JsonField> items() throws UnreadableFileException {
        if (!absent() && !node.isArray()) {
            throw wrong("应为数组");
        }
        var items = new ArrayList<JsonField>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new JsonField(name + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    /** The fields of an object by their keys; none where this one is absent. */
    Map<String, JsonField> fields() throws UnreadableFileException {
        if (!absent() && !node.isObject()) {
            throw wrong("应为对象");
        }
        var fields = new LinkedHashMap<String, JsonField>();
        for (var property : node.properties()) {
            fields.put(property.getKey(), at(property.getKey()));
        }
        return fields;
    }

    UnreadableFileException wrong(String message) {
        return new UnreadableFileException("JSON 有误：" + shortened(name) + " " + message);
    }

    static String shortened(String name) {
        return name.length() <= 60 ? name : name.substring(0, 60) + "…";
    }
}
