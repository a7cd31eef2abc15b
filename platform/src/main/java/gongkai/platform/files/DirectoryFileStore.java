package gongkai.platform.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Content in a directory: {@code ab/cd/abcd…}. */
public final class DirectoryFileStore implements FileStore {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path directory;

    public DirectoryFileStore(Path directory) {
        this.directory = directory;
    }

    @Override
    public void put(String hash, Path bytes) throws IOException {
        var place = place(hash);
        if (Files.exists(place)) {
            // A sweep that looks at this moment must see that it is wanted again.
            Files.setLastModifiedTime(place, FileTime.from(Instant.now()));
            Files.deleteIfExists(bytes);
            return;
        }
        var first = directory.resolve(hash.substring(0, 2));
        var second = first.resolve(hash.substring(2, 4));
        Files.createDirectories(second);
        try (var channel = FileChannel.open(bytes, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        try {
            Files.move(bytes, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("暂存目录与文件目录不在同一个文件系统：" + directory, e);
        }
        for (var changed : new Path[] {second, first, directory}) {
            try (var channel = FileChannel.open(changed, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    @Override
    public SeekableByteChannel open(String hash) throws IOException {
        return Files.newByteChannel(place(hash), StandardOpenOption.READ);
    }

    @Override
    public void remove(String hash) throws IOException {
        Files.deleteIfExists(place(hash));
    }

    @Override
    public Stream<Item> all() throws IOException {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        return Files.find(
                        directory,
                        3,
                        (path, attributes) -> attributes.isRegularFile()
                                && HASH.matcher(path.getFileName().toString()).matches())
                .map(DirectoryFileStore::item)
                .filter(item -> item.storedAt() != Instant.MAX);
    }

    @Override
    public Path stage() throws IOException {
        var staging = directory.resolve("staging");
        Files.createDirectories(staging);
        return Files.createTempFile(
                staging,
                "upload",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    private static Item item(Path path) {
        var hash = path.getFileName().toString();
        try {
            return new Item(hash, Files.getLastModifiedTime(path).toInstant());
        } catch (NoSuchFileException e) {
            return new Item(hash, Instant.MAX);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path place(String hash) {
        if (!HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException("no hash: " + hash);
        }
        return directory
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }
}
