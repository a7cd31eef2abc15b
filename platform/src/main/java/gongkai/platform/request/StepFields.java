package gongkai.platform.request;

import gongkai.platform.api.BodyFields;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.web.Refusal;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Steps as JSON objects and back. The fields are the components of the step's record, so the law needs to know nothing of JSON. Texts
 * and lists that are not given are empty; days, numbers and identifiers that the step cannot do without are asked for.
 */
final class StepFields {
    private static final String ON = "on";
    static final String SENT_ON = "sentOn";

    private StepFields() {}

    /**
     * Reads a step.
     *
     * @param usual the day it takes effect if none is given
     * @throws Refusal 422, when something is missing or cannot be read
     */
    static Step read(StepType type, JsonNode fields, @Nullable LocalDate usual) {
        var components = type.step().getRecordComponents();
        var values = Arrays.stream(components)
                .map(component -> value(type, component, fields, usual))
                .toArray();
        try {
            var constructor = type.step()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw Refusal.unreadable("步骤 " + type.identifier() + " 的内容有误");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes all fields of a step but its type; {@code on} among them. */
    static ObjectNode write(Step step, JsonMapper json) {
        var object = json.createObjectNode();
        for (var component : step.getClass().getRecordComponents()) {
            var value = get(step, component);
            if (value instanceof LocalDate day) {
                object.put(component.getName(), day.toString());
            } else if (value instanceof Enum<?> identifier) {
                object.put(component.getName(), identifier.name());
            } else if (value instanceof Integer number) {
                object.put(component.getName(), number);
            } else if (value instanceof List<?> list) {
                var array = object.putArray(component.getName());
                list.forEach(text -> array.add(String.valueOf(text)));
            } else if (value != null) {
                object.put(component.getName(), value.toString());
            }
        }
        if (isConsultation(StepType.of(step))) {
            object.put(SENT_ON, step.on().toString());
        }
        return object;
    }

    private static @Nullable Object value(
            StepType type, RecordComponent component, JsonNode fields, @Nullable LocalDate usual) {
        var name = component.getName();
        var node = fields.get(name);
        boolean given = node != null && !node.isNull();
        if (name.equals(ON)) {
            return on(type, fields, usual);
        }
        var kind = component.getType();
        if (kind == String.class) {
            return given ? BodyFields.text(name, node) : "";
        }
        if (kind == List.class) {
            return given ? list(component, name, node) : List.of();
        }
        if (!given) {
            if (optional(component.getAnnotatedType())) {
                return null;
            }
            throw Refusal.unreadable("步骤 " + type.identifier() + " 缺少字段 " + name);
        }
        if (kind == LocalDate.class) {
            return BodyFields.day(name, node);
        }
        if (kind == int.class) {
            if (!node.isIntegralNumber() || !node.canConvertToInt()) {
                throw Refusal.unreadable("字段 " + name + " 应为整数");
            }
            return node.intValue();
        }
        return BodyFields.identifier(name, node, kind);
    }

    /** Whether a step of the past needs it too. */
    static boolean isRequired(RecordComponent component) {
        var kind = component.getType();
        return kind != String.class
                && kind != List.class
                && !component.getName().equals(ON)
                && !optional(component.getAnnotatedType());
    }

    private static LocalDate on(StepType type, JsonNode fields, @Nullable LocalDate usual) {
        var on = dayIfGiven(fields, ON);
        var sent = isConsultation(type) ? dayIfGiven(fields, SENT_ON) : null;
        if (on != null && sent != null && !on.equals(sent)) {
            throw Refusal.unreadable("征求意见的生效日期 on 就是发出之日 sentOn，两者应相同");
        }
        var day = on != null ? on : sent != null ? sent : usual;
        if (day == null) {
            throw Refusal.unreadable("补录的步骤 " + type.identifier() + " 缺少生效日期 on");
        }
        return day;
    }

    private static @Nullable LocalDate dayIfGiven(JsonNode fields, String name) {
        var node = fields.get(name);
        return node == null || node.isNull() ? null : BodyFields.day(name, node);
    }

    static boolean isConsultation(StepType type) {
        return type == StepType.CONSULT_THIRD_PARTY || type == StepType.CONSULT_AGENCY;
    }

    private static List<String> list(RecordComponent component, String name, JsonNode node) {
        if (!(component.getGenericType() instanceof ParameterizedType) || !node.isArray()) {
            throw Refusal.unreadable("字段 " + name + " 应为文字的列表");
        }
        var texts = new ArrayList<String>();
        node.forEach(each -> texts.add(BodyFields.text(name, each)));
        texts.removeIf(String::isBlank);
        return List.copyOf(texts);
    }

    private static boolean optional(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object get(Step step, RecordComponent component) {
        try {
            return component.getAccessor().invoke(step);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
