package gongkai.platform.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON schemas of what records hold: {@code @Nullable} is null or, in a body, left out; all else is there. */
public final class Shapes {
    private Shapes() {}

    /** What a body may hold. */
    public static JsonSchema body(Class<?> record) {
        return of(record, false);
    }

    /** What an answer holds; an empty schema for what is no record, list, map or plain value. */
    public static JsonSchema answer(AnnotatedType type) {
        return of(type, true);
    }

    static JsonSchema answer(Class<?> record) {
        return of(record, true);
    }

    /** A component of a record as a body may hold it, null not among it. */
    public static JsonSchema field(RecordComponent component) {
        return described(component, bare(component.getAnnotatedType(), false));
    }

    private static JsonSchema of(Class<?> record, boolean answer) {
        var schema = typed("object");
        for (var component : record.getRecordComponents()) {
            var type = component.getAnnotatedType();
            boolean optional = type.isAnnotationPresent(Nullable.class);
            boolean leftOut = component.getAccessor().isAnnotationPresent(JsonInclude.class);
            schema.addProperty(
                    component.getName(), described(component, leftOut ? bare(type, answer) : of(type, answer)));
            if (answer ? !leftOut : !optional) {
                schema.addRequiredItem(component.getName());
            }
        }
        return schema;
    }

    private static JsonSchema described(RecordComponent component, JsonSchema schema) {
        var words = component.getAccessor().getAnnotation(io.swagger.v3.oas.annotations.media.Schema.class);
        if (words != null) {
            schema.setDescription(words.description());
        }
        return schema;
    }

    private static JsonSchema of(AnnotatedType type, boolean answer) {
        var schema = bare(type, answer);
        if (type.isAnnotationPresent(Nullable.class) && schema.getTypes() != null) {
            schema.addType("null");
            if (schema.getEnum() != null) {
                schema.addEnumItemObject(null);
            }
        }
        return schema;
    }

    private static JsonSchema bare(AnnotatedType type, boolean answer) {
        if (type instanceof AnnotatedParameterizedType generic) {
            var of = generic.getAnnotatedActualTypeArguments();
            var raw = raw(generic);
            if (Collection.class.isAssignableFrom(raw)) {
                return items(of(of[0], answer));
            }
            if (Map.class.isAssignableFrom(raw)) {
                var map = typed("object");
                map.setAdditionalProperties(of(of[1], answer));
                return map;
            }
            return of(of[0], answer);
        }
        return type.getType() instanceof Class<?> plain ? plain(plain, answer) : new JsonSchema();
    }

    private static Class<?> raw(AnnotatedParameterizedType generic) {
        return (Class<?>) ((java.lang.reflect.ParameterizedType) generic.getType()).getRawType();
    }

    private static JsonSchema items(Schema<?> of) {
        var list = typed("array");
        list.setItems(of);
        return list;
    }

    private static JsonSchema plain(Class<?> type, boolean answer) {
        if (type.isRecord()) {
            return of(type, answer);
        }
        if (type.isEnum()) {
            return oneOf(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        if (type == String.class) {
            return typed("string");
        }
        if (type == LocalDate.class || type == Instant.class) {
            var day = typed("string");
            day.setFormat(type == LocalDate.class ? "date" : "date-time");
            return day;
        }
        if (type == boolean.class || type == Boolean.class) {
            return typed("boolean");
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return typed("integer");
        }
        return type == BigDecimal.class || type == double.class ? typed("number") : new JsonSchema();
    }

    /** One of those words. */
    public static JsonSchema oneOf(List<String> words) {
        var schema = typed("string");
        schema.setEnum(new ArrayList<>(words));
        return schema;
    }

    /** An empty schema of that JSON type. */
    public static JsonSchema typed(String type) {
        var schema = new JsonSchema();
        schema.addType(type);
        return schema;
    }
}
