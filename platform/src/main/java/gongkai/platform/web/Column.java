package gongkai.platform.web;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of an exported list.
 *
 * @param value what stands in a row: text, a number, a {@link java.time.LocalDate}, an {@link java.time.Instant}, a Boolean, or nothing
 */
public record Column<T>(String title, Function<T, @Nullable Object> value) {
    public static <T> Column<T> of(String title, Function<T, @Nullable Object> value) {
        return new Column<>(title, value);
    }
}
