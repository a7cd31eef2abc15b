package gongkai.platform.casework;

import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantId;
import gongkai.platform.personal.Applicants;
import gongkai.platform.personal.Applicants.Alike;
import gongkai.platform.personal.PersonalField;
import gongkai.platform.request.CaseTitle;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.NewRequest;
import gongkai.platform.request.procedure.RequestState;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Other requests of the same applicant, and those that ask for much the same. */
@Component
public class Likenesses {
    private static final int MOST = 200;
    private static final double ALIKE = 0.5;

    private final JdbcClient database;
    private final Applicants applicants;

    Likenesses(JdbcClient database, Applicants applicants) {
        this.database = database;
        this.applicants = applicants;
    }

    /** The requests of those applicants to that organ, newest first, but for the one with that number. */
    List<AlikeLine> of(long organ, Collection<Alike> alike, String description, String but) {
        if (alike.isEmpty()) {
            return List.of();
        }
        var same = alike.stream().filter(Alike::sure).map(Alike::id).collect(Collectors.toSet());
        return database.sql("""
                        select number, applicant, description, submitted_on, receipt_on, state
                        from request.request where organ = :organ and applicant in (:applicants) and number <> :but
                        order by id desc limit :most
                        """)
                .param("organ", organ)
                .param("applicants", alike.stream().map(one -> one.id().value()).toList())
                .param("but", but)
                .param("most", MOST)
                .query((row, number) -> new AlikeLine(
                        row.getString("number"),
                        CaseTitle.of(row.getString("description")),
                        row.getObject("submitted_on", LocalDate.class),
                        RequestState.valueOf(row.getString("state")).label(),
                        same.contains(new ApplicantId(row.getObject("applicant", UUID.class))),
                        likeness(row.getString("description"), description) >= ALIKE))
                .list();
    }

    /** The same for a case that is there. */
    List<AlikeLine> of(DisclosureRequest request) {
        return of(request.organ().value(), others(request), request.description(), request.number());
    }

    /** The same for one that is being entered: by name, number, telephone or mail address. */
    List<AlikeLine> of(NewRequest request) {
        var applicant = request.applicant();
        var found = new LinkedHashMap<ApplicantId, Boolean>();
        find(found, request.organ(), PersonalField.ID_NUMBER, applicant.idNumber(), true);
        find(found, request.organ(), PersonalField.PHONE, applicant.phone(), true);
        find(found, request.organ(), PersonalField.EMAIL, applicant.email(), true);
        find(found, request.organ(), PersonalField.NAME, applicant.name(), false);
        var alike = found.entrySet().stream()
                .map(entry -> new Alike(entry.getKey(), request.organ(), entry.getValue()))
                .toList();
        return of(request.organ().value(), alike, request.description(), "");
    }

    private void find(
            Map<ApplicantId, Boolean> found, OrganId organ, PersonalField field, @Nullable String value, boolean sure) {
        if (value != null && !value.isEmpty() && !value.equals("未署名")) {
            applicants.find(organ, field, value).forEach(id -> found.merge(id, sure, Boolean::logicalOr));
        }
    }

    private List<Alike> others(DisclosureRequest request) {
        return applicants.alike(request.applicant(), List.of(request.organ())).stream()
                .filter(other -> !other.id().equals(request.applicant()))
                .toList();
    }

    /** Which request of its applicant to that organ in its month of receipt this one is (109号文: 自然月累计件数). */
    int pieceOfMonth(DisclosureRequest request) {
        var day = request.receiptDate() == null ? request.submittedOn() : request.receiptDate();
        var same = others(request).stream()
                .filter(Alike::sure)
                .map(one -> one.id().value())
                .toList();
        if (same.isEmpty()) {
            return 1;
        }
        return 1
                + database.sql("""
                        select count(*) from request.request
                        where applicant in (:applicants) and organ = :organ and receipt_on >= :first and receipt_on < :next
                          and (receipt_on, id) < (:day, :id)
                        """)
                        .param("applicants", same)
                        .param("organ", request.organ().value())
                        .param("first", day.withDayOfMonth(1))
                        .param("next", day.withDayOfMonth(1).plusMonths(1))
                        .param("day", day)
                        .param("id", request.id())
                        .query(Integer.class)
                        .single();
    }

    /** How much two texts have in common, from 0 to 1: the pairs of neighbouring signs in both (Dice). */
    static double likeness(String one, String other) {
        return likeness(pairs(one), pairs(other));
    }

    /** Whether two texts, told by their {@link #pairs}, are about the same. */
    public static boolean alike(Set<String> one, Set<String> other) {
        return likeness(one, other) >= ALIKE;
    }

    private static double likeness(Set<String> first, Set<String> second) {
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        long common = first.stream().filter(second::contains).count();
        return 2.0 * common / (first.size() + second.size());
    }

    /** The pairs of neighbouring signs of a text, by which it is compared with others. */
    public static Set<String> pairs(String text) {
        var signs = text.replaceAll("[\\p{Punct}\\p{P}\\s]+", "");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 1 < Math.min(signs.length(), 2000); i++) {
            pairs.add(signs.substring(i, i + 2));
        }
        return pairs;
    }
}
