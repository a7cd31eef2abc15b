package gongkai.platform.workbench;

import gongkai.platform.access.Access;
import gongkai.platform.audit.AuditEntry;
import gongkai.platform.audit.AuditLog;
import gongkai.platform.web.SavedFilters;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The filters people have saved under a name, each person their own. */
@Service
class Filters implements SavedFilters {
    private static final int MOST = 20;

    private final JdbcClient database;
    private final Access access;
    private final AuditLog log;

    Filters(JdbcClient database, Access access, AuditLog log) {
        this.database = database;
        this.access = access;
        this.log = log;
    }

    @Override
    public List<SavedFilter> of(String path) {
        return access.actor()
                .map(actor -> database.sql("""
                                select id, name, link from workbench.saved_filter
                                where person = :person and path = :path order by name, id
                                """)
                        .param("person", actor.person())
                        .param("path", path)
                        .query((row, number) ->
                                new SavedFilter(row.getLong("id"), row.getString("name"), row.getString("link")))
                        .list())
                .orElse(List.of());
    }

    /** Whether there is room for another one. */
    boolean roomFor(String path) {
        return of(path).size() < MOST;
    }

    /** Saves a filter; one of the same name is replaced. */
    @Transactional
    void save(String path, String name, String link) {
        database.sql("""
                        insert into workbench.saved_filter (person, path, name, link) values (:person, :path, :name, :link)
                        on conflict (person, path, name) do update set link = excluded.link
                        """)
                .param("person", access.required().person())
                .param("path", path)
                .param("name", name)
                .param("link", link)
                .update();
        log.write(AuditEntry.of("保存常用筛选", "列表", path));
    }

    /** Removes a filter of one's own; nothing happens if it is somebody else's or gone. */
    @Transactional
    void remove(long id) {
        int removed = database.sql("delete from workbench.saved_filter where id = :id and person = :person")
                .param("id", id)
                .param("person", access.required().person())
                .update();
        if (removed > 0) {
            log.write(AuditEntry.of("删除常用筛选", "常用筛选", String.valueOf(id)));
        }
    }
}
