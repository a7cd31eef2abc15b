package gongkai.platform.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A request whose body has been read and can be read again. The body of an upload is left to the server, which keeps it on disk. */
final class BufferedRequest extends HttpServletRequestWrapper {
    /** The largest body of a call that is no upload, in bytes. */
    static final int LARGEST = 4 << 20;

    private final byte @org.jspecify.annotations.Nullable [] body;

    private BufferedRequest(HttpServletRequest request, byte @org.jspecify.annotations.Nullable [] body) {
        super(request);
        this.body = body;
    }

    /** @throws TooLargeException when the body is larger than {@link #LARGEST} */
    static BufferedRequest of(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        boolean upload = type != null && type.startsWith("multipart/");
        return new BufferedRequest(request, upload ? null : body(request));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw new TooLargeException();
        }
        var bytes = request.getInputStream().readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new TooLargeException();
        }
        return bytes;
    }

    /** The body is larger than any call may be. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** A hash over method, address and body; of an upload over its parts, for what stands between them is new each time. */
    byte[] fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            var query = getQueryString();
            hash.update((getMethod() + " " + getRequestURI() + "?" + (query == null ? "" : query) + "\n")
                    .getBytes(StandardCharsets.UTF_8));
            return body == null ? uploaded(hash) : hash.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] uploaded(MessageDigest hash) {
        try {
            for (var part : getParts()) {
                hash.update((part.getName() + "\0" + part.getSubmittedFileName() + "\0" + part.getSize() + "\0")
                        .getBytes(StandardCharsets.UTF_8));
                try (var in = new DigestInputStream(part.getInputStream(), hash)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
            return hash.digest();
        } catch (IOException | ServletException e) {
            // Whoever reads the upload will say what is wrong with it.
            return hash.digest();
        }
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            return super.getInputStream();
        }
        var bytes = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                return bytes.read(into, offset, length);
            }
        };
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
