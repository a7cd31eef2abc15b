package gongkai.platform.letter;

/**
 * Something a kind of letter has to say that is not the same in every letter.
 *
 * @param name as it stands in templates, for example 补正期限
 * @param hint what to write there
 * @param required whether the letter cannot be signed without it
 * @param lines whether it may take several lines
 */
public record LetterField(String name, String hint, boolean required, boolean lines) {
    static LetterField line(String name, String hint) {
        return new LetterField(name, hint, true, false);
    }

    static LetterField text(String name, String hint) {
        return new LetterField(name, hint, true, true);
    }

    LetterField optional() {
        return new LetterField(name, hint, false, lines);
    }
}
