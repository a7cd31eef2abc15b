package gongkai.platform.operations;

import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.database.Database;
import gongkai.platform.database.ExternalDatabase;
import gongkai.platform.database.UnusableDatabaseException;
import gongkai.platform.keys.KeysException;
import gongkai.platform.operations.Command.MisusedException;
import gongkai.platform.operations.Command.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DataAccessException;

/**
 * The commands beside {@code serve}. Each works while the platform runs and while it does not, and several at once: the embedded
 * database is started for the moment if nobody has it open.
 */
public final class Commands {
    private static final Set<String> NAMES =
            Set.of("token", "password", "backup", "restore", "audit", "keys", "doctor");
    private static final String DATA = "--data";
    private static final String USAGE = """
            用法：
              ./gongkai token --login NAME [--days N] [--data DIR]   为某人签发接口令牌（最后一个词就是令牌）
              ./gongkai password --login NAME [--second-factor off] [--data DIR]
                                                                     三员忘记口令又无人能重置时，发一次性口令并解锁；可同时停用动态口令
              ./gongkai backup FILE [--data DIR]                     把数据库和文件的同一时刻备份到一个文件
              ./gongkai restore FILE [--data DIR]                    把备份恢复到空的数据目录
              ./gongkai audit verify [--data DIR]                    核对审计日志是否被改动
              ./gongkai keys rotate [--data DIR]                     启用新密钥并重新加密个人信息，平台可照常运行
              ./gongkai doctor [--data DIR]                          检查运行条件，说明怎样补救

            DIR 默认 data（或 GONGKAI_DATA）。平台运行与否都可以使用。退出状态：0 正常，1 检查不通过，2 用法或输入有误。
            """;

    private final Map<String, String> environment;
    private final Output output;

    Commands(Map<String, String> environment, Output output) {
        this.environment = environment;
        this.output = output;
    }

    /** Whether the first word typed names one of them. */
    public static boolean knows(String... words) {
        return words.length > 0 && NAMES.contains(words[0]);
    }

    /** Runs the command typed and returns the exit status: 0 all is well, 1 a check failed, 2 usage or unreadable input. */
    public static int run(java.io.PrintStream out, java.io.PrintStream err, String... words) {
        System.setProperty("logback.configurationFile", "logback-command.xml");
        return new Commands(System.getenv(), new Output(out, err)).run(Arrays.asList(words));
    }

    int run(List<String> words) {
        var rest = words.subList(1, words.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            output.out().print(USAGE);
            return Command.WELL;
        }
        try {
            return switch (words.getFirst()) {
                case "token" -> token(Command.of(rest, 0, Set.of(DATA, "--login", "--days")));
                case "password" -> password(Command.of(rest, 0, Set.of(DATA, "--login", "--second-factor")));
                case "backup" -> backup(Command.of(rest, 1, Set.of(DATA)));
                case "restore" -> restore(Command.of(rest, 1, Set.of(DATA)));
                case "audit" -> verify(rest);
                case "keys" -> rotate(rest);
                default -> doctor(Command.of(rest, 0, Set.of(DATA)));
            };
        } catch (MisusedException e) {
            output.err().println(e.getMessage());
            return Command.MISUSED;
        } catch (UnusableDatabaseException | KeysException e) {
            output.err().println(e.getMessage());
            return Command.FAILED;
        } catch (SQLException e) {
            output.err().println(ExternalDatabase.reason(e));
            return Command.FAILED;
        } catch (DataAccessException e) {
            output.err().println("数据库出错：" + e.getMostSpecificCause().getMessage() + "。平台升级后请先启动一次，再执行命令");
            return Command.FAILED;
        } catch (IOException e) {
            output.err().println(Trouble.with(e));
            return Command.FAILED;
        }
    }

    private int token(Command command) throws MisusedException, SQLException {
        var login = command.options().get("--login");
        if (login == null || login.isBlank()) {
            throw new MisusedException("请用 --login 指出为谁签发，例如 ./gongkai token --login officer@demo-d01");
        }
        var days = command.options().getOrDefault("--days", "30");
        if (!days.matches("\\d{1,4}") || Integer.parseInt(days) == 0) {
            throw new MisusedException("--days 应为正整数");
        }
        var data = existing(command);
        try (var database = Database.open(data, environment)) {
            return new TokenCommand(output).run(database.address(), data, login, Integer.parseInt(days));
        }
    }

    private int password(Command command) throws MisusedException, SQLException {
        var login = command.options().get("--login");
        if (login == null || login.isBlank()) {
            throw new MisusedException("请用 --login 指出是哪个管理员，例如 ./gongkai password --login secadmin");
        }
        var factor = command.options().get("--second-factor");
        if (factor != null && !factor.equals("off")) {
            throw new MisusedException("--second-factor 只能是 off（停用动态口令）");
        }
        var data = existing(command);
        try (var database = Database.open(data, environment)) {
            return new PasswordCommand(output).run(database.address(), data, login, factor != null);
        }
    }

    private int backup(Command command) throws MisusedException, IOException, SQLException {
        var data = existing(command);
        var file = path(command.words().getFirst());
        try (var database = Database.open(data, environment)) {
            try (var features = new Features(database.address(), data)) {
                features.get(AuditLog.class).write(AuditEntry.of("命令行备份", "备份", String.valueOf(file.getFileName())));
            }
            new Backup(database.address(), data, environment).to(file, output.out());
            return Command.WELL;
        }
    }

    private int restore(Command command) throws MisusedException, IOException, SQLException {
        var file = path(command.words().getFirst());
        try (var archive = Archive.open(file)) {
            new Restore(archive, file, data(command), environment, output).run();
            return Command.WELL;
        }
    }

    private int verify(List<String> words) throws MisusedException, SQLException {
        if (words.isEmpty() || !words.getFirst().equals("verify")) {
            throw new MisusedException("用法：./gongkai audit verify [--data DIR]");
        }
        var data = existing(Command.of(words.subList(1, words.size()), 0, Set.of(DATA)));
        try (var database = Database.open(data, environment)) {
            return new VerifyCommand(environment, output).run(database.address(), data);
        }
    }

    private int rotate(List<String> words) throws MisusedException, SQLException {
        if (words.isEmpty() || !words.getFirst().equals("rotate")) {
            throw new MisusedException("用法：./gongkai keys rotate [--data DIR]");
        }
        var data = existing(Command.of(words.subList(1, words.size()), 0, Set.of(DATA)));
        try (var database = Database.open(data, environment)) {
            return new RotateCommand(environment, output).run(database.address(), data);
        }
    }

    private int doctor(Command command) throws MisusedException {
        return new Doctor(data(command), environment, output).run();
    }

    private Path data(Command command) throws MisusedException {
        var fallback = environment.getOrDefault("GONGKAI_DATA", "data");
        return path(command.options().getOrDefault(DATA, fallback));
    }

    /** The data directory, which must be one already: a command never makes an empty platform by mistake. */
    private Path existing(Command command) throws MisusedException {
        var data = data(command);
        boolean external = !environment.getOrDefault("GONGKAI_DATABASE_URL", "").isBlank();
        if (!external && !Files.isDirectory(data.resolve("postgres/data"))) {
            throw new MisusedException("这里没有平台的数据：" + data + "。请用 --data 指出数据目录");
        }
        return data;
    }

    private static Path path(String typed) throws MisusedException {
        try {
            return Path.of(typed).toAbsolutePath().normalize();
        } catch (InvalidPathException e) {
            throw new MisusedException("“" + typed + "”不是文件名");
        }
    }
}
