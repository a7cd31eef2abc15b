package gongkai.platform.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second platform away from a data directory. The lock is the operating system's: it ends with the process, however that ends,
 * so a file left behind locks nobody out.
 */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the directory if there is none, and takes the lock.
     *
     * @throws UnusableDatabaseException when it cannot be written, or another platform has it
     */
    public static DirectoryLock take(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (FileAlreadyExistsException e) {
            throw new UnusableDatabaseException(directory + " 是一个文件，不能作为数据目录", e);
        } catch (IOException e) {
            throw new UnusableDatabaseException(Storage.reason(directory, e), e);
        }
        try {
            var file = directory.resolve("serve.lock");
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Storage.giveToOwner(file);
            if (tryLock(channel) == null) {
                channel.close();
                throw new UnusableDatabaseException("数据目录 " + directory + " 已由另一个正在运行的平台使用。请先停止它，或用 --data 指定另一个目录");
            }
            return new DirectoryLock(channel);
        } catch (IOException e) {
            throw new UnusableDatabaseException(Storage.reason(directory, e), e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
