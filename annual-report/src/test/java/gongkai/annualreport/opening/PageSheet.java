package gongkai.annualreport.opening;

/** A page drawn by hand in a test: texts at places, straight lines. A4 in points; one character of size 12 is 12 wide if ideograph. */
final class PageSheet {
    final PageContent content;
    private int run;

    PageSheet(int number) {
        content = new PageContent(number, 595, 842);
    }

    /** Writes text with its left end and base line at a place. */
    PageSheet text(float x, float y, String text) {
        return text(x, y, 12, text);
    }

    PageSheet text(float x, float y, float size, String text) {
        run++;
        float at = x;
        for (int c : text.codePoints().toArray()) {
            float width = c < 0x2e80 && c != '—' && c != '“' && c != '”' ? size / 2 : size;
            content.text(
                    new Glyph(Character.toString(c), at, y - 0.86f * size, at + width, y + 0.14f * size, size, 0, run));
            at += width;
        }
        return this;
    }

    /** Writes text downwards, one character below the other, each upright. */
    PageSheet down(float x, float y, String text) {
        for (int i = 0; i < text.length(); i++) {
            text(x, y + 14 * i, text.substring(i, i + 1));
        }
        return this;
    }

    PageSheet across(float y, float from, float to) {
        content.stroke(from, y, to, y);
        return this;
    }

    PageSheet down(float x, float from, float to) {
        content.stroke(x, from, x, to);
        return this;
    }

    /** A whole grid of lines. */
    PageSheet grid(float[] xs, float[] ys) {
        for (var y : ys) {
            across(y, xs[0], xs[xs.length - 1]);
        }
        for (var x : xs) {
            down(x, ys[0], ys[ys.length - 1]);
        }
        return this;
    }
}
