package gongkai.annualreport.writing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The open fonts that come with the library, in place of 宋体, 仿宋 and 楷体 (Noto Serif SC) and 黑体 (Noto Sans SC), so that pages look the same
 * on every machine and without network. They have the characters of 通用规范汉字表 and GB 2312, and HanaMinB those beyond the basic plane that
 * names are written with; see {@code docs/decisions/fonts.md}.
 */
enum PageFonts {
    SONG("Song", 400, "NotoSerifSC-Regular.ttf"),
    SONG_BOLD("Song", 700, "NotoSerifSC-Bold.ttf"),
    HEI("Hei", 400, "NotoSansSC-Medium.ttf"),
    RARE("RareHan", 400, "HanaMinB.ttf");

    private static final Map<String, byte[]> LOADED = new ConcurrentHashMap<>();

    private final String family;
    private final int weight;
    private final String file;

    PageFonts(String family, int weight, String file) {
        this.family = family;
        this.weight = weight;
        this.file = file;
    }

    String family() {
        return family;
    }

    byte[] bytes() {
        return LOADED.computeIfAbsent(file, name -> WritingResource.bytes("/gongkai/annualreport/fonts/" + name));
    }

    /** The name a program knows the font by. */
    String fontName() {
        return file.substring(0, file.indexOf('.'));
    }

    String familyName() {
        return switch (this) {
            case SONG, SONG_BOLD -> "Noto Serif SC";
            case HEI -> "Noto Sans SC";
            case RARE -> "HanaMinB";
        };
    }

    /** The font of that name, as it stands in a PDF behind the mark of a subset; of another font, the one nearest to it. */
    static PageFonts named(String name) {
        return Arrays.stream(values())
                .filter(font -> name.endsWith(font.fontName()))
                .findFirst()
                .orElse(SONG);
    }

    static void register(PdfRendererBuilder builder) {
        for (var font : values()) {
            builder.useFont(
                    () -> new ByteArrayInputStream(font.bytes()), font.family, font.weight, FontStyle.NORMAL, true);
        }
    }

    /** Whether 宋体 can draw the character; then 黑体 can too. */
    static boolean has(int character) {
        return character == '\n' || Characters.OF_SONG.getGlyphId(character) != 0;
    }

    /** Whether the font of rare characters can draw it. */
    static boolean hasRare(int character) {
        return RareCharacters.OF_RARE.getGlyphId(character) != 0;
    }

    private static CmapLookup characters(PageFonts file) {
        try (var font = new TTFParser().parse(new RandomAccessReadBuffer(file.bytes()))) {
            return font.getUnicodeCmapLookup();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Characters {
        static final CmapLookup OF_SONG = characters(SONG);
    }

    private static final class RareCharacters {
        static final CmapLookup OF_RARE = characters(RARE);
    }
}
