package gongkai.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.ApiClient;
import gongkai.platform.ApiClient.Answer;
import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Tokens;
import gongkai.platform.request.procedure.StepType;
import gongkai.platform.sample.SampleData;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@DisplayName("接口说明与接口一致")
class OpenApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String REQUEST = """
            {"organ": "demo-d01", "channel": "ONLINE", "submittedOn": "2026-03-02", "confirmedOn": "2026-03-03", "backfill": true,
             "applicant": {"kind": "NATURAL_PERSON", "name": "张三", "idNumber": "110101190001010000", "phone": "13800000000",
                           "email": "a@example.org", "address": "示例路1号"},
             "description": "拆迁补偿标准", "wantedForm": "纸质", "wantedDelivery": "邮寄"}
            """;
    private static final String REMEDY = """
            {"organ": "demo-d01", "kind": "RECONSIDERATION", "caseNo": "示政复〔2026〕1号", "acceptedOn": "2026-03-02", "backfill": true}
            """;

    private static ConfigurableApplicationContext platform;
    private static ApiClient api;
    private static String office;
    private static JsonNode description;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        api = new ApiClient(platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
        office = platform.getBean(Tokens.class)
                .create("office@demo-d01", "测试", Tokens.Scope.WRITE, 1)
                .token();
        description = api.get(null, "/openapi.json").json();
    }

    @AfterAll
    static void stop() {
        api.close();
        platform.close();
    }

    @Test
    void everyCallSaysWhatItReadsAnswersAndRefuses() {
        var calls = new ArrayList<String>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    var call = method.getKey() + " " + path.getKey();
                    calls.add(call);
                    var operation = method.getValue();
                    assertThat(operation.path("summary").asString("")).as(call).isNotBlank();
                    var responses = operation.get("responses");
                    for (var status : List.of("400", "401", "403", "404", "422")) {
                        assertThat(resolved(responses.path(status))
                                        .path("content")
                                        .has("application/problem+json"))
                                .as(call + " " + status)
                                .isTrue();
                    }
                    responses.properties().stream()
                            .filter(response -> response.getKey().startsWith("2"))
                            .forEach(response -> assertThat(
                                            schema(response.getValue()).has("type"))
                                    .as(call)
                                    .isTrue());
                    if (method.getKey().equals("post")) {
                        assertThat(operation.get("parameters").toString())
                                .as(call)
                                .contains("Idempotency-Key");
                        assertThat(resolved(responses.path("409")).toString()).contains("Barred");
                        var body = schema(operation.get("requestBody"));
                        assertThat(body.has("properties") || body.has("oneOf"))
                                .as(call)
                                .isTrue();
                    }
                }));
        assertThat(calls)
                .contains(
                        "get /api/v1/calendar/deadline",
                        "get /api/v1/fees/quote",
                        "post /api/v1/requests",
                        "post /api/v1/requests/{number}/steps",
                        "get /api/v1/requests/{number}",
                        "post /api/v1/remedies",
                        "post /api/v1/remedies/{id}/outcome",
                        "get /api/v1/reports/{organ}/{year}/cells",
                        "get /api/v1/reports/{organ}/{year}/cells/{key}",
                        "post /api/v1/reports/{organ}/{year}/file");
        assertThat(description.toString()).doesNotContain("JsonNode", "nodeType");
    }

    @Test
    void everyStepIsDescribedWithItsFields() {
        var steps = body("/api/v1/requests/{number}/steps").get("oneOf");
        assertThat(steps.valueStream()
                        .map(step -> step.at("/properties/type/enum/0").asString()))
                .containsExactlyElementsOf(Arrays.stream(StepType.values())
                        .map(StepType::identifier)
                        .toList());
        var consult = steps.valueStream()
                .filter(step -> step.at("/properties/type/enum/0").asString().equals("consultThirdParty"))
                .findFirst()
                .orElseThrow();
        assertThat(consult.get("properties").propertyNames())
                .contains("on", "sentOn", "receivedOn", "thirdParty", "content", "backfill");
    }

    @Test
    void whatABodyNeedsIsRefusedWithoutItAndTheRestMayBeLeftOut() throws Exception {
        for (var call : Map.of("/requests", REQUEST, "/remedies", REMEDY).entrySet()) {
            var needed = body("/api/v1" + call.getKey())
                    .get("required")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            for (var field : body("/api/v1" + call.getKey()).get("properties").propertyNames()) {
                var sent = (ObjectNode) JSON.readTree(call.getValue());
                sent.remove(field);
                assertThat(api.post(office, call.getKey(), sent.toString()).status())
                        .as(call.getKey() + " without " + field)
                        .isEqualTo(needed.contains(field) ? 422 : 201);
            }
        }
    }

    @Test
    void answersHaveTheShapeThatIsDescribed() {
        var registered = fits("/requests", "post", "201", api.post(office, "/requests", REQUEST));
        var number = registered.get("number").asString();
        var steps = "/requests/" + number + "/steps";
        fits("/requests/{number}/steps", "post", "200", api.post(office, steps, """
                {"type": "consultAgency", "on": "2026-03-04", "receivedOn": "2026-03-05", "agency": "示例局", "content": "纪要", "backfill": true}
                """));
        fits("/requests/{number}", "get", "200", api.get(office, "/requests/" + number));
        var barred = api.post(office, steps, """
                {"type": "decide", "on": "2026-03-05", "decision": "DENIED_PROCESS", "backfill": true}
                """);
        assertThat(barred.status()).isEqualTo(409);
        fit("409", description.at("/components/schemas/Barred"), barred.json());
        for (var step : List.of(
                "{\"type\": \"agencyReplied\", \"on\": \"2026-03-06\", \"opinion\": \"AGREE\", \"backfill\": true}",
                "{\"type\": \"decide\", \"on\": \"2026-03-06\", \"decision\": \"DENIED_PROCESS\", \"backfill\": true}")) {
            fits("/requests/{number}/steps", "post", "200", api.post(office, steps, step));
        }
        fits("/requests/{number}", "get", "200", api.get(office, "/requests/" + number));
        var entered = fits("/remedies", "post", "201", api.post(office, "/remedies", REMEDY));
        fits(
                "/remedies/{id}/outcome",
                "post",
                "200",
                api.post(
                        office,
                        "/remedies/" + entered.get("id").asInt() + "/outcome",
                        "{\"outcome\": \"UPHELD\", \"closedOn\": \"2026-04-01\"}"));
        var cells = "/reports/demo-d01/2026/cells";
        fits("/reports/{organ}/{year}/cells", "get", "200", api.get(office, cells));
        fits("/reports/{organ}/{year}/cells/{key}", "get", "200", api.get(office, cells + "/t3.denied_process.total"));
        fits("/fees/quote", "get", "200", api.get(office, "/fees/quote?pieces=55"));
        for (var term : List.of("workingDays=20", "days=60", "months=6")) {
            fits("/calendar/deadline", "get", "200", api.get(office, "/calendar/deadline?from=2025-08-04&" + term));
        }
        fits("/calendar/notices", "get", "200", api.get(office, "/calendar/notices"));
        fits("/organs", "get", "200", api.get(office, "/organs?q=demo"));
        fits("/organs/{code}", "get", "200", api.get(office, "/organs/demo-d01"));
        var report = "{\"format\": \"2021\", \"year\": 2025, \"cells\": {\"t3.new_received.total\": 1}}";
        var read = api.upload(office, "/reports/demo-d01/2025/file", "r.json", report.getBytes(StandardCharsets.UTF_8));
        fits("/reports/{organ}/{year}/file", "post", "200", read);
        fit(
                "404",
                description.at("/components/schemas/Problem"),
                api.get(office, "/requests/none").json());
    }

    private static JsonNode fits(String path, String method, String status, Answer answer) {
        var call = method + " " + path;
        assertThat(answer.status()).as(call + " " + answer.json()).isEqualTo(Integer.parseInt(status));
        var responses =
                description.get("paths").get("/api/v1" + path).get(method).get("responses");
        fit(call, schema(responses.get(status)), answer.json());
        return answer.json();
    }

    /** As much of JSON Schema as the description uses. */
    private static void fit(String where, JsonNode schema, JsonNode value) {
        var types = schema.path("type").isArray()
                ? schema.get("type").valueStream().map(JsonNode::asString).toList()
                : schema.has("type") ? List.of(schema.get("type").asString()) : List.<String>of();
        if (!types.isEmpty()) {
            var type = type(value);
            assertThat(types.contains(type) || type.equals("integer") && types.contains("number"))
                    .as(where + " is " + value)
                    .isTrue();
        }
        if (schema.has("enum")) {
            assertThat(schema.get("enum")).as(where).contains(value);
        }
        if (value.isArray()) {
            value.forEach(each -> fit(where + "[]", schema.get("items"), each));
        }
        if (value.isObject() && schema.has("properties")) {
            schema.path("required")
                    .forEach(name -> assertThat(value.has(name.asString()))
                            .as(where + "." + name)
                            .isTrue());
            value.properties().forEach(field -> {
                if (!where.endsWith("steps[]")) {
                    assertThat(schema.get("properties").propertyNames())
                            .as(where)
                            .contains(field.getKey());
                }
                if (schema.get("properties").has(field.getKey())) {
                    fit(where + "." + field.getKey(), schema.get("properties").get(field.getKey()), field.getValue());
                }
            });
        } else if (value.isObject() && schema.has("additionalProperties")) {
            value.properties()
                    .forEach(field -> fit(where + ".*", schema.get("additionalProperties"), field.getValue()));
        }
    }

    private static String type(JsonNode value) {
        return value.isNull()
                ? "null"
                : value.isIntegralNumber()
                        ? "integer"
                        : value.isNumber()
                                ? "number"
                                : value.isBoolean()
                                        ? "boolean"
                                        : value.isString() ? "string" : value.isArray() ? "array" : "object";
    }

    private static JsonNode body(String path) {
        return schema(description.get("paths").get(path).get("post").get("requestBody"));
    }

    private static JsonNode schema(JsonNode holder) {
        var content = resolved(holder).path("content");
        return content.isEmpty() ? content : content.iterator().next().path("schema");
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? description.at(node.get("$ref").asString().substring(1)) : node;
    }
}
