package gongkai.annualreport.opening;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title an office program keeps in a file, if a person wrote it. */
final class FileTitle {
    private static final Pattern PROGRAM = Pattern.compile("^Microsoft (Office )?(Word|Excel|PowerPoint) - ");
    private static final Pattern ENDING =
            Pattern.compile("\\.(docx?|xlsx?|wps|et|pdf|ofd|html?|txt|rtf)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");

    private FileTitle() {}

    static @Nullable String of(@Nullable String property) {
        if (property == null || !IDEOGRAPH.matcher(property).find()) {
            return null;
        }
        var title = PROGRAM.matcher(property.strip()).replaceFirst("");
        return ENDING.matcher(title).replaceFirst("").strip();
    }
}
