package gongkai.platform.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** The name of an uploaded file, made harmless. */
final class FileName {
    private static final int LONGEST = 120;

    private FileName() {}

    /** The name without path, control characters and signs that turn the direction of writing; never empty. */
    static String clean(String typed) {
        var valid = new String(typed.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        var name = Normalizer.normalize(valid, Normalizer.Form.NFC)
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}<>:\"|?*;]", "")
                .strip()
                .replaceAll("^\\.+|[. ]+$", "");
        if (name.isEmpty()) {
            return "未命名";
        }
        int points = name.codePointCount(0, name.length());
        if (points <= LONGEST) {
            return name;
        }
        var extension = extension(name);
        int kept = LONGEST - extension.length() - 2;
        return name.substring(0, name.offsetByCodePoints(0, kept)) + "…" + (extension.isEmpty() ? "" : "." + extension);
    }

    /** Its ending in lower case without the dot; empty if it has none, or one longer than any we know. */
    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        var extension = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.length() > 10 ? "" : extension;
    }
}
