package gongkai.platform.files;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A peer that speaks clamd's protocol: finds a virus in whatever begins with EICAR. */
final class FakeClamd implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

    FakeClamd() throws IOException {
        Thread.ofVirtual().start(() -> {
            while (!socket.isClosed()) {
                try (var client = socket.accept()) {
                    answer(client);
                } catch (IOException e) {
                    // The test is over, or the client hung up.
                }
            }
        });
    }

    int port() {
        return socket.getLocalPort();
    }

    private static void answer(Socket client) throws IOException {
        var in = new DataInputStream(client.getInputStream());
        var command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        var start = "";
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            var chunk = new String(in.readNBytes(length), StandardCharsets.UTF_8);
            start = start.isEmpty() ? chunk : start;
        }
        var answer = !command.equals("zINSTREAM\0") || start.startsWith("BROKEN")
                ? "INSTREAM size limit exceeded. ERROR"
                : start.startsWith("EICAR") ? "stream: Eicar-Test-Signature FOUND" : "stream: OK";
        client.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
