package gongkai.platform.casework;

import gongkai.platform.request.DisclosureRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What officers wrote down beside a request that they registered. */
@Component
class Intakes {
    private final JdbcClient database;

    Intakes(JdbcClient database) {
        this.database = database;
    }

    void add(DisclosureRequest request, Intake intake) {
        database.sql("""
                        insert into casework.intake (request, id_proof, needs_help, misrouted_to, remark)
                        values (:request, :idProof, :needsHelp, :misroutedTo, :remark)
                        """)
                .param("request", request.id())
                .param("idProof", intake.idProof())
                .param("needsHelp", intake.needsHelp())
                .param("misroutedTo", intake.misroutedTo())
                .param("remark", intake.remark())
                .update();
    }

    @Nullable
    Intake of(DisclosureRequest request) {
        return database.sql(
                        "select id_proof, needs_help, misrouted_to, remark from casework.intake where request = :request")
                .param("request", request.id())
                .query((row, number) -> new Intake(
                        row.getString("id_proof"),
                        row.getBoolean("needs_help"),
                        row.getString("misrouted_to"),
                        row.getString("remark")))
                .optional()
                .orElse(null);
    }
}
