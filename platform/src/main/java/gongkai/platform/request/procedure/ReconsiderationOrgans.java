package gongkai.platform.request.procedure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which organs may reconsider an organ's answer (行政复议法第二十四条至第二十八条). */
public final class ReconsiderationOrgans {
    private ReconsiderationOrgans() {}

    /** What the organ that answered is. */
    public enum Position {
        LOCAL_DEPARTMENT,
        /** A local people's government below the province, townships included. */
        LOCAL_GOVERNMENT,
        PROVINCIAL_GOVERNMENT,
        /** Set up by a government: a subdistrict office, an administrative office. */
        DISPATCHED_OFFICE,
        /** Set up by a department, answering in its own name. */
        DISPATCHED_UNIT,
        AUTHORIZED_ORG,
        /** A department of the State Council, or what such a department set up or administers. */
        STATE_DEPARTMENT,
        /** Customs, finance, foreign exchange, tax, state security and others led from above. */
        VERTICAL_ORGAN
    }

    /**
     * The organ that answered and those around it, by their full names.
     *
     * @param government the government it belongs to, or that set it up, or that administers it (or its department)
     * @param above the next higher people's government
     * @param superior the next higher department of the same field
     * @param justice a local department of justice
     * @param seat for a unit that a department of a municipality or a city with districts set up by district: the government of its seat
     */
    public record Organ(
            Position position,
            String name,
            @Nullable String government,
            @Nullable String above,
            @Nullable String superior,
            boolean justice,
            @Nullable String seat) {}

    /** An organ that may be applied to, and the article that says so. */
    public record Choice(String organ, String article) {}

    /** The organs to choose from, never none. Throws {@link IllegalArgumentException} when an organ around it is needed and missing. */
    public static List<Choice> of(Organ organ) {
        return switch (organ.position()) {
            case LOCAL_DEPARTMENT -> department(organ);
            case LOCAL_GOVERNMENT -> List.of(choice(organ.above(), "行政复议法第二十四条第一款第（二）项"));
            case PROVINCIAL_GOVERNMENT -> List.of(choice(organ.name(), "行政复议法第二十四条第二款"));
            case DISPATCHED_OFFICE -> List.of(choice(organ.government(), "行政复议法第二十四条第一款第（三）项"));
            case DISPATCHED_UNIT -> dispatchedUnit(organ);
            case AUTHORIZED_ORG -> List.of(choice(organ.government(), "行政复议法第二十四条第一款第（四）项"));
            case STATE_DEPARTMENT ->
                List.of(choice(organ.superior() == null ? organ.name() : organ.superior(), "行政复议法第二十五条"));
            case VERTICAL_ORGAN -> List.of(choice(organ.superior(), "行政复议法第二十七条"));
        };
    }

    private static List<Choice> department(Organ organ) {
        var article = organ.justice() ? "行政复议法第二十八条" : "行政复议法第二十四条第一款第（一）项";
        var choices = new ArrayList<Choice>();
        choices.add(choice(organ.government(), article));
        if (organ.justice()) {
            choices.add(choice(organ.superior(), article));
        }
        return choices;
    }

    private static List<Choice> dispatchedUnit(Organ organ) {
        var choices = new ArrayList<Choice>();
        choices.add(choice(organ.government(), "行政复议法第二十四条第四款"));
        if (organ.seat() != null) {
            choices.add(choice(organ.seat(), "行政复议法第二十四条第四款"));
        }
        return choices;
    }

    private static Choice choice(@Nullable String organ, String article) {
        if (organ == null) {
            throw new IllegalArgumentException("the organ that " + article + " names is not known");
        }
        return new Choice(organ, article);
    }
}
