package gongkai.platform.organ;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** All organs and the tree they stand in. */
@Service
public class Organs {
    private final JdbcClient database;

    Organs(JdbcClient database) {
        this.database = database;
    }

    /** The organ with that code. */
    public Optional<Organ> byCode(String code) {
        return database.sql("select id, code, name, parent from organ.organ where code = :code")
                .param("code", code)
                .query(Organs::organ)
                .optional();
    }

    /** All of them, by code. */
    public List<Organ> all() {
        return database.sql("select id, code, name, parent from organ.organ order by code")
                .query(Organs::organ)
                .list();
    }

    private static Organ organ(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        var parent = row.getObject("parent", Long.class);
        return new Organ(
                new OrganId(row.getLong("id")),
                row.getString("code"),
                row.getString("name"),
                parent == null ? null : new OrganId(parent));
    }
}
