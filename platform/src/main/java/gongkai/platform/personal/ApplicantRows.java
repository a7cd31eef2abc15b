package gongkai.platform.personal;

import gongkai.platform.database.ManyRows;
import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.SealedColumn;
import gongkai.platform.organ.OrganId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How an applicant stands in the database: every field sealed for its row, the findable ones with a keyed hash. */
public final class ApplicantRows {
    private static final String TABLE = "personal.applicant";

    /** The sealed columns, for the rotation of keys. */
    public static final List<SealedColumn> COLUMNS = List.of(
            column("name", PersonalField.NAME),
            column("id_number", PersonalField.ID_NUMBER),
            column("phone", PersonalField.PHONE),
            column("email", PersonalField.EMAIL),
            new SealedColumn(TABLE, "id", "uuid", "address", null));

    private static final String INDEX = "_index";
    private static final List<String> WRITTEN = COLUMNS.stream()
            .flatMap(column -> Stream.concat(
                    Stream.of(column.column()),
                    Stream.ofNullable(column.index()).map(SealedColumn.Index::column)))
            .toList();

    private final FieldCipher cipher;
    private final Keys keys;

    ApplicantRows(FieldCipher cipher, Keys keys) {
        this.cipher = cipher;
        this.keys = keys;
    }

    ApplicantId add(OrganId organ, Applicant applicant, Instant now, JdbcClient database) {
        var id = ApplicantId.next(now.toEpochMilli());
        var columns = columns(id, applicant);
        var insert = ManyRows.into(TABLE, List.of(id))
                .column("id", "uuid", ApplicantId::value)
                .column("organ", "bigint", row -> organ.value())
                .column("kind", "text", row -> applicant.kind().name())
                .column("added_at", "timestamptz", row -> now.atOffset(ZoneOffset.UTC));
        WRITTEN.forEach(column -> insert.column(column, "text", row -> columns.get(column)));
        insert.insert(database);
        return id;
    }

    private Map<String, String> columns(ApplicantId id, Applicant applicant) {
        var columns = new HashMap<String, String>();
        put(columns, id, "name", applicant.kind().nameField(), applicant.name());
        put(columns, id, "id_number", PersonalField.ID_NUMBER, applicant.idNumber());
        put(columns, id, "phone", PersonalField.PHONE, applicant.phone());
        put(columns, id, "email", PersonalField.EMAIL, applicant.email());
        put(columns, id, "address", PersonalField.ADDRESS, applicant.address());
        return columns;
    }

    MaskedApplicant masked(ResultSet row) throws SQLException {
        var kind = ApplicantKind.valueOf(row.getString("kind"));
        return new MaskedApplicant(
                new ApplicantId(row.getObject("id", UUID.class)),
                kind,
                masked(row, "name", kind.nameField()),
                masked(row, "id_number", PersonalField.ID_NUMBER),
                masked(row, "phone", PersonalField.PHONE),
                masked(row, "email", PersonalField.EMAIL),
                masked(row, "address", PersonalField.ADDRESS),
                row.getObject("anonymised_at") != null);
    }

    Applicant clear(ResultSet row) throws SQLException {
        var name = open(row, "name");
        return new Applicant(
                ApplicantKind.valueOf(row.getString("kind")),
                name == null ? "" : name,
                open(row, "id_number"),
                open(row, "phone"),
                open(row, "email"),
                open(row, "address"));
    }

    private void put(
            Map<String, String> columns, ApplicantId id, String column, PersonalField field, @Nullable String clear) {
        if (clear != null && !clear.isBlank()) {
            columns.put(column, cipher.seal(clear, place(column, id.value())));
            var index = WRITTEN.contains(column + INDEX) ? field.index(keys, clear) : null;
            if (index != null) {
                columns.put(column + INDEX, index);
            }
        }
    }

    private String masked(ResultSet row, String column, PersonalField field) throws SQLException {
        var clear = open(row, column);
        return clear == null ? "" : field.masked(clear);
    }

    private @Nullable String open(ResultSet row, String column) throws SQLException {
        var sealed = row.getString(column);
        return sealed == null ? null : cipher.open(sealed, place(column, row.getObject("id", UUID.class)));
    }

    private static Place place(String column, UUID id) {
        return new Place(TABLE + "." + column, id.toString());
    }

    private static SealedColumn column(String name, PersonalField field) {
        return new SealedColumn(TABLE, "id", "uuid", name, new SealedColumn.Index(name + INDEX, field::index));
    }
}
