package gongkai.platform.api;

import gongkai.platform.web.CleanText;
import gongkai.platform.web.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The fields of a JSON object; what is missing or cannot be read is said in Chinese with the field's name. Unknown fields are ignored. */
public record BodyFields(JsonNode object) {
    private static final int LONGEST = 2_000;
    private static final int LONGEST_OF_ALL = 10_000;

    public BodyFields {
        if (!object.isObject()) {
            throw Refusal.unreadable("内容应为 JSON 对象");
        }
    }

    /** @throws Refusal 422 when it is missing, blank, no text or too long */
    public String text(String name) {
        return text(name, LONGEST);
    }

    public String text(String name, int longest) {
        var text = textIfGiven(name, longest);
        if (text.isBlank()) {
            throw Refusal.unreadable("缺少字段 " + name);
        }
        return text;
    }

    /** A text of one line: a name, a number, an address. @throws Refusal 422 when it is missing, blank, no text or too long */
    public String line(String name) {
        return oneLine(text(name));
    }

    /** The same, empty if it is not given. */
    public String lineIfGiven(String name) {
        return oneLine(textIfGiven(name));
    }

    /** The text, empty if it is not given. */
    public String textIfGiven(String name) {
        return textIfGiven(name, LONGEST);
    }

    private String textIfGiven(String name, int longest) {
        var node = given(name);
        if (node == null) {
            return "";
        }
        var text = text(name, node);
        if (text.length() > longest) {
            throw Refusal.unreadable("字段 " + name + " 过长，最多 " + longest + " 个字");
        }
        return text;
    }

    public LocalDate day(String name) {
        var day = dayIfGiven(name);
        if (day == null) {
            throw Refusal.unreadable("缺少字段 " + name);
        }
        return day;
    }

    public @Nullable LocalDate dayIfGiven(String name) {
        var node = given(name);
        return node == null ? null : day(name, node);
    }

    public boolean flag(String name) {
        var node = given(name);
        if (node == null) {
            return false;
        }
        if (!node.isBoolean()) {
            throw Refusal.unreadable("字段 " + name + " 应为 true 或 false");
        }
        return node.booleanValue();
    }

    public <E extends Enum<E>> E identifier(String name, Class<E> kind) {
        var node = given(name);
        if (node == null) {
            throw Refusal.unreadable("缺少字段 " + name);
        }
        return kind.cast(identifier(name, node, kind));
    }

    public BodyFields object(String name) {
        var node = given(name);
        if (node == null) {
            throw Refusal.unreadable("缺少字段 " + name);
        }
        return new BodyFields(node);
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s*[\n\u2028\u2029]\\s*", " ");
    }

    private @Nullable JsonNode given(String name) {
        var node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    /** A day, written YYYY-MM-DD. */
    public static LocalDate day(String name, JsonNode node) {
        try {
            return LocalDate.parse(node.isString() ? node.stringValue() : "");
        } catch (DateTimeException e) {
            throw Refusal.unreadable("字段 " + name + " 不是有效的日期，应为 YYYY-MM-DD");
        }
    }

    /** A text of at most 10,000 characters that can be stored: without what no keyboard types. */
    public static String text(String name, JsonNode node) {
        if (!node.isString()) {
            throw Refusal.unreadable("字段 " + name + " 应为文字");
        }
        var text = node.stringValue();
        if (text.length() > LONGEST_OF_ALL) {
            throw Refusal.unreadable("字段 " + name + " 过长，最多 " + LONGEST_OF_ALL + " 个字");
        }
        if (text.indexOf('\0') >= 0) {
            throw Refusal.unreadable("字段 " + name + " 含有不能保存的字符");
        }
        return CleanText.of(text);
    }

    /** One of the constants of an enum, by its name. */
    public static Object identifier(String name, JsonNode node, Class<?> kind) {
        var wanted = node.isString() ? node.stringValue() : "";
        return Arrays.stream(kind.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.unreadable("字段 " + name + " 的值无法识别，应为 "
                        + Arrays.stream(kind.getEnumConstants())
                                .map(constant -> ((Enum<?>) constant).name())
                                .collect(Collectors.joining("、"))
                        + " 之一"));
    }
}
