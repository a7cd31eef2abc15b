package gongkai.platform.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.springframework.core.io.ClassPathResource;

/**
 * The stylesheets, scripts and pictures of our pages. Few and small, so they are kept in memory, packed once. Their addresses name their content, so a
 * browser may keep them for ever.
 */
final class Assets {
    private static final Map<String, Kind> FILES = Map.of(
            "style.css", new Kind(List.of("assets/pico.css", "assets/style.css"), "text/css;charset=UTF-8"),
            "page.js", new Kind(List.of("assets/page.js"), "text/javascript;charset=UTF-8"),
            "redaction.js", new Kind(List.of("assets/redaction.js"), "text/javascript;charset=UTF-8"),
            "icons.svg", new Kind(List.of("assets/icons.svg"), "image/svg+xml"),
            "favicon.svg", new Kind(List.of("assets/favicon.svg"), "image/svg+xml"),
            "htmx.js",
                    new Kind(
                            List.of("META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js"),
                            "text/javascript;charset=UTF-8"));
    private static final Map<String, Asset> ALL = read();
    private static final int SHORT = 10;

    private Assets() {}

    /** Where the parts of a file lie, one after the other. */
    private record Kind(List<String> places, String type) {}

    /** A file as it is sent. */
    record Asset(String type, String version, byte[] plain, byte[] packed) {}

    /** Where that file is found. */
    static String address(String name) {
        var asset = ALL.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no asset named " + name);
        }
        return "/assets/" + asset.version() + "/" + name;
    }

    static Optional<Asset> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    private static Map<String, Asset> read() {
        var all = new HashMap<String, Asset>();
        FILES.forEach((name, kind) -> all.put(name, asset(kind)));
        return Map.copyOf(all);
    }

    private static Asset asset(Kind kind) {
        try {
            var parts = new ByteArrayOutputStream();
            for (var place : kind.places()) {
                try (var in = new ClassPathResource(place).getInputStream()) {
                    in.transferTo(parts);
                }
            }
            var plain = parts.toByteArray();
            var packed = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(packed)) {
                zip.write(plain);
            }
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(plain))
                    .substring(0, SHORT);
            return new Asset(kind.type(), hash, plain, packed.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
