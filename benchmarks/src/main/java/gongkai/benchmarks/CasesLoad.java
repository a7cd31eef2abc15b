package gongkai.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Work lists and table 3 over a million cases of 5,000 organs, generated in the database beside the sample: the list page over HTTP beside the
 * same page over 10,000 cases, table 3 of one organ and year and of a whole province in the database.
 */
final class CasesLoad {
    private static final int CASES = 1_000_000;
    private static final int ORGANS = 5_000;
    private static final int FEW = 10_000;
    private static final int PAGES = 400;
    private static final int ORGAN_YEARS = 200;
    private static final int YEAR = 2025;
    private static final String LOGIN = "office@demo-d01";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** What the platform asks for table 3. */
    private static final String TABLE_3 = """
            select applicant_kind,
                   case when receipt_on >= ? then 'NEW_RECEIVED' else 'CARRIED_IN' end as came,
                   case when ended_on < ? then result_row else 'CARRIED_OUT' end as result,
                   count(*) as number
            from request.request
            where organ = any(?) and receipt_on < ? and (ended_on is null or ended_on >= ?)
            group by 1, 2, 3
            """;

    private CasesLoad() {}

    /** @param words how many cases and of how many organs, if not a million of 5,000 */
    public static void main(String... words) throws Exception {
        int cases = words.length > 0 ? Integer.parseInt(words[0]) : CASES;
        int organs = words.length > 1 ? Integer.parseInt(words[1]) : ORGANS;
        int each = cases / organs;
        try (var served = Served.start();
                var database = served.connect()) {
            var client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
            signIn(client, served);
            organs(database, organs);
            int few = Math.max(1, FEW / each);
            generate(database, 1, few, each);
            // The first pages are slow because nothing is compiled yet, not because of the cases.
            list(client, served);
            double before = list(client, served);
            System.out.printf("list page, %,d cases: p99 %.1f ms%n", few * each, before);
            generate(database, few + 1, organs, each);
            double after = list(client, served);
            System.out.printf(
                    "list page, %,d cases: p99 %.1f ms, %.1f times (at most 3)%n", cases, after, after / before);
            System.out.printf(
                    "table 3 of an organ and year: median %.2f ms (at most 5)%n", organYears(database, organs));
            System.out.printf(
                    "table 3 of a province and year, %,d organs: %.0f ms (at most 1000)%n", organs, province(database));
        }
    }

    /** The first organ is the one whose list is looked at; the others stand below the invented province. */
    private static void organs(Connection database, int organs) throws SQLException {
        run(database, "create table if not exists public.load_organ (n int primary key, organ bigint not null)");
        run(database, "insert into public.load_organ select 1, id from organ.organ where code = 'demo-d01'");
        run(database, "insert into organ.organ (code) select 'load-' || n from generate_series(2, " + organs + ") n");
        run(database, """
                insert into organ.period (organ, since, name, short_name, kind, parent)
                select id, date '2010-01-01', '示例单位' || code, '示例单位' || code, 'DEPARTMENT',
                       (select id from organ.organ where code = 'demo-gov')
                from organ.organ where code like 'load-%'
                """);
        run(database, """
                insert into public.load_organ
                select substring(code from 6)::int, id from organ.organ where code like 'load-%'
                """);
        run(database, """
                insert into personal.applicant (id, organ, kind, added_at)
                select gen_random_uuid(), organ, 'NATURAL_PERSON', now() from public.load_organ
                """);
    }

    /** Cases of the organs from one number to another, spread over three years, nine of ten ended. */
    private static void generate(Connection database, int from, int to, int each) throws SQLException {
        run(database, """
                insert into request.request (number, organ, year, running, query_code, channel, applicant, applicant_kind,
                    submitted_on, description, wanted_form, wanted_delivery, backfilled, recorded_at, state, receipt_on, due,
                    extended, decision, result_row, ended_on, judged_on, steps)
                select 'load-' || o.n || '-' || i, o.organ, 2000, i, 'none', 'IN_PERSON', a.id,
                    (array['NATURAL_PERSON', 'NATURAL_PERSON', 'NATURAL_PERSON', 'BUSINESS_ENTERPRISE', 'LEGAL_SERVICE_ORG',
                           'OTHER_ORG'])[1 + i %% 6],
                    d.day, '示例申请内容 ' || i, '', '', true, now(),
                    case when i %% 10 = 0 then 'REGISTERED' else 'DELIVERED' end, d.day, d.day + 28, false,
                    case when i %% 10 = 0 then null else r.row end, case when i %% 10 = 0 then null else r.row end,
                    case when i %% 10 = 0 then null else d.day + 15 end, case when i %% 10 = 0 then null else d.day + 15 end, 1
                from (select * from public.load_organ where n between %d and %d) o
                cross join generate_series(1, %d) i
                join personal.applicant a on a.organ = o.organ and a.name is null
                cross join lateral (select date '2023-01-02' + (i * 1000 / %d + o.n %% 37) as day) d
                cross join lateral (select (array['GRANTED', 'GRANTED', 'PARTIAL', 'DENIED_INTERNAL', 'UNAVAIL_NOT_HELD',
                    'REFUSED_DUPLICATE', 'OTHER_MISC'])[1 + i %% 7] as row) r
                """.formatted(from, to, each, each));
        run(database, "vacuum analyze request.request");
    }

    private static double list(HttpClient client, Served served) throws IOException, InterruptedException {
        var page = served.address() + "/office/requests?view=all";
        for (int i = 0; i < PAGES; i++) {
            get(client, page);
        }
        var times = new long[PAGES];
        for (int i = 0; i < PAGES; i++) {
            long start = System.nanoTime();
            if (get(client, page).statusCode() != 200) {
                throw new IOException("the list was refused");
            }
            times[i] = System.nanoTime() - start;
        }
        Arrays.sort(times);
        return times[(int) (0.99 * (PAGES - 1))] / 1e6;
    }

    private static double organYears(Connection database, int organs) throws SQLException {
        var times = new long[ORGAN_YEARS];
        try (var asked = database.prepareStatement(TABLE_3);
                var organ = database.prepareStatement("select organ from public.load_organ where n = ?")) {
            for (int round = 0; round < 2; round++) {
                for (int i = 0; i < ORGAN_YEARS; i++) {
                    organ.setInt(1, 1 + (i * 7919) % organs);
                    long id;
                    try (var found = organ.executeQuery()) {
                        found.next();
                        id = found.getLong(1);
                    }
                    times[i] = time(database, asked, id);
                }
            }
        }
        Arrays.sort(times);
        return times[ORGAN_YEARS / 2] / 1e6;
    }

    private static double province(Connection database) throws SQLException {
        long[] all;
        try (var asked = database.createStatement();
                var found = asked.executeQuery("select organ from public.load_organ")) {
            var ids = LongStream.builder();
            while (found.next()) {
                ids.add(found.getLong(1));
            }
            all = ids.build().toArray();
        }
        try (var asked = database.prepareStatement(TABLE_3)) {
            time(database, asked, all);
            return time(database, asked, all) / 1e6;
        }
    }

    private static long time(Connection database, PreparedStatement asked, long... organs) throws SQLException {
        var first = Date.valueOf(LocalDate.of(YEAR, 1, 1));
        var next = Date.valueOf(LocalDate.of(YEAR + 1, 1, 1));
        asked.setDate(1, first);
        asked.setDate(2, next);
        asked.setArray(
                3,
                database.createArrayOf("bigint", LongStream.of(organs).boxed().toArray()));
        asked.setDate(4, next);
        asked.setDate(5, first);
        long start = System.nanoTime();
        try (var found = asked.executeQuery()) {
            while (found.next()) {
                found.getInt("number");
            }
        }
        return System.nanoTime() - start;
    }

    private static void run(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static HttpResponse<byte[]> get(HttpClient client, String where) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(where)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static void signIn(HttpClient client, Served served) throws IOException, InterruptedException {
        var token =
                CSRF.matcher(new String(get(client, served.address() + "/login").body(), StandardCharsets.UTF_8));
        var form = "username=" + URLEncoder.encode(LOGIN, StandardCharsets.UTF_8) + "&password="
                + URLEncoder.encode(served.password(), StandardCharsets.UTF_8)
                + "&_csrf=" + (token.find() ? URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) : "");
        client.send(
                HttpRequest.newBuilder(URI.create(served.address() + "/login"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }
}
