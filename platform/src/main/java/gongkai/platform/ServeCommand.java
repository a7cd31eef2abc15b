package gongkai.platform;

import java.nio.file.Path;

/** What {@code ./gongkai serve} was asked to do. */
sealed interface ServeCommand {
    int DEFAULT_PORT = 8080;
    int HIGHEST_PORT = 65_535;

    /** Start and serve. */
    record Serve(int port, Path data, boolean sample) implements ServeCommand {}

    /** Show how it is used. */
    record Help(String text) implements ServeCommand {}

    /** It was typed in a way that means nothing. */
    record Misused(String message) implements ServeCommand {}

    static ServeCommand parse(String... words) {
        int port = DEFAULT_PORT;
        var data = Path.of("data");
        boolean sample = false;
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (word.equals("--help") || word.equals("-h")) {
                return new Help("""
                        用法：./gongkai serve [--port P] [--data DIR] [--sample]

                        启动平台，只在本机（127.0.0.1）上提供服务；就绪时输出一行 ready: http://127.0.0.1:P。

                        --port P    端口，默认 8080；0 表示任取一个空闲端口
                        --data DIR  数据目录，默认 data
                        --sample    数据目录为空时先装入示例机构和人员
                        """);
            }
            if (word.equals("--sample")) {
                sample = true;
                continue;
            }
            int equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (!name.equals("--port") && !name.equals("--data")) {
                return new Misused("没有“" + name + "”这个选项。用法见：./gongkai serve --help");
            }
            if (equals < 0 && i + 1 == words.length) {
                return new Misused("选项 " + name + " 后面缺少值。用法见：./gongkai serve --help");
            }
            var value = equals < 0 ? words[++i] : word.substring(equals + 1);
            if (name.equals("--data")) {
                data = Path.of(value);
                continue;
            }
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
                return new Misused("“" + value + "”不是端口号，应为 0 到 65535 的整数");
            }
            port = Integer.parseInt(value);
        }
        return new Serve(port, data, sample);
    }
}
