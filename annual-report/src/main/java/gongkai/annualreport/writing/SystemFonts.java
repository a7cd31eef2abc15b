package gongkai.annualreport.writing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;

/**
 * The fonts for rare characters, such as those of a person's name: ours, then those of this machine. A character no font has is drawn as
 * {@code □}: a page with a gap that can be seen is better than no page.
 */
final class SystemFonts {
    private static final String FAMILY = "Rare";
    private static final List<Path> DIRECTORIES = List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(System.getProperty("user.home", "/"), ".fonts"),
            Path.of("/Library/Fonts"),
            Path.of("C:\\Windows\\Fonts"));

    private final List<File> fonts = new ArrayList<>();
    private final Set<Integer> missing;
    private boolean rare;

    private SystemFonts(Set<Integer> missing) {
        this.missing = missing;
    }

    /** The fonts this layout needs besides ours; usually none, and then nothing is searched. */
    static SystemFonts forMissing(OfficialLayout layout) {
        return forMissing(layout.blocks().stream().flatMap(block -> texts(block).stream()));
    }

    /** The fonts these texts need besides ours. */
    static SystemFonts forMissing(Stream<String> texts) {
        var missing = new HashSet<Integer>();
        texts.forEach(text ->
                text.codePoints().filter(character -> !PageFonts.has(character)).forEach(missing::add));
        var system = new SystemFonts(missing);
        system.rare = missing.removeIf(PageFonts::hasRare);
        if (!missing.isEmpty()) {
            system.search();
        }
        return system;
    }

    private static List<String> texts(LayoutBlock block) {
        return switch (block) {
            case LayoutBlock.Title title -> List.of(title.text());
            case LayoutBlock.PublicationLine line -> List.of(line.text());
            case LayoutBlock.Heading heading -> List.of(heading.text());
            case LayoutBlock.SubHeading heading -> List.of(heading.text());
            case LayoutBlock.Paragraph paragraph -> List.of(paragraph.text());
            case LayoutBlock.Signature line -> List.of(line.text());
            case LayoutBlock.Table table ->
                table.table().rows().stream()
                        .flatMap(List::stream)
                        .map(LayoutTable.LayoutCell::text)
                        .toList();
        };
    }

    private void search() {
        for (var directory : DIRECTORIES) {
            if (Files.isDirectory(directory)) {
                try (var files = Files.walk(directory, 5)) {
                    files.filter(SystemFonts::isOutlineFont).sorted().forEach(this::take);
                } catch (IOException | java.io.UncheckedIOException e) {
                    // A directory that cannot be read has no font for us.
                    continue;
                }
            }
        }
    }

    private static boolean isOutlineFont(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".ttf");
    }

    /** Takes the font if it draws a character that is still missing. */
    private void take(Path file) {
        if (missing.isEmpty()) {
            return;
        }
        try (var font = new TTFParser().parse(new RandomAccessReadBufferedFile(file.toFile()))) {
            var known = font.getUnicodeCmapLookup();
            if (font.getTableMap().containsKey("glyf")
                    && missing.removeIf(character -> known.getGlyphId(character) != 0)) {
                fonts.add(file.toFile());
            }
        } catch (IOException | RuntimeException e) {
            // A damaged font is passed over; the next one may do.
            return;
        }
    }

    void register(PdfRendererBuilder builder) {
        for (int i = 0; i < fonts.size(); i++) {
            builder.useFont(fonts.get(i), FAMILY + i, 400, FontStyle.NORMAL, true);
        }
    }

    /** The style sheet with our fallback fonts named after the families it uses. */
    String style(String style) {
        var families = new StringBuilder(rare ? ", " + PageFonts.RARE.family() : "");
        for (int i = 0; i < fonts.size(); i++) {
            families.append(", ").append(FAMILY).append(i);
        }
        return style.replace("Song;", "Song" + families + ";").replace("Hei;", "Hei" + families + ";");
    }

    /** The characters no font has. */
    Set<Integer> missing() {
        return missing;
    }

    /** The text with {@code □} for each character that no font has. */
    String drawable(String text) {
        if (missing.isEmpty()) {
            return text;
        }
        var drawable = new StringBuilder();
        text.codePoints().forEach(character -> drawable.appendCodePoint(missing.contains(character) ? '□' : character));
        return drawable.toString();
    }
}
