package gongkai.platform.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The disk under a directory: whether there is room, and what an error there means. */
final class Storage {
    /** What an empty database and the programs take, with room to begin. */
    private static final long NEW = 300L << 20;
    /** Less than this and the write-ahead log may not fit. */
    private static final long EXISTING = 48L << 20;

    private Storage() {}

    /** @throws UnusableDatabaseException when the disk is too full to start without harm */
    static void requireSpace(Path directory, boolean existing) throws IOException {
        long free = Files.getFileStore(directory).getUsableSpace();
        long needed = existing ? EXISTING : NEW;
        if (free < needed) {
            throw new UnusableDatabaseException("磁盘空间不足：%s 所在的磁盘只剩 %d MB，至少需要 %d MB。请清理后重试，已有数据没有改动"
                    .formatted(directory, free >> 20, needed >> 20));
        }
    }

    /** A file made by root in a directory of somebody else belongs to that somebody. */
    static void giveToOwner(Path file) throws IOException {
        var directory = file.toAbsolutePath().getParent();
        if (directory == null || !Runner.isRoot()) {
            return;
        }
        var owner = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        if (!owner.equals(Files.getAttribute(file, "unix:uid"))) {
            Files.setAttribute(file, "unix:uid", owner);
        }
    }

    /** What went wrong with a file, in words for the person who chose the directory. */
    static String reason(Path directory, IOException error) {
        if (error instanceof AccessDeniedException) {
            return "没有权限读写数据目录：" + directory;
        }
        var told = error instanceof FileSystemException file ? file.getReason() : error.getMessage();
        return explain(directory, told, "数据目录不能使用（" + directory + "）");
    }

    /** What a program's output means; its last line of complaint where it is none of the usual. */
    static String explain(Path directory, @Nullable String output, String otherwise) {
        var said = output == null ? "" : output;
        var low = said.toLowerCase(Locale.ROOT);
        if (low.contains("no space left") || low.contains("disk quota")) {
            return "磁盘已满：" + directory + "。请清理后重试，已有数据没有损坏";
        }
        if (low.contains("read-only file system")) {
            return "数据目录在只读的磁盘上：" + directory;
        }
        if (low.contains("permission denied")) {
            return "没有权限读写数据目录：" + directory;
        }
        if (low.contains("is not compatible with this version")) {
            return "数据目录由另一版本的数据库建立：" + directory;
        }
        var complaint = said.lines()
                .filter(line -> line.matches(".*(FATAL|PANIC|error|could not|failed).*"))
                .reduce("", (first, last) -> last);
        return complaint.isEmpty() ? otherwise : otherwise + "：" + complaint.strip();
    }
}
