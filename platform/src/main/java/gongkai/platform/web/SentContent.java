package gongkai.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * What was sent with a form, told by 32 bytes: its address, its fields, its files. The proof of origin is one of the fields, as random as a key, so
 * that nobody finds out from the digest what was typed.
 */
final class SentContent {
    private SentContent() {}

    static byte[] digest(HttpServletRequest request) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
                write(out, request.getRequestURI());
                for (var field : new TreeMap<>(request.getParameterMap()).entrySet()) {
                    write(out, field.getKey());
                    for (var value : field.getValue()) {
                        write(out, value);
                    }
                }
                var sent = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
                if (sent != null) {
                    for (var field : sent.getMultiFileMap().values()) {
                        for (var file : field) {
                            write(out, file);
                        }
                    }
                }
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(OutputStream out, MultipartFile file) throws IOException {
        write(out, file.getName() + "/" + file.getOriginalFilename() + "/" + file.getSize());
        try (InputStream content = file.getInputStream()) {
            content.transferTo(out);
        }
    }

    /** With its length before it, so that what stands in two fields cannot be taken for what stands in one. */
    private static void write(OutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        out.write(bytes);
    }
}
