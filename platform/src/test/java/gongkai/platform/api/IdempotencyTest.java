package gongkai.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import gongkai.platform.TestDatabase;
import gongkai.platform.audit.WhoActs.Acting;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

class IdempotencyTest {
    private static DataSource source;
    private static JdbcClient database;

    private final ThreadLocal<Long> person = ThreadLocal.withInitial(() -> 1L);
    private final AtomicInteger runs = new AtomicInteger();
    private Instant now = Instant.parse("2026-03-02T01:00:00Z");

    @BeforeAll
    static void makeTables() {
        source = new DriverManagerDataSource(TestDatabase.empty());
        database = JdbcClient.create(source);
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V080__api_answers.sql")).execute(source);
        database.sql("create table thing (id bigint generated always as identity primary key)")
                .update();
    }

    @BeforeEach
    void empty() {
        database.sql("truncate api.answer").update();
        database.sql("truncate thing").update();
    }

    @Test
    void answersTheSameCallOnce() throws Exception {
        var first = post("k", "{}", makesAThing());
        var second = post("k", "{}", makesAThing());
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(first.getContentAsString()).isEqualTo("{\"run\":1}");
        assertThat(second.getStatus()).isEqualTo(201);
        assertThat(second.getContentAsString()).isEqualTo("{\"run\":1}");
        assertThat(second.getContentType()).isEqualTo(first.getContentType());
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void answersCallsAtTheSameMomentOnce() throws Exception {
        int callers = 8;
        var together = new CountDownLatch(callers);
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var calls = IntStream.range(0, callers)
                    .mapToObj(number -> threads.submit(() -> {
                        together.countDown();
                        together.await();
                        return post("k", "{}", makesAThing()).getContentAsString();
                    }))
                    .toList();
            for (var call : calls) {
                assertThat(call.get()).isEqualTo("{\"run\":1}");
            }
        }
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void refusesTheKeyForAnotherBody() throws Exception {
        post("k", "{}", makesAThing());
        var other = post("k", "{\"x\":1}", makesAThing());
        assertThat(other.getStatus()).isEqualTo(422);
        assertThat(other.getContentType()).isEqualTo("application/problem+json");
        assertThat(other.getContentAsString(StandardCharsets.UTF_8)).contains("\"status\":422", "已用于另一个");
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void keepsTheKeysOfPeopleApart() throws Exception {
        post("k", "{}", makesAThing());
        person.set(2L);
        assertThat(post("k", "{}", makesAThing()).getContentAsString()).isEqualTo("{\"run\":2}");
        assertThat(things()).isEqualTo(2);
    }

    @Test
    void keepsARefusalAndNothingOfItsWork() throws Exception {
        var first = post("k", "{}", refuses(409));
        var second = post("k", "{}", makesAThing());
        assertThat(List.of(first.getStatus(), second.getStatus())).containsOnly(409);
        assertThat(things()).isZero();
    }

    @Test
    void triesAgainAfterAnErrorOfOurs() throws Exception {
        assertThat(post("k", "{}", refuses(500)).getStatus()).isEqualTo(500);
        assertThat(post("k", "{}", makesAThing()).getStatus()).isEqualTo(201);
        assertThat(things()).isEqualTo(1);
    }

    @Test
    void forgetsAfterADay() throws Exception {
        post("k", "{}", makesAThing());
        now = now.plus(Duration.ofHours(23));
        assertThat(post("k", "{}", makesAThing()).getContentAsString()).isEqualTo("{\"run\":1}");
        now = now.plus(Duration.ofHours(2));
        assertThat(post("k", "{}", makesAThing()).getContentAsString()).isEqualTo("{\"run\":2}");
    }

    private FilterChain makesAThing() {
        return (request, response) -> {
            int run = runs.incrementAndGet();
            request.getInputStream().readAllBytes();
            database.sql("insert into thing default values").update();
            var answer = (jakarta.servlet.http.HttpServletResponse) response;
            answer.setStatus(201);
            answer.setContentType("application/json");
            answer.getOutputStream().write(("{\"run\":" + run + "}").getBytes(StandardCharsets.UTF_8));
        };
    }

    private static FilterChain refuses(int status) {
        return (request, response) -> {
            database.sql("insert into thing default values").update();
            ((jakarta.servlet.http.HttpServletResponse) response).setStatus(status);
        };
    }

    private MockHttpServletResponse post(String key, String body, FilterChain chain) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.addHeader(IdempotencyFilter.HEADER, key);
        request.setContentType("application/json");
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        var filter = new IdempotencyFilter(
                new Answers(database, Clock.fixed(now, ZoneId.of("Asia/Shanghai"))),
                () -> new Acting(person.get(), "officer@demo-d01", "127.0.0.1"),
                new TransactionTemplate(new DataSourceTransactionManager(source)),
                new Problems(JsonMapper.builder().build()));
        filter.doFilter(request, response, chain);
        return response;
    }

    private static long things() {
        return database.sql("select count(*) from thing").query(Long.class).single();
    }
}
