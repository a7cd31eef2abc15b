package gongkai.annualreport.writing;

import java.util.stream.Stream;

/**
 * Prints other documents of an organ as the library prints its reports: the fonts inside, the same pages on every machine. A page is
 * XHTML with its style sheet; {@code font-family} is {@code Song;} (宋体, 仿宋, 楷体) or {@code Hei;} (黑体), each with its semicolon.
 */
public final class Paper {
    private Paper() {}

    /**
     * A tagged PDF. A character that neither our fonts nor those of the machine have is drawn as {@code □}.
     *
     * @param xhtml well-formed, with language and title; pictures as {@code data:} addresses, for nothing is fetched
     */
    public static byte[] pdf(String title, String xhtml) {
        var fallback = SystemFonts.forMissing(Stream.of(xhtml));
        int styled = xhtml.indexOf("</style>") + 1;
        var page = fallback.style(xhtml.substring(0, styled)) + fallback.drawable(xhtml.substring(styled));
        return PdfWriter.write(page, fallback, title, xhtml.hashCode());
    }

    /** An OFD document with the pages of a PDF that {@link #pdf} made: text and straight lines. */
    public static byte[] ofd(String title, byte[] pdf) {
        return OfdWriter.write(title, pdf);
    }
}
