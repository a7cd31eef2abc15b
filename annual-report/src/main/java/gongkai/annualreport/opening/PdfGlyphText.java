package gongkai.annualreport.opening;

import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.fontbox.cmap.CMap;
import org.apache.fontbox.cmap.CMapParser;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.encoding.GlyphList;

/** Tells which characters a font's code stands for, and says so when the file does not tell: a figure must not be guessed. */
final class PdfGlyphText {
    static final String UNKNOWN = "\ufffd";
    private static final Set<String> KNOWN_COLLECTIONS = Set.of("GB1", "CNS1", "Japan1", "Korea1", "KR", "Manga1");

    private final Map<PDFont, FontText> fonts = new IdentityHashMap<>();

    String of(PDFont font, int code) {
        return fonts.computeIfAbsent(font, FontText::new).of(code);
    }

    private static final class FontText {
        private final PDFont font;
        private final Map<Integer, String> known = new java.util.HashMap<>();
        private final boolean substituted;
        private @org.jspecify.annotations.Nullable CMap map;

        FontText(PDFont font) {
            this.font = font;
            substituted = font instanceof PDType0Font composite && isSubstituted(composite);
        }

        /**
         * The library answers from the font it takes instead of one that is not embedded; such an answer is about another font.
         */
        private static boolean isSubstituted(PDType0Font font) {
            if (font.isEmbedded() || font.getCOSObject().containsKey(COSName.TO_UNICODE)) {
                return false;
            }
            var encoding = font.getCOSObject().getNameAsString(COSName.ENCODING);
            var collection = font.getDescendantFont().getCIDSystemInfo();
            return (encoding == null || encoding.startsWith("Identity"))
                    && (collection == null || !KNOWN_COLLECTIONS.contains(String.valueOf(collection.getOrdering())));
        }

        String of(int code) {
            return known.computeIfAbsent(code, this::find);
        }

        private String find(int code) {
            var text = substituted ? null : font.toUnicode(code, GlyphList.getAdobeGlyphList());
            if (text == null || text.isEmpty() || text.charAt(0) == 0 || isGuess(code, text)) {
                return UNKNOWN;
            }
            return text.length() == 1 && text.charAt(0) < ' ' ? " " : PlainCharacters.of(text);
        }

        /** For a code that its ToUnicode map leaves out the library answers the code itself. */
        private boolean isGuess(int code, String text) {
            if (!(font instanceof PDType0Font) || text.length() != 1 || text.charAt(0) != (char) code) {
                return false;
            }
            COSBase toUnicode = font.getCOSObject().getDictionaryObject(COSName.TO_UNICODE);
            if (!(toUnicode instanceof COSStream stream)) {
                return false;
            }
            try {
                if (map == null) {
                    try (var content = stream.createView()) {
                        map = new CMapParser().parse(content);
                    }
                }
                return map.hasUnicodeMappings() && map.toUnicode(code) == null;
            } catch (IOException e) {
                return true;
            }
        }
    }
}
