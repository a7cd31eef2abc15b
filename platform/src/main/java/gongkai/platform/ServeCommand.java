package gongkai.platform;

/** What {@code ./gongkai serve} was asked to do. */
sealed interface ServeCommand {
    int DEFAULT_PORT = 8080;
    int HIGHEST_PORT = 65_535;

    /** Start and serve. */
    record Serve(int port) implements ServeCommand {}

    /** Show how it is used. */
    record Help(String text) implements ServeCommand {}

    /** It was typed in a way that means nothing. */
    record Misused(String message) implements ServeCommand {}

    static ServeCommand parse(String... words) {
        int port = DEFAULT_PORT;
        for (int i = 0; i < words.length; i++) {
            var word = words[i];
            if (word.equals("--help") || word.equals("-h")) {
                return new Help("""
                        用法：./gongkai serve [--port P]

                        启动平台，只在本机（127.0.0.1）上提供服务；就绪时输出一行 ready: http://127.0.0.1:P。

                        --port P  端口，默认 8080；0 表示任取一个空闲端口
                        """);
            }
            String value;
            if (word.startsWith("--port=")) {
                value = word.substring("--port=".length());
            } else if (word.equals("--port") && i + 1 < words.length) {
                value = words[++i];
            } else if (word.equals("--port")) {
                return new Misused("选项 --port 后面缺少端口号。用法见：./gongkai serve --help");
            } else {
                return new Misused("没有“" + word + "”这个选项。用法见：./gongkai serve --help");
            }
            if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > HIGHEST_PORT) {
                return new Misused("“" + value + "”不是端口号，应为 0 到 65535 的整数");
            }
            port = Integer.parseInt(value);
        }
        return new Serve(port);
    }
}
