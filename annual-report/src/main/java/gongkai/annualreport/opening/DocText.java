package gongkai.annualreport.opening;

import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.poi.hwpf.HWPFDocument;
import org.apache.poi.hwpf.usermodel.CharacterRun;
import org.apache.poi.hwpf.usermodel.Paragraph;

/** The text of a doc file's paragraphs as a person sees it: no field codes, no deleted or hidden text, list numbers in front. */
final class DocText {
    private static final int LEAST_PICTURE_WIDTH = 170 * 20;
    private static final int LEAST_PICTURE_HEIGHT = 55 * 20;

    private final HWPFDocument word;
    private final DocLists lists;
    /** The open fields: true while in the instruction, which nobody sees. */
    private final Deque<Boolean> fields = new ArrayDeque<>();

    private int pictures;

    DocText(HWPFDocument word) {
        this.word = word;
        this.lists = new DocLists();
    }

    /** How many pictures large enough to hold a text stood in the paragraph read last. */
    int pictures() {
        return pictures;
    }

    /** The text, with a line break where the paragraph has a forced one. */
    String of(Paragraph paragraph) {
        pictures = 0;
        var text = new StringBuilder();
        for (int i = 0; i < paragraph.numCharacterRuns(); i++) {
            var run = paragraph.getCharacterRun(i);
            if (!run.isMarkedDeleted() && !run.isVanished()) {
                append(run, text);
            }
        }
        return text.isEmpty() ? "" : lists.label(paragraph) + text;
    }

    private void append(CharacterRun run, StringBuilder text) {
        var raw = run.text();
        if (run.isSymbol()) {
            if (!fields.contains(true)) {
                text.append(Symbols.text(
                        run.getSymbolFont() == null ? null : run.getSymbolFont().getMainFontName(),
                        Integer.toHexString(run.getSymbolCharacter())));
            }
            return;
        }
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            switch (c) {
                case 0x13 -> fields.push(true);
                case 0x14 -> {
                    if (fields.poll() != null) {
                        fields.push(false);
                    }
                }
                case 0x15 -> fields.poll();
                case 0x01, 0x08 -> pictures += isLargePicture(run, c, i) ? 1 : 0;
                case 0x0b, 0x0c -> add(text, '\n');
                case 0x1e -> add(text, '-');
                case '\t' -> add(text, c);
                default -> {
                    if (c >= ' ') {
                        add(text, c);
                    }
                }
            }
        }
    }

    private void add(StringBuilder text, char c) {
        if (!fields.contains(true)) {
            text.append(c);
        }
    }

    private boolean isLargePicture(CharacterRun run, char mark, int index) {
        try {
            if (mark == 0x08) {
                var drawing = word.getOfficeDrawingsMain().getOfficeDrawingAt(run.getStartOffset() + index);
                return drawing != null
                        && drawing.getPictureData() != null
                        && drawing.getRectangleRight() - drawing.getRectangleLeft() >= LEAST_PICTURE_WIDTH
                        && drawing.getRectangleBottom() - drawing.getRectangleTop() >= LEAST_PICTURE_HEIGHT;
            }
            if (!word.getPicturesTable().hasPicture(run)) {
                return false;
            }
            var picture = word.getPicturesTable().extractPicture(run, false);
            return picture != null
                    && (long) picture.getDxaGoal() * picture.getHorizontalScalingFactor() / 1000 >= LEAST_PICTURE_WIDTH
                    && (long) picture.getDyaGoal() * picture.getVerticalScalingFactor() / 1000 >= LEAST_PICTURE_HEIGHT;
        } catch (RuntimeException e) {
            return false;
        }
    }
}
