package gongkai.annualreport.writing;

import java.util.List;
import java.util.stream.Stream;

/** The open typefaces that come with the library, for other documents of an organ. */
public final class Typefaces {
    private Typefaces() {}

    /** A serif face in place of 宋体 and 仿宋, as a TrueType file; the caller gets a copy. */
    public static byte[] song() {
        return PageFonts.SONG.bytes().clone();
    }

    /** The characters of that text which {@link Paper} draws as {@code □}, because neither our fonts nor those of this machine have them. */
    public static List<String> undrawable(String text) {
        return SystemFonts.forMissing(Stream.of(text)).missing().stream()
                .sorted()
                .map(Character::toString)
                .toList();
    }

    /** Whether {@link #song} can draw the character. */
    public static boolean has(int character) {
        return PageFonts.has(character);
    }
}
