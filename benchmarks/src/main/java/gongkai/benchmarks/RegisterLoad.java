package gongkai.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Registering a request over HTTP, complete and durable, beside a bare transaction of one request row, one step row and one select on the
 * same PostgreSQL, with 8 and with 32 clients, by turns.
 */
final class RegisterLoad {
    /** Short turns, so that whatever else the machine does meanwhile slows both alike. */
    private static final long SECONDS = 2;

    private static final int WARM_UP = 25;
    private static final int ROUNDS = 20;
    private static final String REQUEST = """
            {"organ": "demo-d01", "channel": "IN_PERSON", "submittedOn": "2026-03-02",
             "applicant": {"kind": "NATURAL_PERSON", "name": "张三", "phone": "13800000000", "address": "示例市示例路1号"},
             "description": "关于示例路改造项目补偿标准的文件", "wantedForm": "纸质", "wantedDelivery": "邮寄"}
            """;

    /** Rows as wide as the platform's, with their indexes, without what hangs on them. */
    private static final List<String> TABLES = List.of(
            "create schema bench",
            "create table bench.request (like request.request including all)",
            "create table bench.step (like request.step including all)");

    private static final String ROW = """
            insert into bench.request (number, organ, year, running, query_code, channel, applicant, applicant_kind, submitted_on, description,
                wanted_form, wanted_delivery, backfilled, recorded_at, state, receipt_on, due, extended)
            values (?, 1, 2026, ?, 'none', 'IN_PERSON', gen_random_uuid(), 'NATURAL_PERSON', date '2026-03-02',
                '关于示例路改造项目补偿标准的文件', '纸质', '邮寄', false, now(), 'REGISTERED', date '2026-03-02', date '2026-03-30', false)
            returning id
            """;
    private static final String STEP = """
            insert into bench.step (request, seq, type, on_day, recorded_at, backfilled, fields)
            values (?, 1, 'REGISTER', date '2026-03-02', now(), false, '{}')
            """;
    private static final String SELECT = "select * from bench.request where number = ?";

    private RegisterLoad() {}

    /** One client. */
    private interface Client extends AutoCloseable {
        void once() throws Exception;

        @Override
        void close() throws Exception;
    }

    /** Makes clients. */
    private interface Clients {
        Client next() throws Exception;
    }

    public static void main(String... words) throws Exception {
        try (var served = Served.start()) {
            try (var database = served.connect();
                    var statement = database.createStatement()) {
                for (var table : TABLES) {
                    statement.execute(table);
                }
            }
            var token = served.token("office@demo-d01");
            var running = new AtomicLong();
            try (var ours = new Crowd(32, () -> new Caller(URI.create(served.address()), token));
                    var bare = new Crowd(32, () -> new Bare(served.connect(), running))) {
                // A platform that serves has long been warm.
                for (int round = 0; round < WARM_UP; round++) {
                    ours.perSecond();
                }
                bare.perSecond();
            }
            for (int clients : new int[] {8, 32}) {
                try (var ours = new Crowd(clients, () -> new Caller(URI.create(served.address()), token));
                        var bare = new Crowd(clients, () -> new Bare(served.connect(), running))) {
                    double registered = 0;
                    double floor = 0;
                    for (int round = 0; round < ROUNDS; round++) {
                        floor += bare.perSecond() / ROUNDS;
                        registered += ours.perSecond() / ROUNDS;
                    }
                    System.out.printf(
                            "registering, %d clients: %.0f/s, bare transactions %.0f/s, ratio %.2f (at least 0.4)%n",
                            clients, registered, floor, registered / floor);
                }
            }
        }
    }

    /** Clients that do the same at the same time, and keep their connections between turns. */
    private static final class Crowd implements AutoCloseable {
        private final List<Client> clients = new ArrayList<>();

        Crowd(int size, Clients made) throws Exception {
            for (int i = 0; i < size; i++) {
                clients.add(made.next());
            }
        }

        /** Lets them work for a turn. @return how much they did in a second */
        double perSecond() throws Exception {
            long start = System.nanoTime();
            long end = start + TimeUnit.SECONDS.toNanos(SECONDS);
            long done = 0;
            try (var threads = Executors.newFixedThreadPool(clients.size())) {
                List<Callable<Long>> loops = new ArrayList<>();
                for (var client : clients) {
                    loops.add(() -> repeat(client, end));
                }
                for (var loop : threads.invokeAll(loops)) {
                    done += loop.get();
                }
            }
            return done / ((System.nanoTime() - start) / 1e9);
        }

        @Override
        public void close() throws Exception {
            for (var client : clients) {
                client.close();
            }
        }
    }

    private static long repeat(Client client, long end) throws Exception {
        long done = 0;
        while (System.nanoTime() < end) {
            client.once();
            done++;
        }
        return done;
    }

    /** Sends the same bytes again and again over a connection that stays open, so that the sender costs next to nothing. */
    private static final class Caller implements Client {
        private static final Pattern LENGTH =
                Pattern.compile("\r\nContent-Length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);

        private final URI address;
        private final byte[] message;
        private final byte[] answer = new byte[16_384];
        private @Nullable Socket socket;

        Caller(URI address, String token) {
            this.address = address;
            var body = REQUEST.getBytes(StandardCharsets.UTF_8);
            var head = "POST /api/v1/requests HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: Bearer " + token + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length + "\r\n\r\n";
            message = (head + REQUEST).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void once() throws IOException {
            var open = socket;
            if (open == null) {
                open = new Socket(address.getHost(), address.getPort());
                open.setTcpNoDelay(true);
                socket = open;
            }
            open.getOutputStream().write(message);
            var told = answer(open.getInputStream());
            if (!told.startsWith("HTTP/1.1 201")) {
                throw new IOException("not registered: " + told);
            }
            if (told.toLowerCase(Locale.ROOT).contains("\r\nconnection: close")) {
                close();
            }
        }

        private String answer(InputStream in) throws IOException {
            int read = 0;
            while (true) {
                int more = in.read(answer, read, answer.length - read);
                if (more < 0) {
                    throw new IOException("the platform closed the connection");
                }
                read += more;
                var told = new String(answer, 0, read, StandardCharsets.ISO_8859_1);
                int head = told.indexOf("\r\n\r\n") + 4;
                var length = LENGTH.matcher(told);
                if (head >= 4
                        && (length.find()
                                ? read >= head + Integer.parseInt(length.group(1))
                                : told.endsWith("0\r\n\r\n"))) {
                    return told;
                }
            }
        }

        @Override
        public void close() throws IOException {
            var open = socket;
            socket = null;
            if (open != null) {
                open.close();
            }
        }
    }

    private record Bare(
            Connection database,
            AtomicLong running,
            PreparedStatement row,
            PreparedStatement step,
            PreparedStatement select)
            implements Client {
        Bare(Connection database, AtomicLong running) throws SQLException {
            this(
                    database,
                    running,
                    database.prepareStatement(ROW),
                    database.prepareStatement(STEP),
                    database.prepareStatement(SELECT));
            database.setAutoCommit(false);
        }

        @Override
        public void once() throws SQLException {
            int next = Math.toIntExact(running.incrementAndGet());
            row.setString(1, "bench-" + next);
            row.setInt(2, next);
            try (var added = row.executeQuery()) {
                added.next();
                step.setLong(1, added.getLong(1));
            }
            step.executeUpdate();
            select.setString(1, "bench-" + next);
            try (var found = select.executeQuery()) {
                found.next();
            }
            database.commit();
        }

        @Override
        public void close() throws SQLException {
            database.close();
        }
    }
}
