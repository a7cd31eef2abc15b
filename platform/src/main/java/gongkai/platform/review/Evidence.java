package gongkai.platform.review;

import gongkai.platform.access.Access;
import gongkai.platform.access.Action;
import gongkai.platform.access.Policy;
import gongkai.platform.organ.OrganId;
import gongkai.platform.personal.ApplicantId;
import gongkai.platform.personal.Applicants;
import gongkai.platform.request.DisclosureRequest;
import gongkai.platform.request.procedure.TableThreeRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What an applicant has asked for before (第三十五条): figures for the file, never a judgement. Applicants are compared by keyed hashes only; who
 * shares nothing but a name may be somebody else, and is counted apart.
 */
@Service
class Evidence {
    /** How much of the shorter description has to stand in the other one for both to be one subject. */
    private static final double ALIKE = 0.6;

    private final JdbcClient database;
    private final Applicants applicants;
    private final Access access;
    private final Policy policy;

    Evidence(JdbcClient database, Applicants applicants, Access access, Policy policy) {
        this.database = database;
        this.applicants = applicants;
        this.access = access;
        this.policy = policy;
    }

    /**
     * A request of the same applicant.
     *
     * @param sure whether more than the name is the same
     * @param open whether it is still to be answered
     */
    record Earlier(
            String number,
            OrganId organ,
            LocalDate submittedOn,
            String description,
            @Nullable TableThreeRow row,
            boolean open,
            boolean sure) {}

    /** The other requests that are or may be of the same applicant, in the organs whose requests whoever acts may see; newest first. */
    List<Earlier> sameApplicant(DisclosureRequest request) {
        return all(request).stream()
                .filter(each -> !each.number().equals(request.number()))
                .toList();
    }

    /** The same with the request itself. */
    List<Earlier> all(DisclosureRequest request) {
        var organs = new HashSet<>(
                policy.reach(access.required(), Action.SEE_REQUESTS).organs());
        organs.add(request.organ());
        var alike = applicants.alike(request.applicant(), organs);
        if (alike.isEmpty()) {
            return List.of();
        }
        var sure = new HashMap<UUID, Boolean>();
        alike.forEach(one -> sure.put(one.id().value(), one.sure()));
        return database.sql("""
                        select number, organ, submitted_on, description, result_row, ended_on is null as open, applicant
                        from request.request
                        where organ in (:organs) and applicant in (:applicants) and answer_by is null
                        order by submitted_on desc, id desc limit 2000
                        """)
                .param("organs", organs.stream().map(OrganId::value).toList())
                .param(
                        "applicants",
                        alike.stream()
                                .map(Applicants.Alike::id)
                                .map(ApplicantId::value)
                                .toList())
                .query((row, number) -> {
                    var result = row.getString("result_row");
                    return new Earlier(
                            row.getString("number"),
                            new OrganId(row.getLong("organ")),
                            row.getObject("submitted_on", LocalDate.class),
                            row.getString("description"),
                            result == null ? null : TableThreeRow.valueOf(result),
                            row.getBoolean("open"),
                            sure.getOrDefault(row.getObject("applicant", UUID.class), false));
                })
                .list();
    }

    /** The requests put together by what they ask for, the largest group first; the order within is kept. */
    static List<List<Earlier>> subjects(List<Earlier> requests) {
        var groups = new ArrayList<List<Earlier>>();
        var words = new HashMap<Earlier, Set<String>>();
        requests.forEach(each -> words.put(each, pairs(each.description())));
        for (var each : requests) {
            groups.stream()
                    .filter(group -> alike(words, group.getFirst(), each))
                    .findFirst()
                    .ifPresentOrElse(group -> group.add(each), () -> groups.add(new ArrayList<>(List.of(each))));
        }
        groups.sort((one, other) -> Integer.compare(other.size(), one.size()));
        return groups;
    }

    private static boolean alike(Map<Earlier, Set<String>> words, Earlier one, Earlier other) {
        var first = words.getOrDefault(one, Set.of());
        var second = words.getOrDefault(other, Set.of());
        if (first.isEmpty() || second.isEmpty()) {
            return one.description().equals(other.description());
        }
        long common = first.stream().filter(second::contains).count();
        return common >= ALIKE * Math.min(first.size(), second.size());
    }

    /** The pairs of neighbouring characters: enough to tell whether two descriptions speak of the same. */
    private static Set<String> pairs(String text) {
        var bare = text.replaceAll("[^\\p{IsHan}\\p{Alnum}]", "");
        var pairs = new HashSet<String>();
        for (int i = 0; i + 2 <= bare.length(); i++) {
            pairs.add(bare.substring(i, i + 2));
        }
        return pairs;
    }
}
