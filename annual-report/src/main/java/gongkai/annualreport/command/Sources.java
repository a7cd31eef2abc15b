package gongkai.annualreport.command;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files the operands of a command stand for. */
final class Sources {
    private final List<Source> found = new ArrayList<>();

    private Sources() {}

    /** Each operand in its order; a directory stands for its files, sorted by name, those of its directories in their place. */
    static List<Source> of(List<String> operands) {
        var sources = new Sources();
        for (var operand : operands) {
            sources.add(operand);
        }
        return sources.found;
    }

    /** The operand as one file; a directory is refused. */
    static Source single(String operand) {
        try {
            var path = Path.of(operand);
            return Files.isDirectory(path)
                    ? new Source(operand, path, "是目录，不是文件")
                    : of(List.of(operand)).getFirst();
        } catch (InvalidPathException e) {
            return new Source(operand, Path.of(""), "文件名无效");
        }
    }

    private void add(String operand) {
        try {
            add(operand, Path.of(operand), true);
        } catch (InvalidPathException e) {
            found.add(new Source(operand, Path.of(""), "文件名无效"));
        }
    }

    private void add(String name, Path path, boolean given) {
        if (name.isEmpty()) {
            found.add(new Source(name, path, "文件名为空"));
        } else if (Files.isRegularFile(path)) {
            found.add(new Source(name, path, Files.isReadable(path) ? null : "没有读取这个文件的权限"));
        } else if (Files.isDirectory(path) && (given || !Files.isSymbolicLink(path))) {
            addDirectory(name, path);
        } else if (Files.isDirectory(path)) {
            found.add(new Source(name, path, "是指向另一目录的链接，没有跟随"));
        } else if (Files.exists(path)) {
            found.add(new Source(name, path, "不是普通文件（管道、设备之类不读取）"));
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            found.add(new Source(name, path, "链接指向的文件不存在"));
        } else {
            found.add(new Source(name, path, "文件不存在"));
        }
    }

    private void addDirectory(String name, Path directory) {
        var entries = new ArrayList<Path>();
        try (var stream = Files.newDirectoryStream(directory, Sources::visible)) {
            stream.forEach(entries::add);
        } catch (IOException | DirectoryIteratorException e) {
            found.add(new Source(name, directory, "目录无法打开"));
            return;
        }
        entries.sort(Comparator.comparing(Sources::lastName));
        for (var entry : entries) {
            var below = lastName(entry);
            add(name.endsWith("/") ? name + below : name + "/" + below, entry, false);
        }
    }

    /** Not a hidden file, nor the owner file an office program leaves beside an open document. */
    private static boolean visible(Path path) {
        var name = lastName(path);
        return !name.startsWith(".") && !name.startsWith("~$");
    }

    private static String lastName(Path path) {
        return String.valueOf(path.getFileName());
    }
}
