package gongkai.annualreport.command;

import gongkai.annualreport.FileKind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** The file a command writes: its kind is asked for by its ending. */
record Output(Path path, FileKind kind) {

    static Output of(String name) throws UsageException {
        var kind = FileKind.ofName(name);
        if (kind.isEmpty()) {
            throw new UsageException("“" + name + "”的扩展名应为 docx、pdf、ofd、html、xlsx、json 或 txt");
        }
        if (kind.get() == FileKind.DOC) {
            throw new UsageException("doc 只能读取，不能写出；请改用 docx");
        }
        try {
            return new Output(Path.of(name), kind.get());
        } catch (InvalidPathException e) {
            throw new UsageException("文件名无效：" + name);
        }
    }

    /** Puts the content in place whole or not at all; says in Chinese why it could not. */
    void write(byte[] content) throws UnwritableException {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                throw new UnwritableException(path + "：不是普通文件，没有写入");
            }
            var target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
            var directory = Objects.requireNonNull(target.getParent());
            if (!Files.isDirectory(directory)) {
                throw new UnwritableException(path + "：目录不存在，没有写入");
            }
            var draft = Files.createTempFile(directory, ".", ".part");
            try {
                Files.write(draft, content);
                draft.toFile().setReadable(true, false);
                Files.move(draft, target, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (AccessDeniedException e) {
            throw new UnwritableException(path + "：没有写入的权限");
        } catch (IOException e) {
            throw new UnwritableException(path + "：写入失败，请检查磁盘空间");
        }
    }

    /** The message is one Chinese sentence. */
    static final class UnwritableException extends Exception {
        UnwritableException(String message) {
            super(message);
        }
    }
}
