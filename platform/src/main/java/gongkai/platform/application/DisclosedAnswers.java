package gongkai.platform.application;

import gongkai.platform.disclosures.Disclosure;
import gongkai.platform.disclosures.Disclosures;
import gongkai.platform.organ.OrganId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Offers answers to earlier requests that were published for everyone. They are found by the longest pieces of what is typed. */
@Component
class DisclosedAnswers implements PublishedAnswers {
    /** What parts a sentence into pieces that a title may hold. */
    private static final Pattern BETWEEN = Pattern.compile("[\\p{P}\\p{S}\\s]+|\\d+年?|关于|有关|申请|公开|的|和|与|及");

    private static final int SHORTEST = 3;
    private static final int MOST_PIECES = 4;
    private static final int MOST = 5;

    private final Disclosures disclosures;

    DisclosedAnswers(Disclosures disclosures) {
        this.disclosures = disclosures;
    }

    @Override
    public List<Suggestion> like(OrganId organ, String words) {
        var found = new LinkedHashMap<String, Suggestion>();
        pieces(words).stream()
                .flatMap(piece -> disclosures.suggestions(piece, MOST).stream())
                .sorted(Comparator.comparing(answer -> !answer.organ().equals(organ)))
                .forEach(answer -> found.putIfAbsent(answer.link(), suggestion(answer)));
        return found.values().stream().limit(MOST).toList();
    }

    /** The longest pieces of what is typed. */
    static List<String> pieces(String words) {
        return Arrays.stream(BETWEEN.split(words))
                .filter(piece -> piece.length() >= SHORTEST)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(MOST_PIECES)
                .toList();
    }

    private static Suggestion suggestion(Disclosure answer) {
        return new Suggestion(answer.title(), answer.link());
    }
}
