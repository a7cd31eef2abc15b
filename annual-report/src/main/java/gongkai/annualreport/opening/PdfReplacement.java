package gongkai.annualreport.opening;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Content that says by itself which text it shows. */
final class PdfReplacement {
    private final @Nullable String text;
    private final List<Glyph> glyphs = new ArrayList<>();

    PdfReplacement(@Nullable String text) {
        this.text = text;
    }

    void add(Glyph glyph) {
        glyphs.add(glyph);
    }

    List<Glyph> glyphs() {
        if (text == null || glyphs.isEmpty()) {
            return glyphs;
        }
        var drawn = new StringBuilder();
        Box extent = null;
        for (var glyph : glyphs) {
            drawn.append(glyph.text());
            var box = new Box(glyph.left(), glyph.top(), glyph.right(), glyph.bottom());
            extent = extent == null ? box : extent.with(box);
        }
        if (extent == null || drawn.toString().equals(text)) {
            return glyphs;
        }
        var first = glyphs.getFirst();
        return List.of(new Glyph(
                PlainCharacters.of(text),
                extent.left(),
                extent.top(),
                extent.right(),
                extent.bottom(),
                first.size(),
                first.turn(),
                first.run()));
    }
}
