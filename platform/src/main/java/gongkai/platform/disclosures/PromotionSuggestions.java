package gongkai.platform.disclosures;

import gongkai.platform.casework.Likenesses;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantId;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.CaseTitle;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Which answers should become public for everyone (转主动公开建议, 条例第四十四条): several people have asked for the same, or an applicant suggests it.
 * Only what granted something and is not public yet; a person decides.
 */
@Service
public class PromotionSuggestions {
    /** Nobody reads further, and likeness is told by comparing each with each. */
    private static final int MOST = 300;

    private static final int YEARS = 2;

    private final JdbcClient database;
    private final Applicants applicants;
    private final ObjectProvider<PromotionWishes> wishes;
    private final Clock clock;

    PromotionSuggestions(
            JdbcClient database, Applicants applicants, ObjectProvider<PromotionWishes> wishes, Clock clock) {
        this.database = database;
        this.applicants = applicants;
        this.wishes = wishes;
        this.clock = clock;
    }

    /**
     * An answer that should become public.
     *
     * @param wished whether its applicant suggests it
     * @param declined why the organ has not published it, empty if it has not said so
     * @param others the requests of other people for the same information
     */
    public record Suggestion(
            String number, String title, LocalDate answeredOn, boolean wished, String declined, List<String> others) {}

    private record Asked(
            String number,
            long organ,
            String description,
            Set<String> pairs,
            ApplicantId applicant,
            LocalDate endedOn,
            String declined,
            boolean fit) {}

    /** Those of these organs, the latest answers first. */
    List<Suggestion> of(Collection<OrganId> organs) {
        var wished = new HashSet<String>();
        wishes.forEach(each -> wished.addAll(each.of(organs)));
        var all = asked(organs);
        var suggestions = new ArrayList<Suggestion>();
        for (var one : all) {
            if (one.fit()) {
                var others = all.stream()
                        .filter(other -> other != one
                                && other.organ() == one.organ()
                                && Likenesses.alike(one.pairs(), other.pairs())
                                && !applicants.samePerson(List.of(one.applicant(), other.applicant())))
                        .map(Asked::number)
                        .toList();
                if (wished.contains(one.number()) || !others.isEmpty()) {
                    suggestions.add(new Suggestion(
                            one.number(),
                            CaseTitle.of(one.description()),
                            one.endedOn(),
                            wished.contains(one.number()),
                            one.declined(),
                            others));
                }
            }
        }
        return suggestions;
    }

    private List<Asked> asked(Collection<OrganId> organs) {
        return database.sql("""
                        select r.number, r.organ, r.description, r.applicant, coalesce(r.ended_on, r.submitted_on) as ended_on,
                            coalesce(d.reason, '') as declined,
                            r.decision in ('GRANTED', 'PARTIAL') and r.state in ('DISPATCHED', 'DELIVERED', 'ARCHIVED')
                            and not exists (select from disclosure.entry e where e.request = r.id and e.withdrawn_at is null) as fit
                        from request.request r left join disclosure.declined d on d.request = r.id
                        where r.organ = any(:organs) and r.submitted_on >= :since
                        order by coalesce(r.ended_on, r.submitted_on) desc, r.id desc limit :most
                        """)
                .param("organs", organs.stream().map(OrganId::value).toArray(Long[]::new))
                .param("since", LocalDate.now(clock).minusYears(YEARS))
                .param("most", MOST)
                .query((row, number) -> new Asked(
                        row.getString("number"),
                        row.getLong("organ"),
                        row.getString("description"),
                        Likenesses.pairs(row.getString("description")),
                        new ApplicantId(row.getObject("applicant", UUID.class)),
                        row.getObject("ended_on", LocalDate.class),
                        row.getString("declined"),
                        row.getBoolean("fit")))
                .list();
    }
}
