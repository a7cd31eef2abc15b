package gongkai.platform.operations;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Whether a server named in the settings answers. */
final class Reachable {
    private static final int MILLIS = 3_000;

    private Reachable() {}

    static Finding of(String subject, String host, String port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), MILLIS);
            return Finding.good(subject, host + ":" + port + " 可以连接");
        } catch (NumberFormatException e) {
            return Finding.bad(subject, "“" + port + "”不是端口号", "改正设置");
        } catch (IOException e) {
            return Finding.bad(subject, host + ":" + port + " 连接不上", "检查地址、端口和网络");
        }
    }
}
