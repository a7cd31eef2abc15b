package gongkai.platform.files;

import java.util.UUID;

/** The number of a stored file. It cannot be guessed, but is no permission either. */
public record FileId(UUID value) {
    static FileId next() {
        return new FileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
