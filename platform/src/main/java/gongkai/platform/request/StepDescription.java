package gongkai.platform.request;

import gongkai.platform.api.Shapes;
import gongkai.platform.request.procedure.Step;
import gongkai.platform.request.procedure.StepType;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Describes the steps of the procedure to other systems: each type with its article and its own fields. */
@Component
@Lazy
class StepDescription implements OpenApiCustomizer {
    private static final String REQUEST = "/api/v1/requests/{number}";

    /** What the platform itself fills in. */
    private static final Map<Class<? extends Step>, String> NOT_SENT =
            Map.of(Step.Merge.class, "earliestReceipt", Step.Redo.class, "number");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("on", "生效之日；不是补录的为今天，可以不填。补录的自上一步骤之日至今天"),
            Map.entry("deadline", "期限的最后一日"),
            Map.entry("items", "补正事项"),
            Map.entry("until", "答复期限的最后一日"),
            Map.entry("receivedOn", "对方收到之日，可以晚于 on；收到之日另用 letterReceived 登记的可以不填"),
            Map.entry("interests", "公开可能损害第三方的哪些权益，写入征询书；可以不填"),
            Map.entry("workingDays", "延长的工作日数，1 至 20"),
            Map.entry("count", "PIECES 为该申请人当月累计件数，PAGES 为本件页数"),
            Map.entry("sub", "decision 为 GRANTED 时必填"),
            Map.entry("searchRecord", "UNAVAIL_NOT_HELD 时填写检索范围、方法和结果"),
            Map.entry("receipt", "票据号码"),
            Map.entry("previousRequest", "REFUSED_DUPLICATE 时填写前次申请"));

    @Override
    public void customise(OpenAPI description) {
        var taken = Shapes.typed("object");
        taken.addProperty("type", types());
        taken.addProperty("on", day());
        taken.addProperty("recordedAt", Shapes.typed("string").format("date-time"));
        taken.addProperty("backfill", Shapes.typed("boolean"));
        taken.addProperty("late", Shapes.typed("boolean"));
        taken.setRequired(List.of("type", "on", "recordedAt", "backfill", "late"));
        taken.setDescription("另有该类步骤自己的字段");
        var get = call(description, REQUEST).getGet();
        get.getResponses().values().stream()
                .flatMap(response -> schemas(response.getContent()))
                .flatMap(schema -> Stream.ofNullable(schema.getProperties()))
                .flatMap(properties -> Stream.ofNullable(properties.get("steps")))
                .forEach(steps -> steps.setItems(taken));
        var body = new JsonSchema();
        Arrays.stream(StepType.values()).forEach(type -> body.addOneOfItem(step(type)));
        body.setDiscriminator(new Discriminator().propertyName("type"));
        var post = call(description, REQUEST + "/steps").getPost();
        post.getRequestBody().getContent().values().forEach(content -> content.setSchema(body));
    }

    private static PathItem call(OpenAPI description, String path) {
        return Objects.requireNonNull(description.getPaths().get(path), path);
    }

    private static Stream<Schema<?>> schemas(@Nullable Content content) {
        return content == null ? Stream.of() : content.values().stream().map(MediaType::getSchema);
    }

    private static JsonSchema step(StepType type) {
        var schema = Shapes.typed("object");
        schema.setTitle(type.label());
        schema.setDescription(type.article());
        schema.addProperty("type", Shapes.oneOf(List.of(type.identifier())));
        schema.addRequiredItem("type");
        for (var component : type.step().getRecordComponents()) {
            if (!component.getName().equals(NOT_SENT.get(type.step()))) {
                schema.addProperty(component.getName(), field(component));
                if (StepFields.isRequired(component)) {
                    schema.addRequiredItem(component.getName());
                }
            }
        }
        if (type == StepType.THIRD_PARTY_REPLIED) {
            schema.addProperty(
                    "thirdParty", Shapes.typed("string").description("一次征求了几个第三方的，必填：提出意见的是哪一个，几个意见相同的一行一个"));
        }
        if (StepFields.isConsultation(type)) {
            schema.addProperty(StepFields.SENT_ON, day().description("发出之日，与 on 相同，填一个即可"));
        }
        schema.addProperty("backfill", Shapes.typed("boolean").description("补录以前的步骤，需要补录的权限；文字可以不填"));
        return schema;
    }

    private static Schema<?> field(RecordComponent component) {
        var schema = Shapes.field(component);
        var words = WORDS.get(component.getName());
        return words == null ? schema : schema.description(words);
    }

    private static Schema<?> day() {
        return Shapes.typed("string").format("date");
    }

    private static JsonSchema types() {
        return Shapes.oneOf(
                Arrays.stream(StepType.values()).map(StepType::identifier).toList());
    }
}
