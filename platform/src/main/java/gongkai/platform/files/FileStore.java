package gongkai.platform.files;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;

/** Where content lies, each under the SHA-256 of its bytes in hexadecimal. What is stored is never changed. */
public interface FileStore {
    /** Takes over the bytes of a file on this machine. When it returns they outlast a power cut. */
    void put(String hash, Path bytes) throws IOException;

    /** Opens it for reading from any place. @throws java.nio.file.NoSuchFileException if it is not there */
    SeekableByteChannel open(String hash) throws IOException;

    /** Removes it; nothing happens if it is not there. */
    void remove(String hash) throws IOException;

    /** All that is stored. To be closed. */
    Stream<Item> all() throws IOException;

    /** A new place on this machine to gather an upload in, readable by its owner only. */
    Path stage() throws IOException;

    /** One content. */
    record Item(String hash, Instant storedAt) {}
}
