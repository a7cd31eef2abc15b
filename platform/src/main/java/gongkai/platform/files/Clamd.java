package gongkai.platform.files;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A virus scanner that speaks the protocol of clamd ({@code INSTREAM}). */
final class Clamd {
    private static final int CHUNK = 32 * 1024;
    private static final int LONGEST_ANSWER = 4_096;

    private final String place;
    private final Duration patience;

    /** @param place {@code host:port} or {@code unix:/path} */
    Clamd(String place, Duration patience) {
        this.place = place;
        this.patience = patience;
    }

    /** The name of the virus in the file, if there is one. @throws IOException if the scanner gives no answer in time */
    Optional<String> virus(Path file) throws IOException {
        var address = address();
        try (var channel = SocketChannel.open(
                        address instanceof UnixDomainSocketAddress
                                ? StandardProtocolFamily.UNIX
                                : StandardProtocolFamily.INET);
                var watch = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory())) {
            // A channel has no time-out of its own; closing it ends whatever waits on it.
            var end = watch.schedule(() -> closeQuietly(channel), patience.toMillis(), TimeUnit.MILLISECONDS);
            channel.connect(address);
            send(file, channel);
            var answer = new String(Channels.newInputStream(channel).readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            end.cancel(false);
            return read(answer);
        }
    }

    private static Optional<String> read(String answer) throws IOException {
        if (answer.endsWith(" FOUND")) {
            int colon = answer.indexOf(':');
            return Optional.of(answer.substring(colon + 1, answer.length() - " FOUND".length())
                    .strip());
        }
        if (answer.endsWith("OK")) {
            return Optional.empty();
        }
        throw new IOException("clamd: " + answer);
    }

    private static void send(Path file, SocketChannel channel) throws IOException {
        var out = new DataOutputStream(Channels.newOutputStream(channel));
        out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
        var buffer = new byte[CHUNK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                out.writeInt(read);
                out.write(buffer, 0, read);
            }
        }
        out.writeInt(0);
        out.flush();
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // The reader that waits on it fails by itself.
        }
    }

    private SocketAddress address() {
        if (place.startsWith("unix:")) {
            return UnixDomainSocketAddress.of(place.substring("unix:".length()));
        }
        int colon = place.lastIndexOf(':');
        return new InetSocketAddress(place.substring(0, colon), Integer.parseInt(place.substring(colon + 1)));
    }
}
