package gongkai.platform.personal;

import gongkai.platform.keys.FieldCipher;
import gongkai.platform.keys.FieldCipher.Place;
import gongkai.platform.keys.Keys;
import gongkai.platform.keys.SealedColumn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    private final FieldCipher cipher;
    private final Keys keys;

    ApplicantRows(FieldCipher cipher, Keys keys) {
        this.cipher = cipher;
        this.keys = keys;
    }

    Map<String, @Nullable Object> sealed(ApplicantId id, Applicant applicant) {
        var columns = new HashMap<String, @Nullable Object>();
        put(columns, id, "name", "name", applicant.kind().nameField(), applicant.name());
        put(columns, id, "id_number", "idNumber", PersonalField.ID_NUMBER, applicant.idNumber());
        put(columns, id, "phone", "phone", PersonalField.PHONE, applicant.phone());
        put(columns, id, "email", "email", PersonalField.EMAIL, applicant.email());
        put(columns, id, "address", "address", PersonalField.ADDRESS, applicant.address());
        columns.remove("addressIndex");
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
            Map<String, @Nullable Object> columns,
            ApplicantId id,
            String column,
            String parameter,
            PersonalField field,
            @Nullable String clear) {
        var given = clear == null || clear.isBlank() ? null : clear;
        columns.put(parameter, given == null ? null : cipher.seal(given, place(column, id.value())));
        columns.put(parameter + "Index", given == null ? null : field.index(keys, given));
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
        return new SealedColumn(TABLE, "id", "uuid", name, new SealedColumn.Index(name + "_index", field::index));
    }
}
