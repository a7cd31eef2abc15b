package gongkai.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.ApiClient;
import gongkai.platform.ApiClient.Answer;
import gongkai.platform.Platform;
import gongkai.platform.TestDatabase;
import gongkai.platform.access.Tokens;
import gongkai.platform.sample.SampleData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Requests as another system enters and follows them; all days lie in the past and are entered as 补录. */
class RequestApiTest {
    private static final Map<String, String> TOKENS = new HashMap<>();
    private static ConfigurableApplicationContext platform;
    private static ApiClient api;

    @BeforeAll
    static void start() throws Exception {
        platform = Platform.start(0, TestDatabase.fresh());
        platform.getBean(SampleData.class).fill();
        api = new ApiClient(platform.getEnvironment().getRequiredProperty("local.server.port", Integer.class));
    }

    @AfterAll
    static void stop() {
        api.close();
        platform.close();
    }

    @Test
    @DisplayName("E11 第三十二条：征求第三方意见所需时间不计算在内")
    void leavesTheConsultationOut() {
        var number = register("demo-d01", "2025-09-15");
        assertThat(get(number).text("due")).isEqualTo("2025-10-17");
        var consulted = step(number, "consultThirdParty", "2025-09-19", """
                "sentOn": "2025-09-19", "receivedOn": "2025-09-22", "thirdParty": "示例公司", "content": "补偿协议" """);
        assertThat(consulted.text("state")).isEqualTo("THIRD_PARTY_PENDING");
        assertThat(consulted.json().get("due").isNull()).isTrue();
        var replied =
                step(number, "thirdPartyReplied", "2025-10-15", "\"opinion\": \"DISAGREE\", \"reason\": \"商业秘密\"");
        assertThat(replied.text("due")).isEqualTo("2025-11-06");
        var now = get(number);
        long counted = now.json()
                .get("clock")
                .valueStream()
                .filter(day -> day.get("counted").booleanValue())
                .count();
        assertThat(counted).isEqualTo(20);
        assertThat(now.json()
                        .get("steps")
                        .valueStream()
                        .map(each -> each.get("type").asString()))
                .containsExactly("consultThirdParty", "thirdPartyReplied");
    }

    @Test
    @DisplayName("第三十二条：一次征求几个第三方的，每个意见要写明是谁的，最后一个到了才恢复计算")
    void whoseOpinionItIsIsNamedWhereSeveralWereAsked() {
        var office = token("office@demo-d01");
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        var number = api.post(
                        office,
                        "/requests",
                        request("demo-d01", today.toString()).replace("true", "false"))
                .text("number");
        var path = "/requests/" + number + "/steps";
        var consulted = "\"receivedOn\": \"%s\", \"thirdParty\": \"示例甲公司\\n示例乙公司\", \"content\": \"合同\"";
        api.post(office, path, "{\"type\": \"consultThirdParty\", " + consulted.formatted(today) + "}");
        var reply =
                "{\"type\": \"thirdPartyReplied\", \"opinion\": \"%s\", \"reason\": \"报价\", \"thirdParty\": \"%s\"}";
        var refused = api.post(office, path, reply.formatted("AGREE", "示例丙公司"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("field")).isEqualTo("thirdParty");
        assertThat(refused.text("detail")).contains("thirdParty", "示例甲公司、示例乙公司");
        var first = api.post(office, path, reply.formatted("AGREE", "示例甲公司"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text("state")).isEqualTo("THIRD_PARTY_PENDING");
        var early = api.post(office, path, "{\"type\": \"thirdPartyOverdue\"}");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("article")).isEqualTo("第三十二条");
        var last = api.post(office, path, reply.formatted("DISAGREE", "示例乙公司"));
        assertThat(last.text("state")).isEqualTo("IN_PROGRESS");
        var taken = get(number).json().get("steps").valueStream().toList();
        assertThat(taken).hasSize(2);
        assertThat(taken.getLast().get("opinion").asString()).isEqualTo("DISAGREE");
        assertThat(taken.getLast().get("reason").asString()).isEqualTo("示例甲公司：同意公开，报价；示例乙公司：不同意公开，报价");

        var old = register("demo-d01", "2025-09-15");
        step(old, "consultThirdParty", "2025-09-19", consulted.formatted("2025-09-22"));
        var opinion = "\"opinion\": \"AGREE\", \"thirdParty\": \"示例甲公司%s\"";
        assertThat(step(old, "thirdPartyReplied", "2025-10-15", opinion.formatted(""))
                        .text("detail"))
                .contains("全部第三方");
        assertThat(step(old, "thirdPartyReplied", "2025-10-15", opinion.formatted("\\n示例乙公司"))
                        .text("due"))
                .isEqualTo("2025-11-06");

        var together = register("demo-d01", "2025-09-15");
        step(together, "consultThirdParty", "2025-09-19", consulted.formatted("2025-09-22"));
        assertThat(step(together, "thirdPartyReplied", "2025-10-15", "\"opinion\": \"AGREE\"")
                        .text("due"))
                .isEqualTo("2025-11-06");
    }

    @Test
    @DisplayName("第三十条：补正只能要求一次；不合法的步骤答409并给出条款")
    void barsASecondCorrection() {
        var number = register("demo-d01", "2026-03-02");
        step(number, "requestCorrection", "2026-03-04", "\"items\": [\"文号\"], \"deadline\": \"2026-03-25\"");
        step(number, "correctionReceived", "2026-03-20", "\"text\": \"已补\"");
        assertThat(get(number).text("due")).isEqualTo("2026-04-20");
        var again =
                step(number, "requestCorrection", "2026-03-23", "\"items\": [\"年份\"], \"deadline\": \"2026-04-25\"");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.type()).startsWith("application/problem+json");
        assertThat(again.text("article")).isEqualTo("第三十条");
        assertThat(get(number).json().get("steps").size()).isEqualTo(2);
    }

    @Test
    void countsEachRequestInItsCellsAndTellsTheRecordsBehind() {
        var organ = "demo-d02";
        var granted = register(organ, "2025-12-10");
        var open = register(organ, "2025-12-15");
        step(granted, "decide", "2026-01-05", "\"decision\": \"GRANTED\", \"sub\": \"PROVIDED\"");
        var of2025 = cells(organ, 2025);
        assertThat(of2025.get("t3.new_received.natural")).isEqualTo(2);
        assertThat(of2025.get("t3.carried_out.total")).isEqualTo(2);
        assertThat(of2025.get("t3.granted.total")).isZero();
        var of2026 = cells(organ, 2026);
        assertThat(of2026.get("t3.carried_in.natural")).isEqualTo(2);
        assertThat(of2026.get("t3.granted.total")).isEqualTo(1);
        assertThat(of2026.get("t3.result_total.total")).isEqualTo(1);
        assertThat(of2026.get("t3.carried_out.total")).isEqualTo(1);
        assertThat(of2026).hasSize(190);
        var behind = api.get(token("office@" + organ), "/reports/" + organ + "/2026/cells/t3.carried_out.total");
        assertThat(behind.json()
                        .get("records")
                        .valueStream()
                        .map(each -> each.get("id").asString()))
                .containsExactly(open);
        assertThat(get(granted).text("table3Row")).isEqualTo("granted");
    }

    @Test
    @DisplayName("归档后个人信息的保管期限开始计算，复议诉讼期间不计")
    void beginsTheTermOfPersonalDataWhenAllIsOver() {
        var organ = "demo-d08";
        var number = register(organ, "2026-03-02");
        step(number, "decide", "2026-03-05", "\"decision\": \"GRANTED\", \"sub\": \"PROVIDED\"");
        step(number, "dispatch", "2026-03-05", "\"method\": \"DIRECT\"");
        step(number, "deliver", "2026-03-06", "\"signer\": \"本人\"");
        assertThat(keptUntil(number)).isEmpty();
        step(number, "archive", "2026-03-09", "\"x\": 1");
        var first = keptUntil(number);
        assertThat(first).isPresent();
        var remedy = api.post(token("office@" + organ), "/remedies", """
                {"organ": "%s", "kind": "RECONSIDERATION", "request": "%s", "caseNo": "示复〔2026〕9号",
                 "acceptedOn": "2026-04-01", "backfill": true}
                """.formatted(organ, number))
                .json()
                .get("id")
                .asLong();
        assertThat(keptUntil(number)).isEmpty();
        api.post(
                token("office@" + organ),
                "/remedies/" + remedy + "/outcome",
                "{\"outcome\": \"UPHELD\", \"closedOn\": \"2026-05-11\", \"backfill\": true}");
        assertThat(keptUntil(number).orElseThrow()).isAfter(first.orElseThrow());
    }

    private static Optional<LocalDate> keptUntil(String number) {
        return platform.getBean(JdbcClient.class)
                .sql("""
                        select keep_until from personal.applicant join request.request on request.applicant = applicant.id
                        where number = :number and keep_until is not null
                        """)
                .param("number", number)
                .query(LocalDate.class)
                .optional();
    }

    @Test
    void countsRemediesInTableFour() {
        var organ = "demo-d03";
        var entered = api.post(token("office@" + organ), "/remedies", """
                {"organ": "%s", "kind": "RECONSIDERATION", "caseNo": "示复〔2025〕1号", "acceptedOn": "2025-12-20", "backfill": true}
                """.formatted(organ));
        assertThat(entered.status()).isEqualTo(201);
        var id = entered.json().get("id").asLong();
        var closed = api.post(
                token("office@" + organ),
                "/remedies/" + id + "/outcome",
                "{\"outcome\": \"CORRECTED\", \"closedOn\": \"2026-02-10\", \"backfill\": true}");
        assertThat(closed.status()).isEqualTo(200);
        assertThat(cells(organ, 2025)).containsEntry("t4.rc.pending", 1).containsEntry("t4.rc.total", 1);
        assertThat(cells(organ, 2026)).containsEntry("t4.rc.corrected", 1).containsEntry("t4.rc.pending", 0);
        assertThat(api.post(
                                token("office@" + organ),
                                "/remedies/" + id + "/outcome",
                                "{\"outcome\": \"UPHELD\", \"closedOn\": \"2026-02-11\", \"backfill\": true}")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void tellsNobodyWhatIsNotTheirs() {
        var number = register("demo-d04", "2026-03-02");
        var stranger = token("office@demo-d05");
        var hidden = api.get(stranger, "/requests/" + number);
        var absent = api.get(stranger, "/requests/demo-d04-2026-9999");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.text("detail")).isEqualTo(absent.text("detail"));
        assertThat(api.get(stranger, "/reports/demo-d04/2026/cells").status()).isEqualTo(404);
        for (var admin : List.of("sysadmin", "secadmin", "auditor")) {
            assertThat(api.get(token(admin), "/requests/" + number).status()).isIn(403, 404);
            assertThat(api.get(token(admin), "/reports/demo-d04/2026/cells/t3.new_received.total")
                            .status())
                    .isIn(403, 404);
        }
        assertThat(api.get(null, "/requests/" + number).status()).isEqualTo(401);
    }

    @Test
    void showsApplicantsMasked() {
        var seen = get(register("demo-d01", "2026-03-02")).json().get("applicant");
        assertThat(seen.get("name").asString()).isEqualTo("张*");
        assertThat(seen.toString()).doesNotContain("13800000000", "110101190001010000");
    }

    @Test
    void refusesWhatCannotBeRead() {
        var office = token("office@demo-d01");
        assertThat(api.post(office, "/requests", request("demo-d01", "2026-02-30"))
                        .status())
                .isEqualTo(422);
        assertThat(api.post(office, "/requests", "{\"organ\": \"demo-d01\"}").text("detail"))
                .contains("applicant");
        assertThat(api.post(office, "/requests", "{").status()).isEqualTo(400);
        var number = register("demo-d01", "2026-03-02");
        assertThat(step(number, "jump", "2026-03-03", "\"x\": 1").status()).isEqualTo(422);
        assertThat(step(number, "decide", "2026-03-03", "\"decision\": \"MAYBE\"")
                        .text("detail"))
                .contains("decision");
    }

    @Test
    @DisplayName("没有工作日历的年份、条例施行以前的日期，答422并说明怎样补救")
    void saysWhichYearHasNoCalendar() {
        var early = api.post(token("office@demo-d01"), "/requests", request("demo-d01", "2018-06-01"));
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.text("detail")).contains("2018");
        var number = register("demo-d01", "2026-03-02");
        step(number, "consultThirdParty", "2026-03-03", """
                "receivedOn": "2090-01-05", "thirdParty": "示例公司", "content": "补偿协议" """);
        var overdue = step(number, "thirdPartyOverdue", "2026-03-04", "\"x\": 1");
        assertThat(overdue.status()).isEqualTo(422);
        assertThat(overdue.text("detail")).contains("2090年的工作日历");
    }

    @Test
    @DisplayName("空白的依据不是依据；征求意见的生效日期就是发出之日；案件的结果只登记一次")
    void refusesWhatIsLeftBlankOrContradictsItself() {
        var office = token("office@demo-d01");
        var today = LocalDate.now(Clock.system(ZoneId.of("Asia/Shanghai")));
        var live = api.post(
                office, "/requests", request("demo-d01", today.toString()).replace("true", "false"));
        var blank = api.post(office, "/requests/" + live.text("number") + "/steps", """
                {"type": "decide", "on": "%s", "decision": "DENIED_PROCESS", "reasons": "r", "facts": "f",
                 "legalBasis": ["", " "], "approvedBy": "赵六"}
                """.formatted(today));
        assertThat(blank.status()).isEqualTo(422);
        assertThat(blank.text("field")).isEqualTo("legalBasis");

        var number = register("demo-d01", "2026-03-02");
        var consulted =
                "\"sentOn\": \"2026-03-04\", \"receivedOn\": \"2026-03-05\", \"agency\": \"a\", \"content\": \"b\"";
        assertThat(step(number, "consultAgency", "2026-03-03", consulted).status())
                .isEqualTo(422);
        assertThat(step(number, "consultAgency", "2026-03-04", consulted).status())
                .isEqualTo(200);

        var entered = api.post(office, "/remedies", """
                {"organ": "demo-d01", "kind": "RECONSIDERATION", "caseNo": "示政复〔2026〕1号", "acceptedOn": "2026-03-02"}
                """);
        var outcome = "{\"outcome\": \"UPHELD\", \"closedOn\": \"2026-04-01\"}";
        var path = "/remedies/" + entered.json().get("id").asInt() + "/outcome";
        assertThat(api.post(office, path, outcome).status()).isEqualTo(200);
        var again = api.post(office, path, outcome);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("article")).matches("第[一二三四五六七八九十]+条");
    }

    @Test
    @DisplayName("第三十五条：合理延迟到还没有工作日历的年份，申请照样可以查看，台账逐日写明")
    void showsADelayIntoAYearWithoutCalendar() {
        var number = register("demo-d01", "2026-03-02");
        step(number, "requestExplanation", "2026-03-03", "\"reason\": \"数量\", \"deadline\": \"2026-03-10\"");
        var until = "2090-01-05";
        assertThat(step(number, "grantReasonableDelay", "2026-03-11", "\"until\": \"" + until + "\"")
                        .text("due"))
                .isEqualTo(until);
        var now = get(number);
        assertThat(now.status()).isEqualTo(200);
        var last = now.json().get("clock").valueStream().toList().getLast();
        assertThat(last.get("day").asString()).isEqualTo(until);
        assertThat(last.get("reason").asString()).contains("没有2090年的工作日历");
    }

    @Test
    @DisplayName("同一幂等键只登记一件")
    void registersOnceUnderOneKey() {
        var body = request("demo-d06", "2026-03-02");
        var office = token("office@demo-d06");
        var first = api.post(office, "/requests", body, "key-1");
        var second = api.post(office, "/requests", body, "key-1");
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(cells("demo-d06", 2026)).containsEntry("t3.new_received.total", 1);
    }

    @Test
    void numbersWithoutDoublesWhenManyRegisterAtOnce() throws Exception {
        var office = token("office@demo-d07");
        var body = request("demo-d07", "2026-03-02");
        Callable<Answer> registers = () -> api.post(office, "/requests", body);
        var numbers = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var answer : threads.invokeAll(
                    IntStream.range(0, 64).mapToObj(i -> registers).toList())) {
                assertThat(answer.get().status()).isEqualTo(201);
                numbers.add(answer.get().text("number"));
            }
        }
        assertThat(new HashSet<>(numbers)).hasSize(64);
        assertThat(numbers.stream().sorted().toList().getLast()).endsWith("-0064");
    }

    @Test
    void answersWhatTheFeeComesTo() {
        var quote = api.get(token("office@demo-d01"), "/fees/quote?pieces=55");
        assertThat(quote.json().get("amount").asInt()).isEqualTo(9000);
        assertThat(api.get(token("office@demo-d01"), "/fees/quote?pages=350")
                        .json()
                        .get("amount")
                        .asInt())
                .isEqualTo(8700);
        assertThat(api.get(token("office@demo-d01"), "/fees/quote").status()).isEqualTo(422);
    }

    private static String register(String organ, String day) {
        var answer = api.post(token("office@" + organ), "/requests", request(organ, day));
        assertThat(answer.status()).as(String.valueOf(answer.json())).isEqualTo(201);
        return answer.text("number");
    }

    private static String request(String organ, String day) {
        return """
                {"organ": "%s", "channel": "IN_PERSON", "submittedOn": "%s", "backfill": true, "description": "拆迁补偿标准",
                 "applicant": {"kind": "NATURAL_PERSON", "name": "张三", "idNumber": "110101190001010000", "phone": "13800000000"}}
                """.formatted(organ, day);
    }

    private static Answer step(String number, String type, String on, String more) {
        return api.post(
                token("office@" + organ(number)),
                "/requests/" + number + "/steps",
                "{\"type\": \"%s\", \"on\": \"%s\", \"backfill\": true, %s}".formatted(type, on, more));
    }

    private static Answer get(String number) {
        return api.get(token("office@" + organ(number)), "/requests/" + number);
    }

    private static Map<String, Integer> cells(String organ, int year) {
        var cells = new HashMap<String, Integer>();
        api.get(token("office@" + organ), "/reports/" + organ + "/" + year + "/cells")
                .json()
                .get("cells")
                .properties()
                .forEach(cell -> cells.put(cell.getKey(), cell.getValue().intValue()));
        return cells;
    }

    private static String organ(String number) {
        return number.substring(0, number.length() - "-2026-0001".length());
    }

    private static String token(String login) {
        return TOKENS.computeIfAbsent(
                login,
                name -> platform.getBean(Tokens.class)
                        .create(name, "测试", Tokens.Scope.WRITE, 1)
                        .token());
    }
}
