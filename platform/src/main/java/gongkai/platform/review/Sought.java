package gongkai.platform.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is looked for in files to be redacted. */
final class Sought {
    /** Numbers of citizens' papers, of mobile and fixed telephones, and of bank cards. */
    private static final String PERSONAL_NUMBERS =
            "(?<!\\d)(\\d{17}[\\dXx]|1[3-9]\\d{9}|0\\d{2,3}[-－]?\\d{7,8}|\\d{16,19})(?!\\d)";

    static final int LONGEST_WORDS = 100;

    private Sought() {}

    /** Looks for each of several words, and for personal numbers with them; null if there is nothing to look for. */
    static @Nullable Pattern pattern(String words, boolean numbers) {
        if (words.length() > LONGEST_WORDS) {
            return null;
        }
        var sought = Arrays.stream(words.split("[、，,；;]"))
                .map(word -> word.replaceAll("[\\s\\u3000]", ""))
                .filter(word -> !word.isEmpty())
                .map(Pattern::quote)
                .collect(Collectors.toCollection(ArrayList::new));
        if (numbers) {
            sought.add(PERSONAL_NUMBERS);
        }
        return sought.isEmpty()
                ? null
                : Pattern.compile(String.join("|", sought), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
