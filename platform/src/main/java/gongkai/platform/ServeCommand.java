package gongkai.platform;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** What {@code ./gongkai serve} was asked to do. */
sealed interface ServeCommand {
    int DEFAULT_PORT = 8080;
    int HIGHEST_PORT = 65_535;
    String DEFAULT_ADDRESS = "127.0.0.1";

    String USAGE = """
            用法：./gongkai serve [--port P] [--data DIR] [--sample] [--address A]

            启动平台；就绪时输出一行 ready: http://127.0.0.1:P。默认只在本机（127.0.0.1）上提供服务。

            --port P     端口，默认 8080（或 GONGKAI_PORT）；0 表示任取一个空闲端口
            --data DIR   数据目录，默认 data（或 GONGKAI_DATA）；没有就新建
            --sample     数据目录为空时先装入示例机构和人员
            --address A  提供服务的地址（或 GONGKAI_ADDRESS），例如 0.0.0.0 表示所有网卡

            数据库默认内置在数据目录中；用环境变量 GONGKAI_DATABASE_URL、GONGKAI_DATABASE_USERNAME、
            GONGKAI_DATABASE_PASSWORD 可改用任何 PostgreSQL（15 或更高版本）。
            """;

    /** Start and serve. */
    record Serve(int port, Path data, boolean sample, String address) implements ServeCommand {}

    /** Show how it is used. */
    record Help(String text) implements ServeCommand {}

    /** It was typed in a way that means nothing. */
    record Misused(String message) implements ServeCommand {}

    /** Understands the words after {@code serve}; what they leave out the environment may say. */
    static ServeCommand parse(String... words) {
        var port = setting("GONGKAI_PORT", String.valueOf(DEFAULT_PORT));
        var data = setting("GONGKAI_DATA", "data");
        var address = setting("GONGKAI_ADDRESS", DEFAULT_ADDRESS);
        boolean sample = false;
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (word.equals("--help") || word.equals("-h")) {
                return new Help(USAGE);
            }
            if (word.equals("--sample")) {
                sample = true;
                continue;
            }
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (!name.equals("--port") && !name.equals("--data") && !name.equals("--address")) {
                return new Misused("没有“" + name + "”这个选项。用法见：./gongkai serve --help");
            }
            if (equals < 0 && i + 1 == words.length) {
                return new Misused("选项 " + name + " 后面缺少值。用法见：./gongkai serve --help");
            }
            var value = equals < 0 ? words[++i] : word.substring(equals + 1);
            switch (name) {
                case "--data" -> data = value;
                case "--address" -> address = value;
                default -> port = value;
            }
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > HIGHEST_PORT) {
            return new Misused("“" + port + "”不是端口号，应为 0 到 65535 的整数");
        }
        try {
            return new Serve(Integer.parseInt(port), Path.of(data), sample, address);
        } catch (InvalidPathException e) {
            return new Misused("“" + data + "”不是目录名");
        }
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }
}
