package gongkai.platform.operations;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** What went wrong with a file, in words for whoever gave the command. */
final class Trouble {
    private Trouble() {}

    static String with(IOException error) {
        var told = String.valueOf(error.getMessage());
        if (error instanceof AccessDeniedException) {
            return "没有权限读写：" + told;
        }
        if (error instanceof NoSuchFileException) {
            return "没有这个文件或目录：" + told;
        }
        return told.contains("No space left") ? "磁盘已满，没有做完" : "文件读写出错：" + told;
    }
}
