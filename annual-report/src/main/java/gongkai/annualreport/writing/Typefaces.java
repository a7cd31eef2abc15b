package gongkai.annualreport.writing;

/** The open typefaces that come with the library, for other documents of an organ. */
public final class Typefaces {
    private Typefaces() {}

    /** A serif face in place of 宋体 and 仿宋, as a TrueType file; the caller gets a copy. */
    public static byte[] song() {
        return PageFonts.SONG.bytes().clone();
    }

    /** Whether {@link #song} can draw the character. */
    public static boolean has(int character) {
        return PageFonts.has(character);
    }
}
