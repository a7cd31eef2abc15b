package gongkai.platform.access;

import gongkai.platform.organ.OrganId;
import gongkai.platform.organ.Organs;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The people of an organ as those they work with see them: to be chosen for a task, and to be named. */
@Service
public class Colleagues {
    private final JdbcClient database;
    private final Organs organs;

    Colleagues(JdbcClient database, Organs organs) {
        this.database = database;
        this.organs = organs;
    }

    /**
     * Someone who works in an organ.
     *
     * @param division the name of their division (科室), empty if they belong to none
     */
    public record Colleague(long person, String name, String division) {
        /** To tell people of the same name apart, for example 张三（法制科）. */
        public String label() {
            return division.isEmpty() ? name : name + "（" + division + "）";
        }
    }

    /** Those whose role in the organ itself allows that, by division and name. */
    public List<Colleague> whoMay(Action action, OrganId organ) {
        return database.sql("""
                        select p.id, p.name, coalesce(min(d.name), '') as division
                        from access.role_grant g
                        join access.person p on p.id = g.person and p.disabled_at is null
                        left join access.membership m on m.person = p.id and m.organ = g.organ
                        left join access.division d on d.id = coalesce(g.division, m.division)
                        where g.organ = :organ and g.role in (:roles)
                        group by p.id, p.name order by division, p.name, p.id
                        """)
                .param("organ", organ.value())
                .param("roles", Policy.roles(action).stream().map(Enum::name).toList())
                .query((row, number) ->
                        new Colleague(row.getLong("id"), row.getString("name"), row.getString("division")))
                .list();
    }

    /** Everybody who may do that in the organ today, in whatever way: by a role there or above it, or as a deputy. */
    public Set<Long> able(Action action, OrganId organ) {
        return Set.copyOf(database.sql("""
                        with holder as (
                            select g.person, g.role from access.role_grant g
                            join access.person p on p.id = g.person and p.disabled_at is null
                            where g.role in (:roles) and (g.organ = :organ or g.subtree and g.organ in (:path)))
                        select person from holder
                        union
                        select d.deputy from access.deputising d
                        join holder on holder.person = d.absent and holder.role = d.role
                        join access.person p on p.id = d.deputy and p.disabled_at is null
                        where d.ended_at is null and :today between d.first_day and d.last_day
                        """)
                .param("roles", Policy.roles(action).stream().map(Enum::name).toList())
                .param("organ", organ.value())
                .param(
                        "path",
                        organs.path(organ).stream()
                                .map(above -> above.id().value())
                                .toList())
                .param("today", organs.today())
                .query(Long.class)
                .list());
    }

    /** The names of those people; who is unknown is left out. */
    public Map<Long, String> names(Collection<Long> people) {
        return people.isEmpty()
                ? Map.of()
                : database
                        .sql("select id, name from access.person where id in (:people)")
                        .param("people", people)
                        .query((row, number) -> Map.entry(row.getLong("id"), row.getString("name")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The mail boxes of those of them who have one and still work here. */
    public Map<Long, String> mailBoxes(Collection<Long> people) {
        return people.isEmpty()
                ? Map.of()
                : database
                        .sql("""
                                select id, email from access.person
                                where id in (:people) and email is not null and disabled_at is null
                                """)
                        .param("people", people)
                        .query((row, number) -> Map.entry(row.getLong("id"), row.getString("email")))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The division somebody works in, in that organ. */
    public Optional<Long> divisionOf(Actor actor, OrganId organ) {
        return database.sql("select division from access.membership where person = :person and organ = :organ")
                .param("person", actor.person())
                .param("organ", organ.value())
                .query((row, number) -> Optional.ofNullable(row.getObject("division", Long.class)))
                .optional()
                .flatMap(found -> found)
                .or(() -> actor.grants().stream()
                        .filter(grant -> organ.equals(grant.organ()) && grant.insteadOf() == null)
                        .map(Actor.Grant::division)
                        .filter(Colleagues::known)
                        .findFirst());
    }

    private static boolean known(@Nullable Long division) {
        return division != null;
    }
}
