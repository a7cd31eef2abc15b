package gongkai.platform.keys;

import gongkai.platform.keys.FieldCipher.Place;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A column of sealed values, so that a rotation finds it.
 *
 * @param table with its schema
 * @param id the primary key
 * @param idType its type in the database, {@code uuid} or {@code bigint}
 * @param column the column that holds what {@link FieldCipher} sealed for {@link #place}
 * @param index the column that holds its keyed hash, if it has one
 */
public record SealedColumn(
        String table,
        String id,
        String idType,
        String column,
        @Nullable Index index) {
    /**
     * A keyed hash beside a sealed value.
     *
     * @param of the hash of a clear value under the key in use
     */
    public record Index(String column, BiFunction<Keys, String, @Nullable String> of) {}

    /** Where the value of that row stands. */
    public Place place(Object row) {
        return new Place(table + "." + column, row.toString());
    }
}
