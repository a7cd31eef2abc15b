package gongkai.platform.api;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes every call as it is: what it reads, what it answers, and how it refuses. Shapes come from the records that calls read and
 * answer with, see {@link ReadsAs} and {@link AnswersAs}.
 */
final class ApiDescription implements OperationCustomizer, OpenApiCustomizer {
    private static final String TOKEN = "token";
    private static final String JSON = org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
    private static final String PROBLEM = org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE;

    private static final Map<String, String> REFUSALS = new LinkedHashMap<>();
    private static final List<String> ONLY_WHERE_SOMETHING_IS_SENT = List.of("409", "413", "415");

    static {
        REFUSALS.put("400", "请求无法识别：不是有效的 JSON、地址或请求头");
        REFUSALS.put("401", "没有有效的令牌");
        REFUSALS.put("403", "没有权限");
        REFUSALS.put("404", "没有找到，或者无权查看：两者不加区分");
        REFUSALS.put("406", "只能应答 JSON");
        REFUSALS.put("409", "法律不允许这样办理，条款和理由见 article、reason");
        REFUSALS.put("413", "内容过大");
        REFUSALS.put("415", "不支持这种内容类型");
        REFUSALS.put("422", "内容有误：缺少字段、日期不存在、标识无法识别、日期前后矛盾，或缺少所需年度的工作日历");
    }

    static OpenAPI head() {
        return new OpenAPI()
                .info(new Info()
                        .title("公开平台接口")
                        .version("1")
                        .description("日期为 YYYY-MM-DD（北京时间）。出错时应答 application/problem+json，detail 为中文说明；法律不允许的步骤应答 409，"
                                + "并给出条款 article 和理由 reason。POST 可带 Idempotency-Key：24 小时内同一键、同一内容得到同一应答。"
                                + "没有列出的字段不予理会。"))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("个人访问令牌，在“我的令牌”页面或用 ./gongkai token 取得")))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        boolean sends = handler.hasMethodAnnotation(PostMapping.class);
        answer(operation, handler);
        if (sends) {
            body(operation, handler);
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotencyFilter.HEADER)
                    .description("1 到 200 个字符。24 小时内同一人用同一键、同一内容再次提交，得到同一应答；同一键、不同内容应答 422")
                    .schema(Shapes.typed("string")));
        }
        REFUSALS.keySet().stream()
                .filter(status -> sends || !ONLY_WHERE_SOMETHING_IS_SENT.contains(status))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + status)));
        return operation;
    }

    private static void answer(Operation operation, HandlerMethod handler) {
        var named = handler.getMethodAnnotation(AnswersAs.class);
        var schema = named != null
                ? Shapes.answer(named.value())
                : Shapes.answer(handler.getMethod().getAnnotatedReturnType());
        boolean text = schema.getTypes() != null && schema.getTypes().contains("string");
        operation.getResponses().forEach((status, response) -> {
            if (status.startsWith("2")) {
                response.setDescription(status.equals("201") ? "已登记" : "成功");
                if (!text) {
                    response.setContent(new Content().addMediaType(JSON, new MediaType().schema(schema)));
                }
            }
        });
    }

    private static void body(Operation operation, HandlerMethod handler) {
        for (var parameter : handler.getMethod().getParameters()) {
            var named = parameter.getAnnotation(ReadsAs.class);
            var type = named != null ? named.value() : parameter.getType();
            if (parameter.isAnnotationPresent(org.springframework.web.bind.annotation.RequestBody.class)
                    && type.isRecord()) {
                operation.setRequestBody(new RequestBody()
                        .required(true)
                        .content(new Content().addMediaType(JSON, new MediaType().schema(Shapes.body(type)))));
            }
        }
    }

    @Override
    public void customise(OpenAPI description) {
        var components = description.getComponents();
        var problem = problem();
        var barred = problem();
        barred.addProperty("article", Shapes.typed("string").description("条款，例如 第三十条"));
        barred.addProperty("reason", Shapes.typed("string").description("理由"));
        barred.setRequired(List.of("type", "title", "status", "detail", "instance", "article", "reason"));
        components.setSchemas(new LinkedHashMap<>(Map.of("Problem", problem, "Barred", barred)));
        REFUSALS.forEach((status, words) -> components.addResponses(
                status,
                new ApiResponse()
                        .description(words)
                        .content(new Content()
                                .addMediaType(
                                        PROBLEM,
                                        new MediaType()
                                                .schema(new Schema<>()
                                                        .$ref(status.equals("409") ? "Barred" : "Problem"))))));
    }

    private static JsonSchema problem() {
        var schema = Shapes.typed("object");
        for (var text : List.of("type", "title", "instance")) {
            schema.addProperty(text, Shapes.typed("string"));
        }
        schema.addProperty("status", Shapes.typed("integer"));
        schema.addProperty("detail", Shapes.typed("string").description("中文说明"));
        schema.addProperty("field", Shapes.typed("string").description("有误的字段，能指明时才有"));
        schema.addProperty("incident", Shapes.typed("string").description("系统出错时的事件编号"));
        schema.setRequired(List.of("type", "title", "status", "detail"));
        return schema;
    }
}
